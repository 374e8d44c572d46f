import Testing

@testable import TrapModules

@Suite("A type of an argument")
struct CTypeTests {
    @Test(
        "is passed by its width",
        arguments: [
            ("int", "int", CType.Passing.int), ("unsigned  int", "unsigned int", .int), ("bool", "bool", .int),
            ("const char*", "const char *", .pointer), ("char * const *", "char *const *", .pointer),
            ("struct stat *", "struct stat *", .pointer), ("void **", "void **", .pointer),
            ("off_t", "off_t", .quad), ("unsigned long long", "unsigned long long", .quad),
            ("size_t", "size_t", .ulong), ("const long", "const long", .long), ("enum colour", "enum colour", .int),
            ("port_t", "port_t", .quad),
        ]
    )
    func known(text: String, spelled: String, passing: CType.Passing) throws {
        let type = try CType(text, known: ["port_t": .quad])
        #expect(type.text == spelled)
        #expect(type.passing == passing)
    }

    @Test("is declared with the name where C wants it")
    func declared() throws {
        #expect(try CType("char **", known: [:]).declaration(of: "a") == "char **a")
        #expect(try CType("char * const", known: [:]).declaration(of: "a") == "char *const a")
        #expect(try CType("long", known: [:]).declaration(of: "a") == "long a")
    }

    @Test(
        "is refused when it is none",
        arguments: [
            ("", CType.Problem.malformed), ("*", .malformed), ("int)", .malformed), ("5", .malformed),
            ("int * x", .malformed), ("enum", .malformed), ("const", .malformed), ("a, b", .malformed),
            ("struct stat", .aggregate), ("union u", .aggregate), ("mach_port_t", .unknown("mach_port_t")),
            ("int int", .unknown("int int")),
        ]
    )
    func refused(text: String, problem: CType.Problem) {
        #expect(throws: problem) { _ = try CType(text, known: [:]) }
    }
}
