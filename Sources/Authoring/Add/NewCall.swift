import Compat32
import Edits
import Findings
import SourceTree
import SyscallTable

/// A call that is being added, and the tree that it is added to.
struct NewCall {
    /// What is wanted.
    let addition: Addition
    /// The tree's tables.
    let tables: TreeTables
    /// The master of `sys/kern`, and the place of the row in it.
    let native: MasterSlot
    /// The same for 32-bit masters of their own, which releases up to 13 have.
    let narrow: [MasterSlot]
    /// What 32-bit programs make of it.
    let compat: CompatPlan

    var prototype: CallPrototype { addition.prototype }
    var name: String { addition.prototype.name }
    var number: Int { native.number }
    var view: any TreeView { tables.view }

    /// Finds the place of a call in the masters.
    ///
    /// - Throws: a `Refusal` when the tree has errors, or the call or its number is there already.
    init(_ addition: Addition, in tables: TreeTables) throws(Refusal) {
        try tables.refuseErrors()
        guard let table = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        let banded = BandedMaster(path: table.site.master, master: table.table.master)
        var others: [BandedMaster] = []
        for table in tables.tables where table.isNarrow && table.site.master != banded.path {
            guard !others.contains(where: { $0.path == table.site.master }) else { continue }
            others.append(BandedMaster(path: table.site.master, master: table.table.master))
        }
        let name = addition.prototype.name
        try Self.refuseExisting(name, in: banded.master)
        let free = ([banded] + others).map(\.size).max() ?? 0
        let kept = banded.master.rows.first { $0.kinds.level == .none && $0.name == name && $0.numbers.count == 1 }
        let number = addition.number ?? kept?.numbers.lowerBound ?? free
        guard number >= 0, number <= Master.highestNumber else {
            throw Refusal(
                "number-too-large",
                "\(number) is not between 0 and \(Master.highestNumber), the highest number that ktrace(2) can record",
                notes: [Note("the next free number is \(free)")])
        }
        self.addition = addition
        self.tables = tables
        native = try MasterSlot(number, for: name, in: banded, free: free)
        var narrow: [MasterSlot] = []
        for other in others { narrow.append(try MasterSlot(number, for: name, in: other, free: free)) }
        self.narrow = narrow
        compat = try .make(
            addition.prototype.interface(returns: !addition.kinds.contains("NORETURN")),
            in: tables,
            declarations: addition.declarations,
            limits: addition.limits)
    }

    /// A call of that name is there already, or one of an older interface whose symbols would be mixed up with it.
    private static func refuseExisting(_ name: String, in master: Master) throws(Refusal) {
        for row in master.rows where row.name == name || row.alternatives.name == name {
            switch row.kinds.level {
            case .none, .obsolete, .compat: continue
            case .native:
                throw Refusal(
                    "call-exists", at: row.location, "\(name) is here already, with number \(row.numbers.lowerBound)",
                    notes: [
                        Note("'sysent add --review \(name)' says which of its places are missing"),
                        Note("a changed interface needs a new number and keeps the old one: 'sysent supersede'"),
                    ])
            }
        }
    }
}

extension TreeTables.Table {
    /// Whether this is the table of 32-bit programs of the same system.
    var isNarrow: Bool {
        table.configuration["abi_func_prefix"] == "freebsd32_"
            || table.configuration["syscallprefix"] == "FREEBSD32_SYS_"
    }
}

extension CallPrototype {
    /// The call as the reasoning about 32-bit programs takes it.
    func interface(returns: Bool) -> CallInterface {
        CallInterface(result, name, arguments, returns: returns)
    }
}
