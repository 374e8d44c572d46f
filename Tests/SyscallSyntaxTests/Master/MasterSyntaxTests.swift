import Findings
import SyscallSyntax
import TestSupport
import Testing

@Suite("The nodes of a master")
struct MasterSyntaxTests {
    /// The nodes of `text`, each as its kind and its lines.
    private func nodes(_ text: String) -> [String] {
        let syntax = MasterSyntax.parse(Array(text.utf8), path: "m")
        return syntax.nodes.map { "\($0.kind.name): \(syntax.text($0.range).replacing("\n", with: "/"))" }
    }

    @Test("are one for each line outside an entry")
    func lines() {
        let text = "; a\n\n#include <a.h>\n%%ABI_HEADERS%%\n#if A\n#elif B\n#else\n#endif\n#define C\n  ; d"
        let expected = [
            "comment: ; a/", "blank: /", "include: #include <a.h>/", "abiHeaders: %%ABI_HEADERS%%/",
            "directive(opens): #if A/", "directive(elseIf): #elif B/", "directive(otherwise): #else/",
            "directive(closes): #endif/", "directive(other): #define C/", "comment:   ; d",
        ]
        #expect(nodes(text) == expected)
    }

    @Test("are one for all lines of an entry, its comments included")
    func entry() {
        let text = "0\tA\tSTD {\n\t\tint f(\n; c\n\n\t\t    int a\n\t\t);\n\t}\n1\tA\tRESERVED\n"
        #expect(
            nodes(text) == [
                "entry: 0\tA\tSTD {/\t\tint f(/; c//\t\t    int a/\t\t);/\t}/", "entry: 1\tA\tRESERVED/",
            ]
        )
    }

    @Test(
        "know a preprocessor line by its word",
        arguments: [
            ("#ifdef A", "directive(opens)"), ("#ifndef A", "directive(opens)"), ("# if A", "directive(opens)"),
            ("#if(A)", "directive(opens)"), ("#elifdef A", "directive(elseIf)"), ("#iffy", "directive(other)"),
            ("#", "directive(other)"), ("#  include <a.h>", "include"), ("#import", "directive(other)"),
            ("#define X %%ABI_HEADERS%%", "abiHeaders"), ("#include X %%ABI_HEADERS%%", "include"),
        ]
    )
    func directive(line: String, kind: String) {
        #expect(nodes(line) == ["\(kind): \(line)"])
    }

    @Test("hold the parts of a prototype")
    func prototype() throws {
        let text = "9\tAUE_A\tSTD {\tother\n\tvoid **f(\n\t\t_In_ char *a ,\n\t\tint b,\n\t\t...\n\t);\n}\n"
        let syntax = MasterSyntax.parse(Array(text.utf8), path: "m")
        guard case .entry(let entry)? = syntax.nodes.first?.kind else {
            Issue.record("no entry")
            return
        }
        let prototype = try #require(entry.prototype)
        #expect(entry.header.map(syntax.text) == ["9", "AUE_A", "STD"])
        #expect(entry.alternatives.map(syntax.text) == ["other"])
        #expect(syntax.text(prototype.result) == "void")
        #expect(prototype.stars == 2)
        #expect(syntax.text(prototype.name) == "f")
        #expect(prototype.arguments.map(syntax.text) == ["_In_ char *a ", "int b"])
        #expect(syntax.problems.lines == [])
    }

    @Test("are none in an empty file")
    func empty() {
        #expect(nodes("") == [])
    }
}

extension MasterNode.Kind {
    fileprivate var name: String {
        switch self {
        case .blank: "blank"
        case .comment: "comment"
        case .include: "include"
        case .abiHeaders: "abiHeaders"
        case .directive(let directive): "directive(\(directive))"
        case .entry: "entry"
        case .stray: "stray"
        }
    }
}

@Suite("A master that explains its kinds")
struct DocumentedKindsTests {
    @Test("says whether RESERVED is among them, ahead of its entries")
    func reserved() {
        func documents(_ text: String) -> Bool {
            MasterSyntax.parse(Array(text.utf8), path: "m", form: .joined).documentsReserved
        }
        #expect(documents("; RESERVED\tfor guests\n0\tAUE_NULL\tRESERVED\n"))
        #expect(!documents("; UNIMPL\tnobody\n0\tAUE_NULL\tUNIMPL\n; RESERVED\n"))
        #expect(!documents("0\tAUE_NULL\tRESERVED\n"))
    }
}

@Suite("A word that stands on two lines")
struct BrokenWordTests {
    @Test("is read as the generator joins it")
    func joined() throws {
        let master = " $FreeBSD$\n0\tAUE_\\\nNULL\tSTD\t{ int ze\\\nro(void); }\n"
        for form in [MasterForm.joined, .continued(joinsPrototypes: true), .continued(joinsPrototypes: false)] {
            let syntax = MasterSyntax.parse(Array(master.utf8), path: "m", form: form)
            let entry = try #require(
                syntax.nodes.compactMap { if case .entry(let entry) = $0.kind { entry } else { nil } }.first)
            #expect(syntax.problems.isEmpty)
            #expect(entry.header.map(syntax.text) == ["0", "AUE_NULL", "STD"])
            #expect(entry.prototype.map { syntax.text($0.name) } == "zero")
        }
    }
}
