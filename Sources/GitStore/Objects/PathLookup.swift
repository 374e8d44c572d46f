import Edits
import Findings

/// What a path means in a git tree when no link is followed.
package enum PathLookup: Sendable, Hashable {
    /// Nothing stands there.
    case absent
    /// This does.
    case found(GitEntry)
    /// A parent of the path is no directory: a file, a link or a submodule.
    case blocked(by: TreePath)
}

extension ObjectReader {
    /// Looks `path` up in the directory `tree`, following no link.
    package func lookUp(_ path: TreePath, in tree: ObjectId) throws(Refusal) -> PathLookup {
        var entry = GitEntry(kind: .directory, id: tree)
        var walked = TreePath.root
        for name in path.components {
            guard entry.kind == .directory else { return .blocked(by: walked) }
            guard let next = try self.entry(name, in: entry.id) else { return .absent }
            entry = next
            walked = walked.appending(name)
        }
        return .found(entry)
    }

    /// The state of the regular file at `path` of `tree`, following no link; `nil` when something else stands there or
    /// in the way.
    package func state(of path: TreePath, in tree: ObjectId) throws(Refusal) -> FileState? {
        switch try lookUp(path, in: tree) {
        case .absent: return .absent
        case .blocked: return nil
        case .found(let entry):
            guard case .file(let mode) = entry.kind else { return nil }
            return .file(try blob(entry.id), mode)
        }
    }
}
