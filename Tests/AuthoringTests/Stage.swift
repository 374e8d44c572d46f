import Authoring
import Edits
import Findings
import SourceTree
import TestSupport

/// A tree with a native master of its own, on which intents are tried. All companions are fresh.
struct Stage {
    var tree: TableTree

    /// A master with a stock band of two slots, and calls behind it.
    static let stock = """
        ; Lamps.
        0\tAUE_NULL\tRESERVED
        1\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        2\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        3\tAUE_NULL\tSTD {
        \t\tint lamp(
        \t\t    long oil
        \t\t);
        \t}

        """

    init(_ master: String = stock) throws {
        tree = TableTree.complete.with("sys/kern/syscalls.master", master)
        tree = tree.with(try TreeTables.load(tree.view).regeneration())
    }

    var master: String { tree["sys/kern/syscalls.master"] ?? "" }

    /// The tree after `plan`.
    func after(_ plan: Plan) throws -> Stage {
        var stage = self
        stage.tree = tree.with(plan.edit)
        return stage
    }

    func tables() throws(Refusal) -> TreeTables {
        try TreeTables.load(tree.view)
    }

    func widen(
        _ slots: Int,
        at place: Widening.Place = .tail,
        label: String? = nil,
        scope: Scope = .complete
    ) throws(Refusal) -> Plan {
        try Plan.widen(try tables(), by: Widening(slots: slots, at: place, label: label), scope: scope)
    }

    func narrow(_ band: ClosedRange<Int>? = nil, scope: Scope = .complete) throws(Refusal) -> Plan {
        try Plan.narrow(try tables(), band: band, scope: scope)
    }

    /// What `body` is refused for, as lines.
    func refusal(_ body: (Stage) throws(Refusal) -> Plan) -> [String] {
        do throws(Refusal) {
            return ["no refusal but \(try body(self).summary)"]
        } catch {
            return error.findings.lines
        }
    }
}
