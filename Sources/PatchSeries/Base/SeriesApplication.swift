import Edits
import Findings
import GitStore
import SystemPackage

/// Applies the patches of a series to a base, one commit each.
///
/// On an index of just the files that the patches touch: it takes milliseconds however large the tree is. What such an
/// index cannot know, whether a new file stands in the place of a directory and the like, is looked up in the base's
/// tree, and the verification of a new patch applies everything once more to an index of the whole tree.
struct SeriesApplication {
    let base: BaseTree
    let patches: [PatchFile]
    let directory: FilePath

    /// What came of it.
    struct Outcome: Sendable {
        /// The commit with all patches applied.
        let tip: ObjectId
        /// The paths that they touch, from the root of the repository.
        let touched: Set<TreePath>
    }

    func run() throws(Refusal) -> Outcome {
        guard !patches.isEmpty else { return Outcome(tip: base.commit, touched: []) }
        var files: [FilePath] = []
        for patch in patches { files.append(try base.store.file(patch.bytes, named: "patch")) }
        let touched = try TouchedPaths.of(patches, in: files, directory: directory, store: base.store)

        var state = try base.entries(at: touched)
        try base.prepareFiles(state.values)
        let index = try base.store.index(of: state)
        var commits: [NewCommit] = []
        for (patch, file) in zip(patches, files) {
            if case .refused(let complaints) = try base.store.apply([file], to: index) {
                throw ApplyFailure(
                    patch: patch,
                    path: directory.appending(patch.name),
                    complaints: complaints,
                    isApplied: try base.store.contains(file, in: index)
                ).refusal
            }
            let after = try base.store.entries(of: index)
            try base.checkRoom(for: after, touched: touched, patch: directory.appending(patch.name))
            let changed = Set(state.keys).union(after.keys).filter { state[$0] != after[$0] }.sorted()
            commits.append(
                NewCommit(
                    author: BaseTree.nobody,
                    date: base.date ?? GitDate(epochSeconds: 0),
                    message: Array((patch.name + "\n").utf8),
                    changes: changed.map { path in
                        (path, after[path].map { .object($0) } ?? .state(.absent))
                    }
                )
            )
            state = after
        }
        guard let tip = try base.store.commit(commits, onto: base.commit).last else {
            throw Refusal("git-failed", "git could not make a commit")
        }
        return Outcome(tip: tip, touched: touched)
    }
}

extension BaseTree {
    /// What stands at `paths`, of those where a file, a link or a submodule does.
    func entries(at paths: Set<TreePath>, in tree: ObjectId? = nil) throws(Refusal) -> [TreePath: GitEntry] {
        var entries: [TreePath: GitEntry] = [:]
        for path in paths {
            if case .found(let entry) = try store.objects.lookUp(path, in: tree ?? self.tree), entry.kind != .directory
            {
                entries[path] = entry
            }
        }
        return entries
    }

    /// Makes the content of `entries` known to `apply`.
    func prepareFiles(_ entries: some Sequence<GitEntry>) throws(Refusal) {
        var blobs: [[UInt8]] = []
        for entry in entries where entry.kind != .submodule {
            blobs.append(try store.objects.blob(entry.id))
        }
        try store.prepare(blobs)
    }

    /// Refuses when an entry stands where the base has a directory, or below something that is none and that no patch
    /// removed.
    func checkRoom(
        for entries: [TreePath: GitEntry],
        touched: Set<TreePath>,
        patch: FilePath
    ) throws(Refusal) {
        for path in entries.keys.sorted() {
            let obstacle: TreePath
            switch try store.objects.lookUp(path, in: tree) {
            case .blocked(let parent) where !touched.contains(parent): obstacle = parent
            case .found(let entry) where entry.kind == .directory: obstacle = path
            case .absent, .found, .blocked: continue
            }
            throw Refusal(
                "patch-does-not-apply",
                at: Location(path: patch.string),
                "the patch does not apply: it makes `\(path)`, and `\(obstacle)` is in the way"
            )
        }
    }
}
