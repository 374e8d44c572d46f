import Edits
import Findings
import Synchronization
import SystemPackage

/// A directory of the disk as the root of a tree: names its files and tells what belongs to it.
struct DiskTree: Sendable {
    /// The root as it was named.
    let directory: FilePath
    /// How messages name the files.
    let label: TreeLabel
    /// The root without symbolic links; `nil` where it was not there at first.
    private let knownRealDirectory: FilePath?
    /// The directories that were resolved before; `nil` where each is to be asked for anew.
    private let known: ResolvedDirectories?

    /// - Parameter remembersDirectories: whether a directory is resolved once for all the files in it. The system asks for
    ///   the links of a path component by component, which is most of what reading a small file costs.
    init(root: String, remembersDirectories: Bool = false) {
        directory = FilePath(root.isEmpty ? "." : root)
        label = TreeLabel(root: root)
        knownRealDirectory = try? SystemCall.realPath(directory)
        known = remembersDirectories ? ResolvedDirectories() : nil
    }

    /// Refuses a path with a NUL: as a C string it would end there and name another file.
    static func requireNameable(_ path: TreePath) throws(DiskProblem) {
        guard !path.string.utf8.contains(0) else { throw .system(.invalidArgument) }
    }

    /// Where `path` lies with every symbolic link followed.
    ///
    /// - Throws: ``DiskProblem/outside(_:)`` where that is outside the tree, ``DiskProblem/dangling`` where `path`
    ///   itself is a link to nothing, else what the system says.
    func resolve(_ path: TreePath) throws(DiskProblem) -> FilePath {
        try Self.requireNameable(path)
        guard path != .root else { return try resolveDirectory(path) }
        let located = try resolveDirectory(path.parent).appending(path.name)
        return try Stat(systemPath: located, follow: false).type == .symbolicLink ? find(path) : located
    }

    /// Where the directory `path` lies, as ``resolve(_:)`` tells, by memory where that is wanted.
    private func resolveDirectory(_ path: TreePath) throws(DiskProblem) -> FilePath {
        if let resolved = known?[path] { return resolved }
        let resolved = try find(path)
        known?[path] = resolved
        return resolved
    }

    private func find(_ path: TreePath) throws(DiskProblem) -> FilePath {
        let located = path == .root ? directory : directory.appending(path.string)
        let resolved: FilePath
        let root: FilePath
        do throws(Errno) {
            resolved = try SystemCall.realPath(located)
            root = try realDirectory()
        } catch {
            let isLink = (try? Stat(located, followTargetSymlink: false))?.type == .symbolicLink
            throw error == .noSuchFileOrDirectory && isLink ? DiskProblem.dangling : .system(error)
        }
        guard resolved.starts(with: root) else { throw .outside(resolved) }
        return resolved
    }

    /// The root without symbolic links.
    private func realDirectory() throws(Errno) -> FilePath {
        if let knownRealDirectory { return knownRealDirectory }
        return try SystemCall.realPath(directory)
    }

    /// What stands at `path`, a link in its last component not followed; `nil` when nothing does.
    func status(of path: TreePath) throws(DiskProblem) -> Stat? {
        do {
            try Self.requireNameable(path)
            guard path != .root else { return try Stat(systemPath: directory, follow: true) }
            return try Stat(systemPath: resolveDirectory(path.parent).appending(path.name), follow: false)
        } catch .system(.noSuchFileOrDirectory), .system(.notDirectory), .dangling {
            return nil
        }
    }

    /// How messages name `resolved`, a path that ``resolve(_:)`` gave.
    func label(ofResolved resolved: FilePath) -> String {
        var relative = resolved
        guard let root = knownRealDirectory, relative.removePrefix(root) else { return resolved.string }
        return label(TreePath(relative.string))
    }
}

extension Stat {
    /// Asks for the status of what `path` names, of a link itself unless `follow`.
    init(systemPath path: FilePath, follow: Bool) throws(DiskProblem) {
        do {
            try self.init(path, followTargetSymlink: follow)
        } catch {
            throw .system(error)
        }
    }
}

/// Directories of a tree without symbolic links.
private final class ResolvedDirectories: Sendable {
    private let paths = Mutex<[TreePath: FilePath]>([:])

    subscript(path: TreePath) -> FilePath? {
        get { paths.withLock { $0[path] } }
        set { paths.withLock { $0[path] = newValue } }
    }
}
