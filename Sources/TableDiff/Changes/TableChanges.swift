/// What changed from one table to another.
public struct TableChanges: Sendable {
    /// The table in the older tree; `nil` when it has none.
    public let old: ComparedTable?
    /// The table in the newer tree; `nil` when it has none.
    public let new: ComparedTable?
    /// The changes in the order of their numbers.
    public let changes: [Change]
    /// What could not be compared, and why, one sentence each.
    public let notes: [String]

    /// The directory by which the table is known: that of the newer tree where both have it.
    public var directory: String { new?.directory ?? old?.directory ?? "" }
}
