import Edits
import Findings
import SourceTree
import TestSupport
import Testing

/// The tables of released systems against the digests of what their own generators make of them.
@Suite("The companions of a released tree", .enabled(if: SharedTrees.arePresent, "\(SharedTrees.absence)"))
struct GoldenTests {
    /// The trees whose generators are known. Add a name when its edition is.
    static let trees = ["freebsd-12.1", "freebsd-13.2", "freebsd-14", "freebsd-main"]

    @Test("are byte for byte those of its own generator", arguments: trees)
    func digests(tree: String) throws {
        let tables = try TreeTables.load(DiskView(root: SharedTrees.path(of: tree)))
        let sandbox = try GitSandbox()
        let changes = TreeTables.export(tables.tables).changes
        for change in changes { try sandbox.write("out/\(change.path)", change.result.bytes ?? []) }
        let sums = try sandbox.run(["sha256sum"] + changes.map(\.path.string), in: "out")
        var actual: [String: String] = [:]
        for line in sums.split(separator: "\n") {
            let words = line.split(separator: " ")
            actual[String(words[1])] = String(words[0])
        }
        let expected = try SharedTrees.digests(of: tree)
        let wrong = Set(actual.keys).union(expected.keys).sorted().filter { actual[$0] != expected[$0] }
        #expect(
            wrong.map {
                actual[$0] == nil ? "\($0): not generated" : expected[$0] == nil ? "\($0): not known" : "\($0): differs"
            } == []
        )
        #expect(!expected.isEmpty)
    }

    @Test("come from tables without errors", arguments: trees)
    func sound(tree: String) throws {
        let tables = try TreeTables.load(DiskView(root: SharedTrees.path(of: tree)))
        #expect(tables.findings.filter { $0.severity == .error }.lines == [])
    }
}
