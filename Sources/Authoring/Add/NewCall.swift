import Checks
import Compat32
import Edits
import Findings
import SourceTree
import SyscallSyntax
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
    /// How the library gets along with kernels that lack the call; `nil` for a call that is new altogether.
    let forward: ForwardPath?
    /// What 32-bit programs make of it.
    let compat: CompatPlan

    var prototype: CallPrototype { addition.prototype }
    var name: String { addition.prototype.name }
    var number: Int { native.number }
    var view: any TreeView { tables.view }

    /// Finds the place of a call in the masters.
    ///
    /// - Throws: a `Refusal` when the tree has errors, or the call or its number is there already.
    init(_ addition: Addition, in tables: TreeTables, forward: ForwardPath? = nil) throws(Refusal) {
        if let function = addition.kernelFunction { try Self.refuseMalformed(function) }
        let masters = try CallMasters(tables)
        let banded = masters.native
        let name = addition.prototype.name
        try Self.refuseExisting(name, in: banded.master)
        let free = masters.free
        let stubs = MasterRemarks(banded.master).remarks.filter { $0.kind == .stub }.compactMap(\.row)
        let kept = banded.master.rows.enumerated().first { index, row in
            row.name == name && row.numbers.count == 1 && (row.kinds.level == .none || stubs.contains(index))
        }?.element
        let number = addition.number ?? kept?.numbers.lowerBound ?? free
        guard number >= 0, number <= Master.highestNumber else {
            throw Refusal(
                "number-too-large",
                "\(number) is not between 0 and \(Master.highestNumber), the highest number that ktrace(2) can record",
                notes: [Note("the next free number is \(free)")])
        }
        self.addition = addition
        self.forward = forward
        self.tables = tables
        native = try MasterSlot(number, for: name, in: banded, free: free)
        var narrow: [MasterSlot] = []
        for other in masters.narrow { narrow.append(try MasterSlot(number, for: name, in: other, free: free)) }
        self.narrow = narrow
        compat = try .make(
            addition.prototype.interface(returns: !addition.kinds.contains("NORETURN")),
            in: tables,
            declarations: addition.declarations,
            limits: addition.limits,
            kernelFunction: addition.kernelFunction)
    }

    private static func refuseMalformed(_ function: String) throws(Refusal) {
        guard let first = function.utf8.first, function.utf8.allSatisfy(isIdentifier), !isDigit(first) else {
            throw Refusal("malformed-option", "--kernel-function \(function): expected the name of a function")
        }
    }

    /// A call of that name is there already, or one of an older interface whose symbols would be mixed up with it.
    private static func refuseExisting(_ name: String, in master: Master) throws(Refusal) {
        let stubs = MasterRemarks(master).remarks.filter { $0.kind == .stub }.compactMap(\.row)
        for (index, row) in master.rows.enumerated()
        where (row.name == name || row.alternatives.name == name) && !stubs.contains(index) {
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
    package var isNarrow: Bool {
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
