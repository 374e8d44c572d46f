import Edits

/// What a commit puts at a path.
package enum NewContent: Sendable, Hashable {
    /// These bytes, or nothing.
    case state(FileState)
    /// An object that the store has already.
    case object(GitEntry)
}

/// A commit to be made on top of another.
package struct NewCommit: Sendable {
    package let author: GitIdentity
    package let date: GitDate
    /// The message, with its last line feed.
    package let message: [UInt8]
    /// What changes, by path from the root of the repository.
    package let changes: [(path: TreePath, content: NewContent)]

    package init(
        author: GitIdentity,
        date: GitDate,
        message: [UInt8],
        changes: [(path: TreePath, content: NewContent)]
    ) {
        self.author = author
        self.date = date
        self.message = message
        self.changes = changes
    }
}
