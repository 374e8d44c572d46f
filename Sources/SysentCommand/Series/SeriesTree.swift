import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TableMerge

/// The tree that a series is carried to: `--tree` at `--onto REV`, or all of it in `--onto TREE[@REV]`.
struct SeriesTree {
    let directory: String
    let revision: String?

    init(_ options: TreeOptions) throws(Refusal) {
        if let onto = options.onto, options.tree == nil {
            if try Self.isDirectory(onto) {
                directory = onto
                revision = nil
                return
            }
            if let at = onto.lastIndex(of: "@"), at != onto.startIndex, try Self.isDirectory(String(onto[..<at])) {
                directory = String(onto[..<at])
                revision = String(onto[onto.index(after: at)...])
                return
            }
        }
        directory = try options.directory()
        revision = options.onto
    }

    private static func isDirectory(_ path: String) throws(Refusal) -> Bool {
        try DiskView(root: path).kind(of: .root) == .directory
    }

    /// Carries the series of `patches` to the tree.
    ///
    /// - Throws: a `Refusal` when the series or the tree cannot be read.
    func carry(_ patches: String, _ options: RebaseOptions) throws(Refusal) -> CarriedSeries {
        try PatchSeries.carry(
            tree: FilePath(directory),
            revision: revision,
            seriesDirectory: FilePath(patches),
            files: DiskView(root: directory),
            options: options
        )
    }

    /// Since which commit the numbers that the series wanted belong to others, where the history is there.
    ///
    /// - Throws: a `Refusal` when git cannot be asked.
    func takers(of carried: CarriedSeries) throws(Refusal) -> [Int: GitRepository.CommitName] {
        let moves = carried.patches.flatMap(\.moves).filter { $0.holder != nil }
        guard !moves.isEmpty, let history = try NumberHistory(directory: FilePath(directory), revision: revision) else {
            return [:]
        }
        var takers: [Int: GitRepository.CommitName] = [:]
        for move in moves where takers[move.old] == nil { takers[move.old] = try history.commit(thatTook: move) }
        return takers
    }
}
