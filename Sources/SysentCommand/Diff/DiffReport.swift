import TableDiff

/// The result of a comparison, as it is shown.
struct DiffReport {
    let old: TreeSide
    let new: TreeSide
    /// The tables with what is to be shown of their changes.
    let tables: [Table]

    struct Table {
        let result: TableChanges
        let changes: [Change]
        /// Whether its directory makes other tables as well.
        let isOneOfSeveral: Bool
    }

    init(old: TreeSide, new: TreeSide, tables: [TableChanges], impacts: [Impact]) {
        self.old = old
        self.new = new
        self.tables = tables.map { table in
            Table(
                result: table,
                changes: table.changes.filter { impacts.contains($0.impact) },
                isOneOfSeveral: tables.count { $0.directory == table.directory } > 1
            )
        }
    }

    var isEmpty: Bool { tables.allSatisfy(\.changes.isEmpty) }
}

extension DiffReport.Table {
    /// How the table is called: by both directories where it moved, and by its master where a directory makes several.
    var title: String {
        let (old, new) = (result.old.map(name), result.new.map(name))
        guard let old, let new, old != new else { return new ?? old ?? "" }
        return "\(new) (was \(old))"
    }

    private func name(_ table: ComparedTable) -> String { isOneOfSeveral ? table.master : table.directory }

    /// How many changes there are of each impact, the gravest first.
    var counts: [(impact: Impact, count: Int)] {
        Impact.allCases.map { impact in (impact, changes.count { $0.impact == impact }) }.filter { $0.count > 0 }
    }

    /// The counts as a phrase.
    var summary: String {
        counts.isEmpty ? "no change" : counts.map { "\($0.count) \($0.impact.title)" }.joined(separator: ", ")
    }
}

extension Impact {
    /// The impact as words of a sentence.
    var title: String {
        switch self {
        case .binaryBreak: "binary break"
        case .sourceBreak: "source break"
        case .compatible: "compatible"
        case .information: "information"
        }
    }
}

extension Change {
    /// The numbers: `12`, `210-219`, `424 -> 582`.
    var numberText: String {
        let first = numbers.lowerBound
        if kind == .maximum || kind == .tableAdded || kind == .tableRemoved { return "" }
        if numbers.count > 1 { return "\(first)-\(numbers.upperBound)" }
        guard let newNumber else { return String(first) }
        return kind == .restored ? "\(newNumber) -> \(first)" : "\(first) -> \(newNumber)"
    }

    /// What the change is, in words.
    var kindText: String { kind.rawValue.split(separator: "-").joined(separator: " ") }
}
