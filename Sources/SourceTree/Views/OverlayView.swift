import Edits
import Findings

/// A tree as it will be once an edit has been written.
///
/// A path is taken as it is spelled: an edit of a file is not seen through a symbolic link of the base that leads to
/// it. A directory whose last file the edit deletes remains, as it does on disk.
public struct OverlayView: TreeView {
    private let base: any TreeView
    private let results: [TreePath: FileState]
    /// What the edit adds to each directory; a directory that the edit makes is a key.
    private let added: [TreePath: [String: EntryKind]]

    /// Lays the net effect of `edit` over `base`.
    public init(_ base: any TreeView, edit: TreeEdit) {
        self.base = base
        var results: [TreePath: FileState] = [:]
        var added: [TreePath: [String: EntryKind]] = [:]
        for change in edit.changes {
            results[change.path] = change.result
            guard case .file(_, let mode) = change.result else { continue }
            added[change.path.parent, default: [:]][change.path.name] = .file(mode)
            var directory = change.path.parent
            while directory != .root {
                added[directory.parent, default: [:]][directory.name] = .directory
                directory = directory.parent
            }
        }
        self.results = results
        self.added = added
    }

    /// What will stand at `path`.
    ///
    /// - Throws: a `Refusal` where the base does.
    public func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        // A directory of the base may be a link there, and stays one.
        switch added[path.parent]?[path.name] {
        case .file(let mode): return .file(mode)
        case let implied?: return try baseKind(of: path) ?? implied
        case nil: return try baseKind(of: path)
        }
    }

    /// The bytes that the file at `path` will have.
    ///
    /// - Throws: a `Refusal` with rule `missing-file` for a file that the edit deletes, `is-a-directory` for a
    ///   directory that it makes, and else where the base does.
    public func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        if case .file(let bytes, _) = results[path] { return bytes }
        if added[path] != nil { throw .isDirectory(label(path)) }
        if results[path] == .absent { throw .missingFile(label(path)) }
        return try base.read(path)
    }

    /// The names that the directory at `path` will have, sorted by bytes.
    ///
    /// - Throws: a `Refusal` where the base does.
    public func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        if case .file = results[path] { return [] }
        let new = added[path] ?? [:]
        var entries = results[path] == .absent ? [] : try base.list(path)
        entries.removeAll { entry in
            if case .file = new[entry.name] { return true }
            return results[path.appending(entry.name)] == .absent
        }
        let kept = Set(entries.map(\.name))
        entries += new.filter { !kept.contains($0.key) }.map { DirectoryEntry(name: $0.key, kind: $0.value) }
        return DirectoryEntry.sorted(entries)
    }

    /// The name that the base gives `path`.
    public func label(_ path: TreePath) -> String {
        base.label(path)
    }

    private func baseKind(of path: TreePath) throws(Refusal) -> EntryKind? {
        results[path] == .absent ? nil : try base.kind(of: path)
    }
}
