import SyscallTable

/// A table and what it is called in its tree.
public struct ComparedTable: Sendable {
    /// The directory in which the table is made, relative to the tree.
    public let directory: String
    /// The path of its master, which tells the tables of one directory apart.
    public let master: String
    /// Its calls.
    public let table: SyscallTable
    /// The kinds that its generator knows: what a table cannot say is no difference.
    public let kinds: Set<String>

    /// Names a table by `directory` and `master`.
    public init(directory: String, master: String, table: SyscallTable, kinds: Set<String>) {
        self.directory = directory
        self.master = master
        self.table = table
        self.kinds = kinds
    }

    /// `syscallprefix`, which tells ABIs apart wherever a table lies.
    var symbolPrefix: String { table.configuration["syscallprefix"] }

    /// The name of the master without its directory.
    var masterName: Substring { master.split(separator: "/").last ?? "" }

    /// Whether the master belongs to this table alone, and not to the native one.
    public var hasOwnMaster: Bool { master.dropLast(masterName.count) == directory + "/" }

    /// Whether the table serves programs of another system, whose interface is not this tree's to decide.
    public var isForeign: Bool {
        symbolPrefix.hasSuffix("_SYS_") && !symbolPrefix.hasPrefix("FREEBSD")
    }
}
