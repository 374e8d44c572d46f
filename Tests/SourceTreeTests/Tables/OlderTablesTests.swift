import Companions
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

/// What trees before FreeBSD 15 have and later ones have not: rules of their own, several tables in one directory,
/// lists of capability mode, keywords.
@Suite("The tables of an older tree")
struct OlderTablesTests {
    private static let master =
        " $FreeBSD$\n0\tAUE_NULL\tSTD\t{ int lamp_sys_zero(void); }\n1\tAUE_NULL\tSTD\t{ int one(void); }\n"

    /// A configuration whose companions have names of their own.
    private static func configuration(_ name: String, _ more: String = "") -> String {
        "sysnames=\"/dev/null\"\nsysproto=\"/dev/null\"\nsyshdr=\"\(name).h\"\nsysmk=\"/dev/null\"\n"
            + "syssw=\"\(name).c\"\nsystrace=\"/dev/null\"\n" + more
    }

    private func view(_ files: [String: String]) -> MemoryView {
        var bytes: [TreePath: [UInt8]] = [TreePath("sys/kern/syscalls.master"): Array(Self.master.utf8)]
        for (path, text) in files { bytes[TreePath(path)] = Array(text.utf8) }
        return MemoryView(bytes)
    }

    @Test("are those of the Makefile's rules, several in a directory, with masters of any name and place")
    func rules() throws {
        let makefile = """
            SCRIPT=\t../../kern/makesyscalls.sh
            sysent:
            \tsh ../../kern/makesyscalls.sh syscalls.master ${.CURDIR}/syscalls.conf
            oil_sysent: ${SCRIPT} \\
            \t\tsyscalls.oil
            \t-mv -f oil.c oil.c.bak
            \tsh ${SCRIPT} syscalls.oil syscalls.oil.conf
            gas_sysent:
            \tsh ${SCRIPT} ../../contrib/gas/gas.master \\
            \t    syscalls.gas.conf
            """
        let tables = try TreeTables.load(
            view([
                "sys/i386/lamp/Makefile": makefile, "sys/i386/lamp/syscalls.master": Self.master,
                "sys/i386/lamp/syscalls.conf": Self.configuration("lamp"), "sys/i386/lamp/syscalls.oil": Self.master,
                "sys/i386/lamp/syscalls.oil.conf": Self.configuration("oil"),
                "sys/i386/lamp/syscalls.gas.conf": Self.configuration("gas"), "sys/contrib/gas/gas.master": Self.master,
            ]))
        #expect(tables.findings.lines == [])
        #expect(
            tables.tables.map(\.site.master.string) == [
                "sys/kern/syscalls.master", "sys/contrib/gas/gas.master", "sys/i386/lamp/syscalls.master",
                "sys/i386/lamp/syscalls.oil",
            ])
        #expect(tables.tables(called: "lamp/syscalls.oil").map(\.site.master.name) == ["syscalls.oil"])
        #expect(tables.tables(called: "i386/lamp").count == 3)
        #expect(tables.tables[3].site.reasons == ["sys/i386/lamp/Makefile:7 runs the generator"])
    }

    @Test("take the calls of capability mode from the file that stands beside them")
    func capabilities() throws {
        let tables = try TreeTables.load(view(["sys/kern/capabilities.conf": "one\n"]))
        #expect(tables.tables[0].table.calls.map { $0.has(.capabilityEnabled) } == [false, true])
    }

    @Test("take them from the master by a pattern, where FreeBSD 13 heeds it")
    func pattern() throws {
        let idiom = #"capenabled=`sed -n -e 's/.*\<\(lamp[0-9]*_sys_[a-z]*\)\>.*/\1/p' $1 | tr '\n' ','`"# + "\n"
        let view = view(["sys/kern/syscalls.conf": idiom, "sys/kern/capabilities.conf": "one\n"])
        let thirteen = try TreeTables.load(view, as: .lua13)
        #expect(thirteen.tables[0].table.calls.map { $0.has(.capabilityEnabled) } == [true, false])
        // makesyscalls.sh of FreeBSD 12 reads the file afterwards and forgets what the configuration said.
        let twelve = try TreeTables.load(view, as: .shell)
        #expect(twelve.tables[0].table.calls.map { $0.has(.capabilityEnabled) } == [false, true])
    }

    @Test("miss a list of capability mode only when the configuration asks for it")
    func missingCapabilities() throws {
        let view = view(["sys/kern/syscalls.conf": "capabilities_conf=\"no.conf\"\n"])
        #expect(try TreeTables.load(view, as: .shell).findings.rules == [])
        #expect(try TreeTables.load(view, as: .lua13).findings.rules == ["missing-file"])
    }

    @Test("that a shell would have to configure are left out, and the others are made")
    func blocked() throws {
        let view = view([
            "sys/compat/warp/syscalls.master": Self.master,
            "sys/compat/warp/syscalls.conf": Self.configuration("warp", "syscallprefix=`date`\n"),
        ])
        let tables = try TreeTables.load(view)
        #expect(tables.tables.map(\.site.directory.string) == ["sys/kern"])
        #expect(tables.blocked.map(\.directory.string) == ["sys/compat/warp"])
        #expect(tables.findings.rules == ["shell-substitution"])
        #expect(try tables.regeneration().changes.count == 6)
        #expect(throws: Refusal.self) { try tables.refuseErrors() }
    }

    @Test("are up to date however a keyword in a companion's head is expanded, and only then")
    func keywords() throws {
        let tables = try TreeTables.load(view([:]))
        let path = TreePath("sys/kern/init_sysent.c")
        let change = try #require(try tables.regeneration().changes.first { $0.path == path })
        let text = String(decoding: try #require(change.result.bytes), as: UTF8.self)
        func isCurrent(_ old: String) throws -> Bool {
            try !TreeTables.load(view([path.string: old])).regeneration().changes.contains { $0.path == path }
        }
        #expect(text.contains("$FreeBSD$"))
        #expect(try isCurrent(text))
        #expect(try isCurrent(text.replacing("$FreeBSD$", with: "$FreeBSD: lamps/init_sysent.c 9 2012 potter $")))
        #expect(try !isCurrent(text.replacing("$FreeBSD$", with: "$FreeBSD: lamps\n $")))
        #expect(try !isCurrent(text.replacing("$FreeBSD$", with: "$FreeBSD lamps $")))
        #expect(try !isCurrent(text.replacing("$FreeBSD$", with: "$NetBSD: lamps $")))
        let expanded = text.replacing("$FreeBSD$", with: "$FreeBSD: lamps $")
        #expect(try !isCurrent(expanded.replacing("one", with: "two")))
        #expect(try !isCurrent(expanded + "\n"))
        #expect(try !isCurrent(String(expanded.dropLast())))
    }
}
