import Edits
import Findings
import SystemPackage

/// Writes an edit into a directory: the one place that changes a tree.
///
/// Every old state is compared first. Then all new files are written under temporary names beside their targets and
/// brought to the medium, and only then are they renamed. What fails before the renames changes nothing; a kill at any
/// instant leaves each file old or new and never short, and a rerun completes the set.
///
/// A file keeps its permission bits, and its owner where the system allows that. As with every rename, hard links to
/// the old file keep the old bytes, and access lists and extended attributes are not carried over.
public struct AtomicWriter: Sendable {
    private let tree: DiskTree
    private let willDo: WriteStep.Watcher

    /// Writes below the directory `root`, named as messages shall name it.
    public init(root: String) {
        self.init(root: root) { _ throws(Errno) in }
    }

    init(root: String, willDo: @escaping WriteStep.Watcher) {
        tree = DiskTree(root: root)
        self.willDo = willDo
    }

    /// Writes `edit`, and returns the paths that were written or deleted, sorted.
    ///
    /// A file that holds its result already is not touched and not returned. Waits while another writer is at work in
    /// the same tree.
    ///
    /// - Throws: a `Refusal` with everything that stands against the edit, as ``check(_:)`` does, or with rule
    ///   `write-failed` when the system refuses while temporary files are made; every file is then as it was. When a
    ///   rename fails after another has succeeded, the rule is `partly-written` and the notes name the files; when
    ///   all are in place but the system could not bring the directories to the medium, it is `write-unconfirmed`.
    @discardableResult
    public func apply(_ edit: TreeEdit) throws(Refusal) -> [TreePath] {
        let changes = edit.changes
        guard !changes.isEmpty else { return [] }
        let lock = TreeLock(root: tree.directory)
        defer { lock.release() }
        let plan = try WritePlan(changes, in: tree)
        // Without the lock they may belong to a writer that is alive.
        if lock.isHeld { Leftovers(beside: plan.targets).remove(willDo: willDo) }
        var run = WriteRun(plan, in: tree, willDo: willDo)
        try run.make()
        return plan.changes.map(\.change.path)
    }

    /// Tells whether `edit` could be written, and returns the paths that ``apply(_:)`` would write or delete, sorted.
    ///
    /// Nothing is written, and no lock is taken.
    ///
    /// - Throws: a `Refusal` with a finding for each change that cannot be made:
    ///   - `changed-underneath` when the tree holds neither the expected nor the resulting state,
    ///   - `outside-tree` when a symbolic link leads out of the tree, `dangling-link` when it leads nowhere,
    ///   - `is-a-directory`, `not-a-directory` and `not-a-regular-file` when something else stands in the way,
    ///   - `read-only` when the file or its directory may not be written, by its mode or for any other reason,
    ///   - `same-file` when two changes of different result lead to one file,
    ///   - `missing-file` when there is no root, `unreadable-file` and `write-failed` for what else the system says.
    @discardableResult
    public func check(_ edit: TreeEdit) throws(Refusal) -> [TreePath] {
        try WritePlan(edit.changes, in: tree).changes.map(\.change.path)
    }
}
