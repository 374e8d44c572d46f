import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@Suite("Regeneration")
struct RegenerationTests {
    /// A tree whose companions are what its masters make.
    private let fresh: TableTree

    init() throws {
        fresh = TableTree.complete.with(try TreeTables.load(TableTree.complete.view).regeneration())
    }

    private func regeneration(_ tree: TableTree) throws -> TreeEdit {
        try TreeTables.load(tree.view).regeneration()
    }

    @Test("makes what is missing")
    func missing() throws {
        let changes = try regeneration(.complete).changes
        #expect(changes.count == 11)
        #expect(changes.allSatisfy { $0.expected == .absent })
        #expect(changes.allSatisfy { $0.reasons == ["generated from sys/kern/syscalls.master"] })
    }

    @Test("changes nothing where nothing is stale")
    func nothing() throws {
        #expect(try regeneration(fresh).isEmpty)
    }

    @Test("changes what is stale, and says at which line")
    func stale() throws {
        let path = "sys/kern/syscalls.c"
        let text = try #require(fresh[path])
        let tree = fresh.with(path, text.replacing("\"lamp\"", with: "\"lump\""))
        let changes = try regeneration(tree).changes
        #expect(changes.map(\.path.string) == [path])
        #expect(changes.first?.result.bytes == Array(text.utf8))
        let expected =
            "\(path):8:1: error: stale; this line is not what is generated from sys/kern/syscalls.master [stale-companion]"
        #expect(changes.map { $0.staleness(tree.view).line } == [expected])
    }

    @Test("says what is missing")
    func missingFinding() throws {
        let tree = fresh.with("sys/kern/syscalls.c", nil)
        let change = try #require(try regeneration(tree).changes.first)
        let expected =
            "sys/kern/syscalls.c: error: missing; generated from sys/kern/syscalls.master [stale-companion]"
        #expect(change.staleness(tree.view).line == expected)
    }

    @Test("says where a companion ends too early")
    func short() throws {
        let text = try #require(fresh["sys/kern/syscalls.c"])
        let tree = fresh.with("sys/kern/syscalls.c", String(text.dropLast(3)))
        let change = try #require(try regeneration(tree).changes.first)
        #expect(
            change.staleness(tree.view).location?.line == text.split(separator: "\n", omittingEmptySubsequences: false)
                .count - 1)
    }

    @Test("changes every table of a master that changed")
    func everyTable() throws {
        let master = TableTree.master.replacing("lamp(", with: "torch(")
        let changes = try regeneration(fresh.with("sys/kern/syscalls.master", master)).changes
        #expect(changes.map(\.path.string).contains("sys/compat/narrow/narrow_sysent.c"))
        #expect(changes.map(\.path.string).contains("sys/kern/init_sysent.c"))
    }

    @Test("may be of one table alone")
    func oneTable() throws {
        let tables = try TreeTables.load(TableTree.complete.view)
        let changes = try tables.regeneration(of: tables.tables(called: "narrow")).changes
        #expect(changes.map(\.path.parent) == Array(repeating: TreePath("sys/compat/narrow"), count: 5))
    }

    @Test("keeps the mode of a companion")
    func mode() throws {
        let old = TableTree.complete.with(try regeneration(.complete), executable: true)
        let changed = old.with("sys/kern/syscalls.c", "old")
        let change = try #require(try regeneration(changed).changes.first)
        #expect(change.expected == .file(Array("old".utf8), .executable))
        guard case .file(_, .executable) = change.result else {
            Issue.record("the mode is not kept: \(change.path)")
            return
        }
    }

    @Test("elsewhere than in the tree replaces what stands there")
    func replacing() throws {
        let tables = try TreeTables.load(TableTree.complete.view)
        let elsewhere = MemoryView([TreePath("sys/kern/syscalls.c"): Array("other".utf8)])
        let edit = try TreeTables.export(tables.tables).replacing(in: elsewhere)
        #expect(edit.changes.count == 11)
        #expect(
            edit.changes.filter { $0.expected != .absent }.map(\.expected) == [.file(Array("other".utf8), .regular)])
    }
}
