/// What is needed of a commit.
package struct CommitObject: Sendable {
    /// The directory at its root.
    package let tree: ObjectId
    /// When it was committed.
    package let date: GitDate

    /// Reads the bytes of a commit object; `nil` when they are none.
    init?(_ bytes: [UInt8]) {
        var tree: ObjectId?
        var date: GitDate?
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty { break }
            if line.starts(with: "tree ".utf8) {
                tree = ObjectId(hex: String(decoding: line.dropFirst(5), as: UTF8.self))
            } else if line.starts(with: "committer ".utf8) {
                let words = line.split(separator: 0x20).suffix(2).map { String(decoding: $0, as: UTF8.self) }
                // A broken zone in an old commit must not stop the work: only the instant matters.
                date = words.first.flatMap { Int64($0) }.map { GitDate(epochSeconds: $0) }
            }
        }
        guard let tree, let date else { return nil }
        self.tree = tree
        self.date = date
    }
}
