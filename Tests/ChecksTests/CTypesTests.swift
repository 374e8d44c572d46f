import Testing

@testable import Checks

@Suite("What a type contains") struct CTypesTests {
    private func contents(_ type: String, _ headers: String...) -> KnownContents {
        var types = CTypes()
        for header in headers { types.read(Array(header.utf8)) }
        return types.contents(of: Array(type.utf8))
    }

    @Test(
        "is read from the members of its structure",
        arguments: [
            ("int a; char b[8];", []), ("long a;", .long), ("unsigned long a[2];", .long), ("long int a, b;", .long),
            ("long long a;", []), ("unsigned long long a;", []), ("size_t a;", .long), ("time_t a;", .time),
            ("int a, *b;", .pointer), ("void (*f)(long);", .pointer), ("intptr_t a;", .pointer),
            ("struct { long a; } b;", .long), ("union { int a; long b; };", .long), ("enum { A, B } a;", []),
            ("const volatile time_t a;", .time), ("int a : 8 * 2, b : 3;", []), ("TAILQ_ENTRY(lamp) a;", .pointer),
            ("int a __aligned(sizeof(long));", []), ("__aligned(8) long a;", .long), ("uint64_t a; char c;", []),
            ("#ifdef A\n int a;\n#else\n long *a;\n#endif\n", .pointer), ("/* long a; */ int b; // long c;\n", []),
            ("int a;\n#define A \\\n long b;\n", []), ("char a = ';';", []),
        ] as [(String, TypeContents)]
    )
    func members(text: String, expected: TypeContents) {
        #expect(contents("const struct lamp", "struct lamp {\n\(text)\n};") == KnownContents(contents: expected))
    }

    @Test("is what the types of its members contain, whatever header defines them")
    func nested() {
        let headers = [
            "typedef struct { u_long a; } oil_t; typedef long suseconds_t, *where_t;",
            "struct wick { oil_t oil; struct wick *next; };", "typedef unsigned long u_long; typedef int (fn_t)(long);",
        ]
        let all = headers.joined(separator: "\n")
        #expect(contents("struct wick", all).contents == [.long, .pointer])
        #expect(contents("where_t", all).contents == .pointer)
        #expect(contents("suseconds_t", all).contents == .long)
        #expect(contents("fn_t", all).contents == [])
        #expect(contents("oil_t", headers[0]).isComplete == false)
    }

    @Test("is not known where something else than a declaration stands, or a type that nobody defines")
    func unknown() {
        for text in ["struct oil oil;", "oil_t oil;", "OIL(a);", "= ( ;"] {
            let known = contents("struct lamp", "struct lamp { long a; \(text) };")
            #expect(known.contents == .long)
            #expect(!known.isComplete, "\(text)")
        }
        #expect(!contents("struct lamp").isComplete)
        #expect(!contents("").isComplete)
    }

    @Test("is known of a structure that holds itself")
    func recursive() {
        #expect(contents("struct a", "struct a { struct a *a; long c; };").contents == [.pointer, .long])
        #expect(contents("struct a", "struct a { struct a a; long c; };") == KnownContents(contents: .long))
        #expect(contents("a_t", "typedef a_t a_t;") == KnownContents())
    }

    @Test("is what either of two definitions says")
    func twice() {
        #expect(contents("struct a", "struct a { int *a; };", "struct a { long a; };").contents == [.pointer, .long])
    }

    @Test(
        "is looked for in any bytes without end",
        arguments: ["struct a { struct", "struct a { int (", "typedef", "/*", "\"", "#", "{{{{"])
    func hostile(text: String) {
        #expect(contents("struct b", text) == .unknown)
    }

    @Test("that was reviewed has a reason, and one only")
    func reviewed() {
        let names = ReviewedTypes.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
        #expect(ReviewedTypes.all.allSatisfy { !$0.reason.isEmpty })
        #expect(contents("fd_set") == KnownContents())
    }
}
