import TableDiff

/// One table, or two of which one is the other's successor, with what differs.
public struct MapComparison: Sendable {
    /// The table, the older one of two.
    public let first: TableMap
    /// The newer one.
    public let second: TableMap?
    /// What happened to a number, by number. A call that has another number now is at both.
    public let changes: [Int: [Change]]

    /// Shows one table.
    public init(_ map: TableMap) {
        first = map
        second = nil
        changes = [:]
    }

    /// Shows two tables, and the `changes` from the one to the other.
    public init(_ first: TableMap, _ second: TableMap, _ changes: [Change]) {
        self.first = first
        self.second = second
        var byNumber: [Int: [Change]] = [:]
        for change in changes where change.kind != .maximum {
            let moved = change.newNumber.map { $0...$0 }
            for number in change.numbers { byNumber[number, default: []].append(change) }
            if let moved, !change.numbers.contains(moved.lowerBound) {
                byNumber[moved.lowerBound, default: []].append(change)
            }
        }
        self.changes = byNumber
    }

    /// The tables.
    public var maps: [TableMap] { [first] + (second.map { [$0] } ?? []) }

    /// How many numbers the longer table has.
    public var size: Int { maps.map(\.cells.count).max() ?? 0 }

    /// The kinds that either table has, in order.
    public var kinds: [TableMap.Kind] {
        TableMap.Kind.allCases.filter { kind in maps.contains { $0.cells.contains { $0.kind == kind } } }
    }

    /// How a number is marked.
    public enum Mark: Sendable, Hashable {
        /// Programs that were built before break.
        case breaks
        /// Something else that a program can notice, or the number is of another kind.
        case differs
    }

    /// The mark of `number`. What no program notices, such as an annotation or an audit event, is told but not marked: it
    /// would be every third number between two releases.
    public func mark(of number: Int) -> Mark? {
        guard let second else { return nil }
        let kinds = [first, second].map { $0.cells.indices.contains(number) ? $0.cells[number].kind : nil }
        return switch impact(of: number) {
        case .binaryBreak: .breaks
        case .sourceBreak, .compatible: .differs
        case .information, nil: kinds[0] == kinds[1] ? nil : .differs
        }
    }

    /// The gravest of what happened to `number`; `nil` where nothing did.
    public func impact(of number: Int) -> Impact? {
        let impacts = changes[number]?.map(\.impact) ?? []
        return Impact.allCases.first { impacts.contains($0) }
    }
}
