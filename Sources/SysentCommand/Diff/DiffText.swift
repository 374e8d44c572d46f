import TableDiff

extension DiffReport {
    /// The report for a reader: a table after the other, in each the gravest changes first.
    var text: String {
        var lines: [String] = []
        for table in tables {
            if !lines.isEmpty { lines.append("") }
            lines.append("\(table.title): \(table.summary)")
            lines += table.result.notes.map { "  note: \($0)" }
            for (impact, _) in table.counts {
                lines.append("")
                lines.append("  \(impact.title)")
                for change in table.changes where change.impact == impact { lines += change.lines }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

extension Change {
    fileprivate var lines: [String] {
        let head = [numberText, name, kindText].filter { !$0.isEmpty }.joined(separator: "  ")
        var lines = ["    \(head)"]
        if let old { lines.append("      - \(old)") }
        if let new { lines.append("      + \(new)") }
        lines.append("      \(reason)")
        return lines
    }
}
