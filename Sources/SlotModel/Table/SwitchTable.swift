/// The rows that a kernel indexes by the number of a call, `struct sysent []`.
public struct SwitchTable: Sendable, Hashable {
    /// Row N is call N.
    public var rows: [SlotRow]

    /// Makes a table.
    public init(_ rows: [SlotRow]) {
        self.rows = rows
    }

    /// The numbers of the slots that nobody has claimed, ascending.
    public var freeSlots: [Int] {
        rows.indices.filter { rows[$0].handler == .lkmnosys }
    }
}
