import Findings
import SyscallSyntax
import TestSupport
import Testing

@testable import SyscallTable

@Suite("The rows of a master")
struct MasterTests {
    private func row(_ text: String) throws -> Row {
        let master = master(text)
        #expect(master.findings.lines == [])
        return try #require(master.rows.first)
    }

    @Test("hold what their columns say")
    func columns() throws {
        let row = try row("0\tAUE_LAMP\tCOMPAT11|CAPENABLED {\n\t\tint lamp(void);\n\t}\n")
        #expect(row.numbers == 0...0)
        #expect(row.audit == "AUE_LAMP")
        #expect(row.kinds.flags == .capabilityEnabled)
        #expect(row.kinds.compat == 11)
        #expect(row.kinds.words == ["COMPAT11", "CAPENABLED"])
        #expect(row.name == "lamp")
        #expect(row.prototype?.result == "int")
        #expect(row.prototype?.arguments.count == 0)
    }

    @Test("hold the words behind the name of a row without a prototype")
    func alternatives() throws {
        let row = try row("0\tAUE_NULL\tNODEF\tlamp other other_args void\n")
        #expect(row.name == "lamp")
        #expect(row.alternatives == Row.Alternatives(name: "other", structure: "other_args", returnType: "void"))
    }

    @Test("hold the words behind the brace")
    func behindBrace() throws {
        let row = try row("0\tAUE_NULL\tSTD {\tother other_args\n\t\tint lamp(void);\n\t}\n")
        #expect(row.name == "lamp")
        #expect(row.alternatives == Row.Alternatives(name: "other", structure: "other_args", returnType: nil))
    }

    @Test("may be without a name")
    func nameless() throws {
        #expect(try row("0\tAUE_NULL\tRESERVED\n").name == "")
    }

    @Test("hold stars apart from the result type")
    func stars() throws {
        #expect(try row("0\tAUE_NULL\tSTD {\n\t\tvoid **lamp(void);\n\t}\n").prototype?.result == "void **")
    }

    @Test(
        "hold an argument's annotations, type and name",
        arguments: [
            ("int a", "", "int", "a"), ("char *a", "", "char *", "a"), ("char * a", "", "char *", "a"),
            ("_In_ const char *a", "_In_", "const char *", "a"),
            ("_Out_writes_bytes_(*n) void *a", "_Out_writes_bytes_(*n)", "void *", "a"),
            ("_Inout_ _Contains_long_ptr_ struct b *a", "_Inout_ _Contains_long_ptr_", "struct b *", "a"),
            ("_In_opt_z_ const char * __restrict a", "_In_opt_z_", "const char * __restrict", "a"),
            ("unsigned int a", "", "unsigned int", "a"), ("_Interesting b a", "", "_Interesting b", "a"),
        ]
    )
    func argument(text: String, annotations: String, type: String, name: String) throws {
        let argument = try #require(try row(entry(0, "STD", "lamp", text)).prototype?.arguments.first)
        #expect(argument.annotations == annotations)
        #expect(String(decoding: argument.type, as: UTF8.self) == type)
        #expect(argument.name == name)
    }

    @Test("keep an annotation that stands on a line of its own, where the generator joins it to the type")
    func annotationOnItsOwnLine() throws {
        let text = entry(0, "STD", "lamp", "_Out_writes_(n)\n\t\t    void *a", "int n")
        let syntax = MasterSyntax.parse(Array(text.utf8), path: "m", form: .joined)
        let argument = try #require(Master(syntax, generator: .lua13).rows.first?.prototype?.arguments.first)
        #expect(argument.annotations == "_Out_writes_(n)")
        #expect(String(decoding: argument.type, as: UTF8.self) == "void *")
    }

    @Test("keep the preprocessor lines ahead of them, and the master those behind the last")
    func prologs() {
        let master = master(rows(0) + "#define A\n#define B\n" + rows(1) + "#undef A")
        #expect(master.rows.map { String(decoding: $0.prolog, as: UTF8.self) } == ["", "#define A\n#define B\n"])
        #expect(String(decoding: master.epilog, as: UTF8.self) == "#undef A\n")
    }

    @Test("leave the includes to the head of the switch table")
    func includes() {
        let master = master("#include <a.h>\n%%ABI_HEADERS%%\n" + rows(0) + "#include <b.h>")
        #expect(
            master.includes == [
                .line(Array("#include <a.h>\n".utf8)), .abiHeaders, .line(Array("#include <b.h>\n".utf8)),
            ])
        #expect(master.epilog == [])
    }

    @Test("know their arms")
    func arms() {
        let master = master(rows(0) + "#if A\n" + rows(1) + "#else\n" + rows(1) + "#endif\n" + rows(2))
        let arms = master.rows.map(\.arm)
        #expect(arms.map(\.isUnconditional) == [true, false, false, true])
        #expect(arms[1].excludes(arms[2]) && arms[2].excludes(arms[1]))
        #expect(!arms[1].excludes(arms[3]) && !arms[1].excludes(arms[1]))
    }

    @Test("are found where they stand")
    func places() {
        let master = master("; a\n\n" + entry(0) + rows(1))
        #expect(master.rows.map { $0.location.line } == [3, 6])
        #expect(master.rows.map { master.syntax.text(master.syntax.nodes[$0.node].range).first } == ["0", "1"])
    }
}
