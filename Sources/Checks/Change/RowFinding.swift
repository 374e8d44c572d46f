import Findings
import TableDiff

/// What a rule about changes says of a row of one table.
struct RowFinding {
    let table: ChangedTable
    let severity: Severity
    let place: Location?
    let message: String
    let notes: [Note]

    init(_ severity: Severity, _ table: ChangedTable, at place: Location?, _ message: String, notes: [Note] = []) {
        self.table = table
        self.severity = severity
        self.place = place
        self.message = message
        self.notes = notes
    }
}

extension ChangeRule {
    /// One finding a row: the gravest that is said of it, of the first table that it is said of. What else is said, and
    /// what other tables that are made of the same row bring, are notes.
    func gathered(_ findings: [RowFinding]) -> [Finding] {
        let rank = Dictionary(uniqueKeysWithValues: Severity.allCases.enumerated().map { ($1, $0) })
        var order: [Location?] = []
        var rows: [Location?: [RowFinding]] = [:]
        for finding in findings {
            if rows[finding.place] == nil { order.append(finding.place) }
            rows[finding.place, default: []].append(finding)
        }
        return order.compactMap { place in
            let all = rows[place] ?? []
            guard
                let index = all.indices.min(by: {
                    rank[all[$0].severity, default: 0] < rank[all[$1].severity, default: 0]
                })
            else { return nil }
            let first = all[index]
            let others = all.enumerated().filter { $0.offset != index }.map { _, other in
                let message = other.message == first.message ? "the same" : other.message
                return Note(
                    other.table.directory == first.table.directory ? message : "in \(other.table.directory): \(message)"
                )
            }
            let message = first.table.isNative ? first.message : "in \(first.table.directory): \(first.message)"
            return Finding(first.severity, name, at: place, message, notes: first.notes + others)
        }
    }
}
