import Edits
import Findings
import GitStore
import SystemPackage
import TableMerge

/// Since when the numbers that a series wanted belong to somebody else.
public struct NumberHistory: Sendable {
    private let repository: GitRepository
    private let revision: String

    /// The history up to `revision` of the repository at `directory`; `nil` when there is none.
    ///
    /// - Throws: a `Refusal` when git cannot be asked.
    public init?(directory: FilePath, revision: String?) throws(Refusal) {
        guard let repository = try GitRepository.find(directory) else { return nil }
        self.repository = repository
        self.revision = revision ?? "HEAD"
    }

    /// The commit that gave the number of `move` to its holder; `nil` when the history does not tell.
    ///
    /// - Throws: a `Refusal` when git cannot be asked.
    public func commit(thatTook move: MergedMaster.Move) throws(Refusal) -> GitRepository.CommitName? {
        guard move.holder != nil else { return nil }
        return try repository.lastChange(
            ofLinesMatching: "^\(move.old)[[:space:]]", in: TreePath("sys/kern/syscalls.master"), upTo: revision)
    }
}
