import TableDiff
import Testing

@Suite("A change of an argument's type") struct TypeTests {
    @Test(
        "is judged by what is passed",
        arguments: [
            ("int", "pid_t", Impact.information),
            ("unsigned int", "u_int", .information),
            ("int", "u_int", .sourceBreak),
            ("int", "mode_t", .sourceBreak),
            ("int", "long", .binaryBreak),
            ("long", "off_t", .binaryBreak),
            ("size_t", "u_long", .information),
            ("char *", "const char *", .compatible),
            ("const char *", "char *", .sourceBreak),
            ("struct lamp *", "void *", .compatible),
            ("void *", "struct lamp *", .sourceBreak),
            ("const void *", "void *", .sourceBreak),
            ("caddr_t", "void *", .compatible),
            ("char * __restrict", "char *", .information),
            ("u_int *", "unsigned int *", .information),
            ("uintptr_t", "void *", .sourceBreak),
            ("int", "void *", .binaryBreak),
            ("lamp_t", "door_t", .binaryBreak),
        ]
    )
    func judged(old: String, new: String, impact: Impact) {
        let found = changes(row(0, "call", "\(old) value"), row(0, "call", "\(new) value"))
        #expect(found.map(\.kind) == [.argumentType])
        #expect(found.map(\.impact) == [impact])
    }

    @Test(
        "is none where only white space differs",
        arguments: [
            ("char *", "char*"), ("char *", "char * "), ("struct lamp * const *", "struct lamp *const *"),
            ("char **", "char* *"), ("char * __restrict", "char *__restrict"),
        ]
    )
    func whiteSpace(old: String, new: String) {
        #expect(changes(row(0, "call", "\(old)value"), row(0, "call", "\(new)value")) == [])
    }

    @Test(
        "is certain where widths and layouts are known",
        arguments: [
            ("int", "long", true), ("int", "u_int", true), ("caddr_t", "struct lamp *", true),
            ("struct lamp *", "void *", true), ("int *", "__socklen_t *", true), ("int *", "long *", false),
            ("struct lamp *", "struct door *", false), ("lamp_t", "int", false), ("lamp_t", "door_t", false),
        ]
    )
    func certain(old: String, new: String, isCertain: Bool) {
        let found = changes(row(0, "call", "\(old) value"), row(0, "call", "\(new) value"))
        #expect(found.map(\.isCertain) == [isCertain])
    }

    @Test("asks how wide the words of the table's programs are")
    func words() {
        func impact(_ configuration: String, _ directory: String) -> [Impact] {
            TableDiff.changes(
                from: compared(row(0, "call", "int value"), configuration: configuration, directory: directory),
                to: compared(row(0, "call", "void *value"), configuration: configuration, directory: directory)
            ).changes.map(\.impact)
        }
        #expect(impact("", "sys/kern") == [.binaryBreak])
        #expect(impact("syscallprefix=\"FREEBSD32_SYS_\"\n", "sys/compat/freebsd32") == [.sourceBreak])
    }

    @Test("of another system's programs is no break of binaries")
    func foreign() {
        let configuration = "syscallprefix=\"LINUX_SYS_\"\n"
        func table(_ text: String) -> ComparedTable {
            compared(text, configuration: configuration, directory: "sys/amd64/linux")
        }
        let typed = TableDiff.changes(from: table(row(0, "call", "int a")), to: table(row(0, "linux_call", "long a")))
        #expect(typed.changes.map(\.kind) == [.argumentType, .wrapper])
        #expect(typed.changes.first?.impact == .sourceBreak)
        let added = TableDiff.changes(from: table(row(0, "call")), to: table(row(0, "call", "long a")))
        #expect(added.changes.map(\.impact) == [.compatible])
        let renamed = TableDiff.changes(from: table(row(0, "_call")), to: table(row(0, "call", result: "long")))
        #expect(renamed.changes.map(\.kind) == [.renamed, .result])
        #expect(renamed.changes.map(\.impact) == [.information, .information])
    }
}
