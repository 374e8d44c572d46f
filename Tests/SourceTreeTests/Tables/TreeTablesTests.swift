import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@Suite("Loading a tree's tables")
struct TreeTablesTests {
    private func rules(_ tree: TableTree) -> [String] {
        do {
            return try TreeTables.load(tree.view).findings.rules
        } catch {
            return ["refused"] + error.findings.rules
        }
    }

    @Test("reads and projects each of them")
    func loads() throws {
        let tables = try TreeTables.load(TableTree.complete.view)
        #expect(tables.findings.lines == [])
        #expect(
            tables.tables.map { $0.table.calls.map(\.name) } == [["lamp", "lkmnosys"], ["narrow_lamp", "lkmnosys"]])
        #expect(tables.tables(called: "narrow").map(\.site.directory) == [TreePath("sys/compat/narrow")])
        #expect(tables.tables(called: "kern").count == 1)
        #expect(tables.tables(called: "none").count == 0)
    }

    @Test("refuses a tree without tables")
    func none() {
        #expect(rules(TableTree(["README": ""])) == ["refused", "no-tables"])
    }

    @Test("refuses a master that is not there, or is a directory")
    func unreadable() {
        #expect(rules(TableTree.complete.with("sys/kern/syscalls.master", nil)) == ["refused", "missing-file"])
        let directory = TableTree.complete.with("sys/kern/syscalls.master", nil).with("sys/kern/syscalls.master/a", "")
        #expect(rules(directory) == ["refused", "is-a-directory"])
    }

    @Test("reports an empty master")
    func empty() {
        #expect(rules(TableTree.complete.with("sys/kern/syscalls.master", "")) == ["empty-file"])
    }

    @Test("reports what is wrong with a shared master once")
    func once() {
        let master = TableTree.master.replacing("1\tAUE", with: "2\tAUE")
        #expect(rules(TableTree.complete.with("sys/kern/syscalls.master", master)) == ["number-gap"])
    }

    @Test("makes nothing of a tree in which one table has an error")
    func oneError() throws {
        let tree = TableTree.complete.with("sys/compat/narrow/syscalls.conf", "compat_set=\"none\"\n")
        let tables = try TreeTables.load(tree.view)
        #expect(throws: Refusal.self) { try tables.refuseErrors() }
        #expect(throws: Refusal.self) { try tables.regeneration(of: [tables.tables[0]]) }
    }
}
