import Edits
import Findings
import GitStore
import SystemPackage

/// The tree of a git revision, read from the object store: no checkout, and the bytes exactly as they were committed.
public struct GitView: TreeView {
    /// Kept, because its files go away with it.
    private let store: ScratchStore
    private let root: ObjectId
    private let revision: String
    private let prefix: TreePath

    /// Views the directory at `prefix` of the commit that `revision` names in `repository`.
    ///
    /// The repository is read through a scratch store of the view's own, so that nothing of it can change.
    ///
    /// - Throws: a `Refusal` with rule `unknown-revision`, `missing-directory`, or one of `ScratchStore`.
    public init(repository: GitRepository, revision: String) throws(Refusal) {
        let commit = try repository.resolve(revision)
        try self.init(
            store: ScratchStore(source: repository),
            commit: commit,
            prefix: repository.prefix,
            revision: revision
        )
    }

    /// Views the directory at `prefix` of `commit`, which messages call `revision`.
    ///
    /// - Throws: a `Refusal` with rule `missing-directory` when the commit has no directory there.
    public init(store: ScratchStore, commit: ObjectId, prefix: TreePath, revision: String) throws(Refusal) {
        self.store = store
        self.revision = revision
        self.prefix = prefix
        switch try store.objects.lookUp(prefix, in: store.objects.commit(commit).tree) {
        case .found(let entry) where entry.kind == .directory:
            root = entry.id
        case .found, .absent, .blocked:
            throw Refusal("missing-directory", "\(revision) has no directory `\(prefix)`")
        }
    }

    private var objects: ObjectReader { store.objects }

    /// What the commit has at `path`, a link being a link.
    public func kind(of path: TreePath) throws(Refusal) -> EntryKind? {
        try resolve(path, followingLast: false)?.kind.asEntryKind
    }

    /// The bytes of the blob at `path`, as they were committed.
    public func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        let place = Location(path: label(path))
        guard let entry = try resolve(path, followingLast: true) else {
            throw Refusal("missing-file", at: place, "there is no such file")
        }
        switch entry.kind {
        case .file: break
        case .directory: throw Refusal("is-a-directory", at: place, "this is a directory and not a file")
        case .symbolicLink, .submodule: throw Refusal("unreadable-file", at: place, "this is not a file")
        }
        do {
            return try objects.blob(entry.id)
        } catch {
            let reasons = error.findings.flatMap { [Note($0.message)] + $0.notes }
            throw Refusal("unreadable-file", at: place, "the file cannot be read", notes: reasons)
        }
    }

    /// The names in the directory at `path`, sorted by bytes.
    public func list(_ path: TreePath) throws(Refusal) -> [DirectoryEntry] {
        guard let entry = try resolve(path, followingLast: true), entry.kind == .directory else { return [] }
        // git sorts a directory as if its name ended in a slash.
        return try objects.entries(of: entry.id)
            .map { DirectoryEntry(name: $0.name, kind: $0.entry.kind.asEntryKind) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// `REV:path`, as `git show` takes it.
    public func label(_ path: TreePath) -> String {
        "\(revision):\(prefix.appending(path.string).string)"
    }

    /// Walks down to `path`, following links as the kernel does but never out of the tree.
    private func resolve(_ path: TreePath, followingLast: Bool) throws(Refusal) -> GitEntry? {
        let top = GitEntry(kind: .directory, id: root)
        // The directories above the current entry, for `..` in a link's target.
        var above: [GitEntry] = []
        var current = top
        var pending = Array(path.components.reversed())
        var linksLeft = 40
        while let name = pending.popLast() {
            guard current.kind == .directory else { return nil }
            switch name {
            case "", ".":
                continue
            case "..":
                guard let parent = above.popLast() else { throw outside(path) }
                current = parent
                continue
            default:
                guard let next = try objects.entry(name, in: current.id) else { return nil }
                guard next.kind == .symbolicLink, followingLast || !pending.isEmpty else {
                    above.append(current)
                    current = next
                    continue
                }
                let target = String(decoding: try objects.blob(next.id), as: UTF8.self)
                guard !target.hasPrefix("/") else { throw outside(path) }
                linksLeft -= 1
                guard linksLeft > 0 else {
                    throw Refusal("unreadable-file", at: Location(path: label(path)), "too many symbolic links")
                }
                pending += target.split(separator: "/").reversed().map(String.init)
            }
        }
        return current
    }

    private func outside(_ path: TreePath) -> Refusal {
        Refusal("outside-tree", at: Location(path: label(path)), "a symbolic link leads out of the tree")
    }
}

extension GitEntryKind {
    fileprivate var asEntryKind: EntryKind {
        switch self {
        case .file(let mode): .file(mode)
        case .directory: .directory
        case .symbolicLink: .symbolicLink
        case .submodule: .other
        }
    }
}
