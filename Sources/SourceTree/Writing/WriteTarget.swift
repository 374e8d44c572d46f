import Edits
import SystemPackage

/// Where on the disk a path of the tree would be written, and what stands there.
struct WriteTarget {
    /// The path with the links of its directories followed, its own not: what a deletion removes.
    let named: FilePath
    /// The file, no link left: what is replaced.
    let file: FilePath
    /// What stands there; `nil` when nothing does.
    let old: DiskFile?
    /// The directories that are not there yet, outermost first.
    let missingDirectories: [FilePath]

    /// Whether the path itself is a link, which is kept and written through.
    var isLink: Bool { named != file }

    /// The state at the path, as ``TreeView/state(of:)`` tells it: a link has no mode of its own.
    var state: FileState {
        guard let old else { return .absent }
        return .file(old.bytes, isLink ? .regular : Edits.FileMode(old.status.permissions))
    }
}

extension WriteTarget {
    /// Finds the place of `path` below the root of `tree` and reads what is there.
    init(_ path: TreePath, in tree: DiskTree) throws(DiskProblem) {
        guard path != .root else { throw .system(.isDirectory) }
        try DiskTree.requireNameable(path)
        let (existing, missing) = try Self.directory(of: path, in: tree)
        var directories: [FilePath] = []
        for name in missing { directories.append((directories.last ?? existing).appending(name)) }
        missingDirectories = directories
        named = (directories.last ?? existing).appending(path.name)

        let status: Stat?
        do {
            status = try Stat(systemPath: named, follow: false)
        } catch .system(.noSuchFileOrDirectory) {
            status = nil
        }
        file = status?.type == .symbolicLink ? try tree.resolve(path) : named
        old = status == nil ? nil : try DiskFile(reading: file)
    }

    /// The innermost directory above `path` that is there, without links, and the names of those that are not.
    private static func directory(
        of path: TreePath,
        in tree: DiskTree
    ) throws(DiskProblem) -> (existing: FilePath, missing: [String]) {
        var missing: [String] = []
        var parent = path.parent
        while true {
            do throws(DiskProblem) {
                let existing = try tree.resolve(parent)
                guard try Stat(systemPath: existing, follow: false).type == .directory else {
                    throw DiskProblem.system(.notDirectory)
                }
                return (existing, missing.reversed())
            } catch .system(.noSuchFileOrDirectory) where parent != .root {
                missing.append(parent.name)
                parent = parent.parent
            }
        }
    }
}
