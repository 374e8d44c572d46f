import Edits
import Findings
import GitStore
import SourceTree

/// What a series is applied to.
struct BaseTree: Sendable {
    /// Where a base comes from.
    enum Origin: Sendable {
        /// A commit of a repository, which messages call `revision`.
        case revision(String, prefix: TreePath, GitRepository)
        /// A tree that git does not know, and the files of it that were copied into the commit.
        case files(any TreeView, copied: Set<TreePath>)
    }

    let origin: Origin
    let store: ScratchStore
    /// The commit; made for the purpose when git does not know the tree.
    let commit: ObjectId
    /// The directory at its root.
    let tree: ObjectId
    /// Its date; `nil` when git does not know the tree.
    let date: GitDate?

    /// The commit that `revision` names.
    init(repository: GitRepository, commit: ObjectId, revision: String) throws(Refusal) {
        origin = .revision(revision, prefix: repository.prefix, repository)
        store = try ScratchStore(source: repository)
        try store.endHistory(at: commit)
        let object = try store.objects.commit(commit)
        self.commit = commit
        tree = object.tree
        date = object.date
    }

    /// A commit of just `paths` of `view`.
    init(view: any TreeView, paths: Set<TreePath>, environment: ProcessEnvironment) throws(Refusal) {
        origin = .files(view, copied: paths)
        store = try ScratchStore(environment: environment)
        var changes: [(path: TreePath, content: NewContent)] = []
        for path in paths.sorted() {
            let state = try view.state(of: path)
            if state != .absent { changes.append((path, .state(state))) }
        }
        let files = NewCommit(
            author: BaseTree.nobody,
            date: GitDate(epochSeconds: 0),
            message: Array("base\n".utf8),
            changes: changes
        )
        guard let commit = try store.commit([files], onto: nil).first else {
            throw Refusal("git-failed", "git could not make a commit")
        }
        self.commit = commit
        tree = try store.objects.commit(commit).tree
        date = nil
    }

    /// The author of commits that nobody sees.
    static let nobody = GitIdentity(known: "sysent", email: "sysent")

    /// Where the tree lies in the repository.
    var prefix: TreePath {
        switch origin {
        case .revision(_, let prefix, _): prefix
        case .files: .root
        }
    }

    /// The path in the tree of what has `path` in the repository.
    func treePath(_ path: TreePath) -> TreePath {
        guard prefix != .root, path.string.hasPrefix(prefix.string + "/") else { return path }
        return TreePath(String(path.string.dropFirst(prefix.string.count + 1)))
    }

    /// The commit to name in a patch; `nil` when it means nothing elsewhere.
    var published: ObjectId? {
        switch origin {
        case .revision: commit
        case .files: nil
        }
    }

    /// Views `commit`, a descendant of the base in which `touched` may differ, with `patches` applied.
    func view(_ commit: ObjectId, touched: Set<TreePath>, patches: Int) throws(Refusal) -> any TreeView {
        switch origin {
        case .revision(let revision, let prefix, _):
            // `HEAD`, or `HEAD+2` with two patches on it.
            let name = patches == 0 ? revision : "\(revision)+\(patches)"
            return try GitView(store: store, commit: commit, prefix: prefix, revision: name)
        case .files(let base, _):
            let patched = try GitView(store: store, commit: commit, prefix: .root, revision: "series")
            return PatchedView(base: base, patched: patched, touched: touched)
        }
    }
}
