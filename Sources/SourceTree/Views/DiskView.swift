import Edits
import Findings
import SystemPackage

/// A directory of the disk as a tree.
///
/// Symbolic links are followed while they stay below the root, wherever the root itself lies. What is no regular file
/// is never opened: a named pipe would block, and a device may act upon being opened.
public struct DiskView: TreeView {
    private let tree: DiskTree

    /// Views the directory `root`, named as messages shall name it; `.` and `./` give plain relative paths.
    ///
    /// The disk is asked when the view is; a root that does not exist is an empty tree.
    public init(root: String) {
        tree = DiskTree(root: root, remembersDirectories: true)
    }

    /// What stands at `path`: everything that is no file, directory or link, such as a named pipe, is
    /// ``EntryKind/other``. Nothing stands below a file.
    ///
    /// - Throws: a `Refusal` with rule `outside-tree` when a link above `path` leaves the tree, or `unreadable-file`
    ///   when the system does not tell.
    public func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        do {
            return try tree.status(of: path).map(EntryKind.init)
        } catch {
            throw error.refusal(to: "look up", label(path))
        }
    }

    /// The bytes of the regular file at `path`, read as they are at this moment.
    ///
    /// - Throws: a `Refusal` with rule `missing-file`, `is-a-directory`, `unreadable-file` (also for a pipe or a
    ///   device) or `outside-tree`; the message ends with the system's reason.
    public func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        do {
            return try DiskFile(reading: tree.resolve(path)).bytes
        } catch {
            throw error.refusal(to: "read", label(path))
        }
    }

    /// The names in the directory at `path`, sorted by bytes. A name that is not UTF-8 is listed with replacement
    /// characters and cannot be read.
    ///
    /// - Throws: a `Refusal` with rule `outside-tree` or `unreadable-file`.
    public func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        do {
            return try entries(of: tree.resolve(path))
        } catch .system(.noSuchFileOrDirectory), .system(.notDirectory), .dangling {
            return []
        } catch {
            throw error.refusal(to: "list", label(path))
        }
    }

    /// The root as it was named, joined with `path`.
    public func label(_ path: TreePath) -> String {
        tree.label(path)
    }

    private func entries(of directory: FilePath) throws(DiskProblem) -> [DirectoryEntry] {
        var entries: [DirectoryEntry] = []
        do {
            try SystemCall.forEachEntry(of: directory) { name, type, directory in
                guard let kind = Self.kind(of: name, type, in: directory) else { return }
                entries.append(DirectoryEntry(name: String(cString: name), kind: kind))
            }
        } catch {
            throw .system(error)
        }
        return DirectoryEntry.sorted(entries)
    }

    /// The kind of a name in a directory; `nil` when it has vanished.
    ///
    /// Only of files, where the execute bit is wanted, and where the file system tells no type, the status is asked.
    private static func kind(
        of name: UnsafePointer<CChar>,
        _ type: FileType?,
        in directory: FileDescriptor
    ) -> EntryKind? {
        switch type {
        case .directory: return .directory
        case .symbolicLink: return .symbolicLink
        case .regular, nil: break
        default: return .other
        }
        do {
            return EntryKind(try Stat(name, relativeTo: directory, flags: .symlinkNoFollow))
        } catch .noSuchFileOrDirectory {
            return nil
        } catch {
            // A directory that may be read but not searched: the name is there, its mode cannot be known.
            return type == .regular ? .file(.regular) : .other
        }
    }
}
