import Findings
import SystemPackage

/// The commits that git is merging while a merge driver runs.
///
/// git tells a driver the contents of one file and not where they come from; what the other files of the two sides hold
/// has to be found by the traces that the command leaves.
public struct MergeSides: Sendable, Hashable {
    /// The commit that both sides come from.
    public let base: ObjectId
    /// What is checked out.
    public let ours: ObjectId
    /// What is merged into it.
    public let theirs: ObjectId
    /// Whether a rebase picks commits: then what is checked out is the new base, and `theirs` one's own work.
    public let isRebase: Bool
}

extension GitRepository {
    /// The sides of the merge in progress; `nil` when the command leaves no trace of them, as a single cherry-pick.
    ///
    /// `git merge` names what it merges in its environment (`GITHEAD_…`, builtin/merge.c), and a rebase lists what it
    /// has picked in `rebase-merge/done`.
    ///
    /// - Throws: a `Refusal` with rule `git-failed` when git cannot be asked.
    public func mergeSides() throws(Refusal) -> MergeSides? {
        let ours = try resolve("HEAD")
        if let done = try? gitDirectory.appending("rebase-merge/done").readBytes() {
            let last = String(decoding: done, as: UTF8.self).split(separator: "\n").last?.split(separator: " ")
            guard let words = last, words.count >= 2 else { return nil }
            let theirs = try resolve(String(words[1]))
            return MergeSides(base: try resolve("\(theirs)^"), ours: ours, theirs: theirs, isRebase: true)
        }
        let heads = environment.values.keys.compactMap { name in
            name.hasPrefix("GITHEAD_") ? ObjectId(hex: name.dropFirst("GITHEAD_".count)) : nil
        }.filter { $0 != ours }
        guard let theirs = heads.first, heads.count == 1 else { return nil }
        guard let base = try mergeBase(ours, theirs) else { return nil }
        return MergeSides(base: base, ours: ours, theirs: theirs, isRebase: false)
    }

    /// The best common ancestor; `nil` when there is none.
    private func mergeBase(_ one: ObjectId, _ other: ObjectId) throws(Refusal) -> ObjectId? {
        var variables = environment.scrubbed(home: scratch.home)
        variables["GIT_DIR"] = gitDirectory.string
        let answer = try GitCommand(
            arguments: ["merge-base", one.hex, other.hex], environment: variables, directory: directory
        ).run()
        return answer.lines.first.flatMap { ObjectId(hex: $0) }
    }
}
