import Edits
import Findings
import SourceTree
import SyscallTable

/// A change of intent worked out on a tree: the edit, and what there is to say about it.
public struct Plan: Sendable {
    /// What was wanted.
    public let intent: Intent
    /// The numbers of the band that comes or goes.
    public let band: ClosedRange<Int>
    /// What changes, in sentences, for the plan and for the patch's message.
    public let summary: [String]
    /// The subject line of the patch.
    public let subject: String
    /// The size of each table before and after.
    public let sizes: [Size]
    /// The change of the tree.
    public let edit: TreeEdit
    /// What is doubtful.
    public let findings: [Finding]

    /// The number of rows of a table, `MAXSYSCALL`.
    public struct Size: Sendable, Hashable {
        /// The table's directory.
        public let table: TreePath
        /// The rows before.
        public let before: Int
        /// The rows afterwards.
        public let after: Int
    }
}

/// Which of the files that a change touches are wanted.
public enum Scope: Sendable, Hashable {
    /// The master and every companion of every table that uses it.
    case complete
    /// The master alone, for trees that regenerate when they build.
    case masterOnly
}
