import Companions
import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@Suite("The outputs of a table")
struct OutputTests {
    private func outputs(_ configuration: String) throws -> [String] {
        let tree = TableTree.complete.with("sys/kern/syscalls.conf", configuration)
        return try TreeTables.load(tree.view).tables[0].outputs.map { "\($0.companion.setting) \($0.path)" }
    }

    private func errors(_ configuration: String, in file: String = "sys/kern/syscalls.conf") throws -> [String] {
        try TreeTables.load(TableTree.complete.with(file, configuration).view).findings.lines
    }

    @Test("are those that the configuration wants, relative to its directory")
    func wanted() throws {
        #expect(
            try outputs("") == [
                "syssw sys/kern/init_sysent.c", "syshdr sys/sys/syscall.h", "sysnames sys/kern/syscalls.c",
                "sysproto sys/sys/sysproto.h", "systrace sys/kern/systrace_args.c",
            ]
        )
        #expect(try outputs("libsysmap=\"../../lib/a.map\"\n").contains("libsysmap lib/a.map"))
    }

    @Test("are none where /dev/null stands")
    func unwanted() throws {
        let none = Companion.allCases.map { "\($0.setting)=\"/dev/null\"\n" }.joined()
        #expect(try outputs(none) == [])
    }

    @Test(
        "never leave the tree",
        arguments: [
            "/etc/passwd", "../../../a", "../../..", "../../../sys/kern/a", "a/../../../../b", "../..",
            "/dev/null/a", "../../../\u{301}a",
        ]
    )
    func outside(path: String) throws {
        let expected = "sys/kern/syscalls.conf:2:1: error: syssw=\(path) leaves the tree [output-outside-tree]"
        #expect(try errors("# a\nsyssw=\"\(path)\"\n") == [expected])
    }

    @Test("name a file", arguments: ["", "a/", "../", "/"])
    func noFile(path: String) throws {
        let expected = "sys/kern/syscalls.conf:1:1: error: syssw names no file [output-outside-tree]"
        #expect(try errors("syssw=\"\(path)\"\n") == [expected])
    }

    @Test("do not leave the tree by a symbolic link", arguments: ["/etc", "../../../outside"])
    func link(target: String) throws {
        let tree = TableTree.complete.with(link: "lib/libsys", to: target)
        let tables = try TreeTables.load(tree.view)
        let refusal = #expect(throws: Refusal.self) { try tables.regeneration() }
        #expect(refusal?.findings.rules == ["outside-tree"])
    }

    @Test(
        "do not overwrite what tables are made of",
        arguments: [
            "syscalls.master", "syscalls.conf", "../compat/narrow/syscalls.conf", "../kern/./syscalls.master",
            "Makefile",
            "../../Makefile.inc1",
        ]
    )
    func inputs(path: String) throws {
        let findings = try errors("syssw=\"\(path)\"\n")
        #expect(findings.count == 1)
        #expect(findings.first?.hasSuffix("which tables are made of [output-collision]") == true)
    }

    @Test("are two files, not one")
    func twice() throws {
        let expected =
            "sys/kern/syscalls.conf: error: sys/kern/a.c is generated twice, from sys/kern and sys/kern [output-collision]"
        #expect(try errors("syssw=\"a.c\"\nsysnames=\"./a.c\"\n") == [expected])
    }

    @Test("are not those of another table")
    func otherTable() throws {
        let narrow = TableTree.narrow.replacing("narrow_proto.h", with: "../../sys/sysproto.h")
        let expected =
            "sys/compat/narrow/syscalls.conf: error: sys/sys/sysproto.h is generated twice, from sys/kern and sys/compat/narrow"
        #expect(try errors(narrow, in: "sys/compat/narrow/syscalls.conf") == [expected + " [output-collision]"])
    }

    @Test("are not made of a table with an error")
    func refused() throws {
        let tables = try TreeTables.load(TableTree.complete.with("sys/kern/syscalls.conf", "syssw=\"/a\"\n").view)
        #expect(throws: Refusal.self) { try tables.regeneration() }
    }
}
