import Edits
import Findings

/// What stands at a path of a tree.
public enum EntryKind: Sendable, Hashable {
    case file(FileMode)
    case directory
    /// A symbolic link. A view follows it only while it stays inside the tree.
    case symbolicLink
    /// A device, a socket, a submodule: nothing that holds a table.
    case other
}

/// A name in a directory and what it is.
public struct DirectoryEntry: Sendable, Hashable {
    /// The name, one component.
    public let name: String
    /// What it is.
    public let kind: EntryKind

    /// Makes an entry.
    public init(name: String, kind: EntryKind) {
        self.name = name
        self.kind = kind
    }
}

/// A source tree that can be read, wherever it lies: on disk, in a git revision, in memory, or any of these with an
/// edit laid over it.
///
/// Everything above asks a view; nothing above knows where the bytes come from.
public protocol TreeView: Sendable {
    /// What stands at `path`, not following a link in its last component; `nil` when nothing does.
    ///
    /// - Throws: a `Refusal` when the tree cannot be asked (permission, I/O, a parent link that leaves the tree).
    func kind(of path: TreePath) throws(Refusal) -> EntryKind?

    /// The bytes of the regular file at `path`, links inside the tree followed.
    ///
    /// - Throws: a `Refusal` with rule `missing-file`, `is-a-directory`, `unreadable-file` or `outside-tree`.
    func read(_ path: TreePath) throws(Refusal) -> [UInt8]

    /// The names in the directory at `path`, sorted by bytes; empty when there is no such directory.
    ///
    /// - Throws: a `Refusal` when the directory is there and cannot be read.
    func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry]

    /// How messages name a file of this tree: the path a user can click on or paste.
    func label(_ path: TreePath) -> String
}

extension TreeView {
    /// Whether a file (or a link) stands at `path`.
    public func exists(_ path: TreePath) throws(Refusal) -> Bool {
        switch try kind(of: path) {
        case .file, .symbolicLink: true
        case .directory, .other, nil: false
        }
    }

    /// The state at `path` for a `FileChange`.
    ///
    /// - Throws: a `Refusal` as ``read(_:)`` does, when something other than a readable file stands there.
    public func state(of path: TreePath) throws(Refusal) -> FileState {
        switch try kind(of: path) {
        case nil: return .absent
        case .file(let mode): return .file(try read(path), mode)
        case .symbolicLink, .directory, .other: return .file(try read(path), .regular)
        }
    }
}
