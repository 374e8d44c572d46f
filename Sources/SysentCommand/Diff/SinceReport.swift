import TableDiff

/// `sysent diff --since NAME` as text
struct SinceText {
    let name: String
    let histories: [CallHistory]

    var text: String {
        guard !histories.isEmpty else { return "\(name): none of the trees has it\n" }
        return histories.map { history in
            var lines = ["\(history.table): \(Self.answer(history, name))"]
            for sighting in history.sightings {
                if sighting.rows.isEmpty { lines.append("  \(sighting.tree)  -") }
                for row in sighting.rows {
                    lines.append("  \(sighting.tree)  \(row.number)  \(row.state)  \(row.declaration)")
                }
            }
            return lines.map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    static func answer(_ history: CallHistory, _ name: String) -> String {
        guard let first = history.first else {
            return "\(name) is no call of the present interface in any of the trees"
        }
        if history.isInFirstTree { return "\(name) is in the oldest tree already, as \(first.number)" }
        return "\(name) since \(first.tree), as \(first.number)"
    }
}

/// `sysent diff --since NAME --format json`
struct SinceRecord: Encodable {
    let call: String
    let trees: [String]
    let tables: [Table]

    struct Table: Encodable {
        let table: String
        let since: String?
        let number: Int?
        let inOldestTree: Bool
        let trees: [Tree]
    }

    struct Tree: Encodable {
        let tree: String
        let rows: [Row]
    }

    struct Row: Encodable {
        let number: Int
        let state: String
        let declaration: String
    }

    init(_ name: String, _ histories: [CallHistory], sides: [String]) {
        call = name
        trees = sides
        tables = histories.map { history in
            Table(
                table: history.table,
                since: history.first?.tree,
                number: history.first?.number,
                inOldestTree: history.isInFirstTree,
                trees: history.sightings.map { sighting in
                    Tree(
                        tree: sighting.tree,
                        rows: sighting.rows.map {
                            Row(number: $0.number, state: $0.state, declaration: $0.declaration)
                        }
                    )
                }
            )
        }
    }
}
