import Edits
import Findings
import SlotModel
import SourceTree
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

@Suite("The rows of a table")
struct ProjectionTests {
    private func rows(_ master: String, _ generator: Generator = .modular) throws(Refusal) -> [SlotRow] {
        let table = SyscallTable(
            Master(
                .parse(Array(master.utf8), path: "m", form: generator.particulars.master.form), generator: generator),
            configuration: TableConfiguration(nil, generator: generator),
            generator: generator
        )
        return try SwitchTable(table).rows
    }

    @Test("are what init_sysent.c has")
    func kinds() throws {
        let master = """
            0\tAUE_NULL\tSYSMUX|CAPENABLED {
            \t\tint syscall(
            \t\t    int number,
            \t\t    ...
            \t\t);
            \t}
            1\tAUE_NULL\tSTD|CAPENABLED {
            \t\tint a(
            \t\t    int b,
            \t\t    int c
            \t\t);
            \t}
            2\tAUE_NULL\tOBSOL\tb
            3-4\tAUE_NULL\tRESERVED
            5\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
            6\tAUE_NULL\tNOSTD {
            \t\tint c(
            \t\t    int d
            \t\t);
            \t}
            7\tAUE_NULL\tCOMPAT11 {
            \t\tint d(
            \t\t    int e
            \t\t);
            \t}
            8\tAUE_NULL\tNODEF\tlkmnosys lkmnosys nosys_args int

            """
        #expect(
            try rows(master) == [
                SlotRow(.nosys, isCapabilityEnabled: true),
                SlotRow(.call("sys_a"), words: 2, isCapabilityEnabled: true),
                .empty, .empty, .empty,
                .slot,
                SlotRow(.lkmressys, words: 1, threads: .absent),
                SlotRow(.call("freebsd11_d"), words: 1),
                SlotRow(.lkmnosys, words: 1),
            ])
    }

    @Test("do not depend on a conditional, or are refused")
    func conditional() throws {
        let slot = "\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
        let same = "0\tAUE_NULL\tRESERVED\n#if A\n1\(slot)#else\n1\(slot)#endif\n"
        #expect(try rows(same) == [.empty, .slot])
        let other = "0\tAUE_NULL\tRESERVED\n#if A\n1\(slot)#else\n1\tAUE_NULL\tRESERVED\n#endif\n"
        do throws(Refusal) {
            _ = try rows(other)
            Issue.record("accepted")
        } catch {
            #expect(
                error.findings.lines == [
                    "m:5:1: error: whether number 1 is a slot depends on a conditional [conditional-slot]"
                ])
        }
    }

    @Test(
        "of every released tree have the ten slots, and others by number",
        .enabled(if: SharedTrees.arePresent, "\(SharedTrees.absence)"), arguments: SharedTrees.names)
    func released(name: String) throws {
        let tables = try TreeTables.load(DiskView(root: SharedTrees.path(of: name)))
        for directory in ["sys/kern", "sys/compat/freebsd32"] {
            let table = try #require(tables.tables.first { $0.site.directory.string == directory })
            let rows = try SwitchTable(table.table)
            #expect(rows.freeSlots == Array(210...219), "\(directory)")
            #expect(rows.rows.count == table.table.size)
        }
    }
}
