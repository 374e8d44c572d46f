import Edits
import SourceTree
import SyscallTable
import TableDiff
import TestSupport
import Testing

@Suite("Released trees", .enabled(if: SharedTrees.arePresent, Comment(rawValue: SharedTrees.absence)))
struct ReleasedTreesTests {
    private func tables(_ name: String) throws -> [ComparedTable] {
        let tables = try TreeTables.load(DiskView(root: SharedTrees.path(of: name)))
        return tables.tables.map {
            ComparedTable(
                directory: $0.site.directory.string, master: $0.site.master.string, table: $0.table,
                kinds: tables.generator.kinds)
        }
    }

    @Test("do not differ from themselves", arguments: SharedTrees.names)
    func same(name: String) throws {
        for table in TableDiff.changes(from: try tables(name), to: try tables(name)) {
            #expect(table.changes.isEmpty)
            #expect(table.notes.isEmpty)
        }
    }

    @Test("differ from one another the same way from both sides", arguments: SharedTrees.names, SharedTrees.names)
    func mirror(one: String, other: String) throws {
        let (left, right) = (try tables(one), try tables(other))
        let back = TableDiff.changes(from: right, to: left)
        for there in TableDiff.changes(from: left, to: right) {
            let same = back.first {
                $0.old?.directory == there.new?.directory && $0.new?.directory == there.old?.directory
            }
            let kinds = there.changes.map(\.kind.opposite.rawValue).sorted()
            #expect(same?.changes.map(\.kind.rawValue).sorted() == kinds)
        }
    }
}
