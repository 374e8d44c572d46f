/// One file's part of an edit: what must stand there, and what shall.
public struct FileChange: Sendable, Hashable {
    /// The file.
    public let path: TreePath
    /// The state that the edit was computed from. A writer refuses when the tree holds another one.
    ///
    /// The whole old state rather than a digest of it: the comparison is then exact, and a diff needs no second look
    /// at the tree.
    public let expected: FileState
    /// The state that the edit establishes; `.absent` deletes the file.
    public let result: FileState
    /// Why this file changes, one sentence each, for the plan that a user reads.
    public let reasons: [String]

    /// Makes a change of one file.
    public init(path: TreePath, expected: FileState, result: FileState, reasons: [String]) {
        self.path = path
        self.expected = expected
        self.result = result
        self.reasons = reasons
    }

    /// Whether the change leaves everything as it is.
    public var isEmpty: Bool { expected == result }
}

/// The changes that belong together in one commit.
public struct EditStep: Sendable, Hashable {
    /// What the step does, in the imperative, without a full stop.
    public let title: String
    /// The changed files, each path once, in path order.
    public let changes: [FileChange]

    /// Makes a step; changes that change nothing are dropped and the rest is sorted by path.
    public init(title: String, changes: [FileChange]) {
        self.title = title
        self.changes = changes.filter { !$0.isEmpty }.sorted { $0.path < $1.path }
    }
}

/// A change of a source tree as a value: nothing has been written yet.
///
/// Every command that changes a tree computes one of these and hands it to one place that writes it, prints it as a
/// diff, only checks it, or commits it to a patch.
public struct TreeEdit: Sendable, Hashable {
    /// The steps in order, one per commit. A later step expects what an earlier one made.
    public let steps: [EditStep]

    /// Makes an edit of `steps`; empty steps are dropped.
    public init(steps: [EditStep]) {
        self.steps = steps.filter { !$0.changes.isEmpty }
    }

    /// Whether the edit changes nothing.
    public var isEmpty: Bool { changes.isEmpty }

    /// All steps taken together: for each path the first expected and the last resulting state.
    public var changes: [FileChange] {
        guard steps.count != 1 else { return steps[0].changes }
        var merged: [TreePath: FileChange] = [:]
        for change in steps.flatMap(\.changes) {
            guard let earlier = merged[change.path] else {
                merged[change.path] = change
                continue
            }
            merged[change.path] = FileChange(
                path: change.path,
                expected: earlier.expected,
                result: change.result,
                reasons: earlier.reasons + change.reasons
            )
        }
        return merged.values.filter { !$0.isEmpty }.sorted { $0.path < $1.path }
    }
}
