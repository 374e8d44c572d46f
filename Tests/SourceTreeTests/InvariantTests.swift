import Companions
import Edits
import Findings
import SourceTree
import TestSupport
import Testing

/// Invariants 2 and 4 of ARCHITECTURE.md; invariant 5 is tried by the tests of the writer.
@Suite("Invariants of the tree")
struct InvariantTests {
    @Test("2: Reading a tree and working out its companions changes nothing of it")
    func readsOnly() throws {
        let directory = try TemporaryDirectory()
        for (path, text) in TableTree.complete.texts { try directory.write(path, text) }
        let before = try directory.snapshot()
        let tables = try TreeTables.load(DiskView(root: directory.path))
        #expect(try tables.regeneration().changes.count == 11)
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("4: No setting takes a companion out of the tree", arguments: Companion.allCases)
    func outputs(companion: Companion) throws {
        for path in ["/tmp/a", "../../../a", "../../../\u{301}a", "a/../../../../a"] {
            let tree = TableTree.complete.with("sys/kern/syscalls.conf", "\(companion.setting)=\"\(path)\"\n")
            let tables = try TreeTables.load(tree.view)
            #expect(tables.findings.rules == ["output-outside-tree"])
            #expect(!tables.tables.flatMap(\.outputs).contains { $0.path.string.hasPrefix("..") })
        }
        let unwanted = TableTree.complete.with("sys/kern/syscalls.conf", "\(companion.setting)=/dev/null\n")
        let outputs = try TreeTables.load(unwanted.view).tables[0].outputs
        #expect(!outputs.contains { $0.companion == companion })
    }
}
