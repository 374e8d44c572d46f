import Edits
import Findings
import SourceTree
import SyscallTable

/// What the reasoning about 32-bit programs looks at in a tree: its generator, the configuration of the 32-bit table, the
/// structures of the 32-bit ABI that exist, and the texts in which the rules stand.
public struct CompatTree: Sendable {
    /// The tables.
    public let tables: TreeTables

    /// Reads what is needed of the tree of `tables`.
    ///
    /// - Throws: a `Refusal` when a file cannot be read.
    public init(_ tables: TreeTables) throws(Refusal) {
        self.tables = tables
    }
}
