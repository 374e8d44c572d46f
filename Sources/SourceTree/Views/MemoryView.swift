import Edits
import Findings

/// A tree in memory: a sample, a test, or what was computed.
public struct MemoryView: TreeView {
    private let files: [TreePath: [UInt8]]
    private let links: [TreePath: String]
    private let directories: [TreePath: [DirectoryEntry]]
    private let labels: TreeLabel

    /// Makes a tree of `files`; the directories that hold them are implied.
    ///
    /// - Parameters:
    ///   - files: The bytes of each regular file.
    ///   - executables: The files whose mode is `FileMode.executable`.
    ///   - links: The text of each symbolic link. One that is absolute or climbs above the root leads outside.
    ///   - labelPrefix: What messages put before a path, such as the name of the sample.
    public init(
        _ files: [TreePath: [UInt8]],
        executables: Set<TreePath> = [],
        links: [TreePath: String] = [:],
        labelPrefix: String = ""
    ) {
        self.files = files
        self.links = links
        labels = TreeLabel(root: labelPrefix)
        var kinds = links.mapValues { _ in EntryKind.symbolicLink }
        for path in files.keys { kinds[path] = .file(executables.contains(path) ? .executable : .regular) }
        directories = Self.directories(holding: kinds)
    }

    /// What stands at `path`.
    ///
    /// - Throws: a `Refusal` with rule `outside-tree` or `unreadable-file` for a link above `path` that cannot be
    ///   followed.
    public func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        let resolved = try follow(path, followsLast: false, to: "look up")
        if directories[resolved] != nil { return .directory }
        return directories[resolved.parent]?.first { $0.name == resolved.name }?.kind
    }

    /// The bytes of the file at `path`, links followed.
    ///
    /// - Throws: a `Refusal` with rule `missing-file`, `is-a-directory`, `outside-tree`, or `unreadable-file` for a
    ///   circle of links.
    public func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        let resolved = try follow(path, to: "read")
        if let bytes = files[resolved] { return bytes }
        throw directories[resolved] == nil
            ? .missingFile(label(path))
            : .isDirectory(label(path))
    }

    /// The names in the directory at `path`, sorted by bytes.
    ///
    /// - Throws: a `Refusal` for a link that cannot be followed.
    public func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        try directories[follow(path, to: "list")] ?? []
    }

    /// The prefix given at first, joined with `path`.
    public func label(_ path: TreePath) -> String {
        labels(path)
    }

    private func follow(
        _ path: TreePath,
        followsLast: Bool = true,
        to verb: String
    ) throws(Refusal) -> TreePath {
        guard !links.isEmpty else { return path }
        do {
            return try LinkWalk { links[$0] }.resolve(path, followsLast: followsLast)
        } catch {
            throw error.refusal(to: verb, label(path))
        }
    }

    /// The entries of every directory that the paths of `kinds` imply, the root always among them.
    private static func directories(holding kinds: [TreePath: EntryKind]) -> [TreePath: [DirectoryEntry]] {
        var children: [TreePath: [String: EntryKind]] = [.root: [:]]
        for (path, kind) in kinds where path != .root {
            children[path.parent, default: [:]][path.name] = kind
            var directory = path.parent
            while directory != .root, children[directory.parent]?[directory.name] == nil {
                children[directory.parent, default: [:]][directory.name] = .directory
                directory = directory.parent
            }
        }
        return children.mapValues(DirectoryEntry.sorted)
    }
}
