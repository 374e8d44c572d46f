import Edits
import Findings
import Synchronization

/// A view that remembers which files were read through it: what a result depends on.
public final class RecordingView: TreeView {
    private let base: any TreeView
    private let paths = Mutex<Set<TreePath>>([])

    /// Records what is read of `base`.
    public init(_ base: any TreeView) {
        self.base = base
    }

    /// The files that were read so far, each once, sorted. An attempt that was refused is not among them.
    public var pathsRead: [TreePath] {
        paths.withLock { $0 }.sorted()
    }

    /// What stands at `path` of the base. Looking is not reading.
    ///
    /// - Throws: a `Refusal` where the base does.
    public func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        try base.kind(of: path)
    }

    /// The bytes of the file at `path` of the base; remembers `path`.
    ///
    /// - Throws: a `Refusal` where the base does.
    public func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        let bytes = try base.read(path)
        paths.withLock { _ = $0.insert(path) }
        return bytes
    }

    /// The names in the directory at `path` of the base. Looking is not reading.
    ///
    /// - Throws: a `Refusal` where the base does.
    public func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        try base.list(path)
    }

    /// The name that the base gives `path`.
    public func label(_ path: TreePath) -> String {
        base.label(path)
    }
}
