import Findings
import SystemPackage

extension ScratchStore {
    /// Makes `commits` one on top of another, the first on `parent` or, without one, a history of its own.
    ///
    /// One process for all of them, which reads of the parent's tree only the directories that change. A path replaces
    /// whatever stood there, directories and links too: the caller looks first.
    ///
    /// - Returns: the commits, in order.
    package func commit(_ commits: [NewCommit], onto parent: ObjectId?) throws(Refusal) -> [ObjectId] {
        let marks = scratch.fresh("marks")
        // fast-import wants to move a reference; one per call, so that none is ever moved back.
        let reference = "refs/heads/\(marks.lastComponent?.string ?? "marks")"
        var stream = ImportStream()
        for (index, commit) in commits.enumerated() {
            let parent = index == 0 ? parent?.hex : ":\(index)"
            stream.commit(commit, mark: index + 1, on: parent, reference: reference)
        }
        let result = try git(
            ["fast-import", "--quiet", "--date-format=raw", "--export-marks=\(marks)"],
            input: stream.bytes
        )
        guard result.succeeded, let text = try? marks.readBytes() else {
            throw result.refusal("git-failed", "git could not make a commit")
        }
        var made: [Int: ObjectId] = [:]
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            let words = line.dropFirst().split(separator: " ")
            if words.count == 2, let mark = Int(words[0]) { made[mark] = ObjectId(hex: words[1]) }
        }
        let ids = (0..<commits.count).compactMap { made[$0 + 1] }
        guard ids.count == commits.count else { throw result.refusal("git-failed", "git could not make a commit") }
        return ids
    }
}
