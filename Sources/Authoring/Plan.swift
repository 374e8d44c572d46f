import Edits
import Findings
import SourceTree
import SyscallTable

/// A change of intent worked out on a tree: the edit, and what there is to say about it.
public struct Plan: Sendable {
    /// What was wanted.
    public let intent: Intent
    /// The numbers that come or go.
    public let band: ClosedRange<Int>
    /// What changes, in sentences, for the plan and for the patch's message.
    public let summary: [String]
    /// The messages of the commits, one for each step of ``edit``.
    public let commits: [Commit]
    /// The size of each table before and after.
    public let sizes: [Size]
    /// The change of the tree.
    public let edit: TreeEdit
    /// What was reasoned about the call for other ABIs, a line each.
    public let reasoning: [String]
    /// Texts for other places than this tree, such as a description for syzkaller, by what they are.
    public let texts: [Text]
    /// The places that are left out, and why.
    public let skipped: [Skip]
    /// What is doubtful.
    public let findings: [Finding]

    /// The subject line of the first patch.
    public var subject: String { commits.first?.subject ?? "" }

    /// The message of one commit.
    public struct Commit: Sendable, Hashable {
        /// The subject line.
        public let subject: String
        /// The paragraphs of the body.
        public let paragraphs: [String]
        /// What was wanted, for the trailer `Sysent-Intent`.
        public let intent: Intent
    }

    /// A text for another place than this tree.
    public struct Text: Sendable, Hashable {
        /// What it is, such as `syzlang`.
        public let name: String
        /// The text.
        public let text: String
    }

    /// A place that is left out.
    public struct Skip: Sendable, Hashable {
        /// The place's name, such as `symbol-map`.
        public let place: String
        /// Why, without a full stop.
        public let reason: String
    }

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
