import Authoring
import Edits
import Findings
import SlotModel
import SourceTree
import SyscallTable
import TrapModules

/// What all ways are worked out on.
struct Ground {
    let question: Decision.Question
    let demand: Demand
    let capacity: Capacity
    /// The kernel of the tree as it is.
    let kernel: SlotKernel
    /// What the modules get there.
    let plan: SlotPlan
    /// The native table of the tree.
    let native: TreeTables.Table
    /// The native table of the next release's tree.
    let nextNative: TreeTables.Table?

    init(_ question: Decision.Question) throws(Refusal) {
        self.question = question
        kernel = try question.kernel(question.tables)
        demand = Demand(question.manifests)
        native = try Self.native(of: question.tables)
        nextNative = if let next = question.next { try Self.native(of: next) } else { nil }
        capacity = Capacity(kernel, native.table)
        plan = SlotPlan(question.manifests, on: kernel)
    }

    private static func native(of tables: TreeTables) throws(Refusal) -> TreeTables.Table {
        guard let native = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        return native
    }

    /// How many slots a band must have, so that each call finds one.
    var bandSize: Int { question.slots ?? max(1, plan.shortfall) }

    /// Whether slots would be added that nobody needs.
    var isNothingMissing: Bool { plan.shortfall == 0 && question.slots == nil }

    // MARK: - What is measured of a way

    /// What each table must have free for calls with numbers of their own.
    func ownSlots(after kernel: SlotKernel) -> [Way.Slots] {
        slots(after: kernel) { demand.numbers($0) }
    }

    /// What each table must have free for `needed` numbers.
    func slots(after changed: SlotKernel, _ needed: (SlotKernel.Table) -> Int) -> [Way.Slots] {
        capacity.tables.filter { needed($0.table) > 0 }.map { table in
            Way.Slots(
                table: table.table,
                needed: needed(table.table),
                free: table.free.count,
                freeAfter: changed.tables[table.table]?.freeSlots.filter { $0 > 0 }.count ?? 0
            )
        }
    }

    /// The number of each call, as the modules get them on a kernel.
    func assigned(_ plan: SlotPlan) -> [(call: String, number: Int?)] {
        plan.modules.flatMap { module in
            module.manifest.traps.map { ($0.name, module.number(of: $0, in: .native)) }
        }
    }

    /// The calls that have a number in the tree as it is, and get another one.
    func moved(_ assigned: [(call: String, number: Int?)]) -> [String] {
        zip(self.assigned(plan), assigned).filter { before, after in
            before.number != nil && before.number != after.number
        }.map(\.0.call)
    }

    /// What tools show of calls in slots of a table.
    func trace(_ assigned: [(call: String, number: Int?)], in table: SyscallTable) -> [String] {
        let numbers = Set(assigned.compactMap(\.number))
        let names = Set(table.calls.filter { numbers.contains($0.number) }.map(\.publicName))
        guard !numbers.isEmpty else { return [] }
        return [
            "\(numbers.count.counted("number")), and \(names.count.counted("name")): \(names.sorted().joined(separator: ", ")); "
                + "a registration changes no name, so that ktrace(1), truss(1) and DTrace tell the calls apart by number alone"
        ]
    }

    /// What the next release has at `numbers`.
    func takenNext(_ numbers: [Int]) -> (taken: [Int], sentences: [String]) {
        guard let nextNative else { return ([], []) }
        let table = nextNative.table
        let wanted = Set(numbers)
        let calls = table.calls.filter { wanted.contains($0.number) && $0.isCallOfItsOwn }
        guard !calls.isEmpty else {
            let size = "its table has \(table.size) rows"
            return ([], ["the next release leaves \(numbers.inWords) free (\(size))"])
        }
        let names = calls.map(\.publicName).joined(separator: ", ")
        let taken = Set(calls.map(\.number)).sorted()
        return (taken, ["the next release gives \(taken.inWords) to calls of its own: \(names)"])
    }
}

extension Syscall {
    /// Whether a call of the release stands at the number, or did.
    var isCallOfItsOwn: Bool {
        switch kinds.level {
        case .native: !isLoadable
        case .compat, .obsolete: true
        case .none: false
        }
    }
}
