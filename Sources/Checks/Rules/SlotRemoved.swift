import Findings
import SourceTree
import SyscallTable
import TableDiff

/// A slot for loadable calls stays one.
struct SlotRemoved: ChangeRule {
    let documentation = RuleDocumentation(
        "slot-removed",
        .warning,
        checks: "Every number that is a slot for loadable calls in the base is one now.",
        matters: """
            A module that asks for the number is refused, and where modules take the next free slot there is one \
            less for them: the last to be loaded fails.
            """,
        example: """
            Slot 219 becomes a call. Append the call to the end of the table, and leave the slot.
            """,
        exceptions: "A band that was added for modules that are gone, as 'sysent narrow' takes it back."
    )

    func findings(of change: TreeChange, in tree: CheckedTree) -> [Finding] {
        let moved = change.native.map(moved) ?? []
        return gathered(change.tables.flatMap { table in bands(table, moved).map { finding($0, table) } })
    }

    private func finding(_ band: ClosedRange<Int>, _ table: ChangedTable) -> RowFinding {
        let message =
            band.count == 1
            ? "\(band.lowerBound) is no slot for loadable calls any more"
            : "\(band.lowerBound)-\(band.upperBound) are no slots for loadable calls any more"
        return RowFinding(
            documentation.severity, table, at: table.place(of: band.lowerBound),
            "\(message): a module that asks for such a slot is refused")
    }

    /// The numbers that were slots and are none, those together that follow one another. Where a call moved to the number
    /// it is the call that is reported: the slots moved with it.
    private func bands(_ table: ChangedTable, _ native: Set<Int>) -> [ClosedRange<Int>] {
        guard let old = table.old, let new = table.new else { return [] }
        let slots = Set(new.table.calls.filter(\.isLoadable).map(\.number))
        let taken = slots.union(moved(table)).union(native)
        let gone = Set(old.table.calls.filter(\.isLoadable).map(\.number)).subtracting(taken)
        return gone.sorted().reduce(into: []) { bands, number in
            if let last = bands.last, last.upperBound + 1 == number {
                bands[bands.count - 1] = last.lowerBound...number
            } else {
                bands.append(number...number)
            }
        }
    }

    /// The numbers that calls moved to.
    private func moved(_ table: ChangedTable) -> Set<Int> {
        Set(table.changes.filter { $0.kind == .renumbered }.compactMap(\.newNumber))
    }
}
