import Edits
import Findings
import GitStore
import SourceTree

/// A tree that git does not know, with the files that a series changes as the series leaves them.
struct PatchedView: TreeView {
    /// The tree.
    let base: any TreeView
    /// What the series makes of the files that it touches, and of no others.
    let patched: GitView
    /// The files that it touches.
    let touched: Set<TreePath>

    func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        if touched.contains(path) { return try patched.kind(of: path) }
        if let kind = try base.kind(of: path) { return kind }
        // A directory that only the series makes.
        return try patched.kind(of: path)
    }

    func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        touched.contains(path) ? try patched.read(path) : try base.read(path)
    }

    func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        var entries: [String: DirectoryEntry] = [:]
        for entry in try base.list(path) where !touched.contains(path.appending(entry.name)) {
            entries[entry.name] = entry
        }
        for entry in try patched.list(path) where entries[entry.name] == nil {
            entries[entry.name] = entry
        }
        return entries.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    func label(_ path: TreePath) -> String {
        base.label(path)
    }
}
