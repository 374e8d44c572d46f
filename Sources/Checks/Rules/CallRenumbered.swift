import Findings
import SourceTree
import SyscallTable
import TableDiff

/// A call keeps its number.
struct CallRenumbered: ChangeRule {
    let documentation = RuleDocumentation(
        "call-renumbered",
        .error,
        checks: """
            Every call that the base has under a name and an interface has the number there that it has now. Calls \
            that moved together are one finding, at the first of them.
            """,
        matters: """
            Numbers are compiled into programs, the C library among them. Each that was built before calls what \
            stands at the old number now.
            """,
        example: """
            A row is put between 42 and 43, and everything behind it is counted up. Append it to the end of the \
            table.
            """,
        exceptions: """
            A call that no release has shipped, as when a private row makes way for one of upstream. A call that \
            was superseded keeps its old number as COMPATnn, and is none. In a table of another system, whose \
            numbers are not this tree's, it may be a correction and is a warning.
            """
    )

    func findings(of change: TreeChange, in tree: CheckedTree) -> [Finding] {
        gathered(change.tables.flatMap { table in moves(table).map { finding($0, table) } })
    }

    private func finding(_ move: Move, _ table: ChangedTable) -> RowFinding {
        let (first, last) = (move.first, move.last)
        let names = move.count == 1 ? first.name : "\(first.name) to \(last.name), \(move.count) calls,"
        let old = move.count == 1 ? "number" : "numbers"
        let message =
            "\(names) moved from \(text(first.from, last.from)) to \(text(first.to, last.to)): programs that were built before call the old \(old)"
        return RowFinding(
            table.isForeign ? .warning : .error, table, at: first.change.newLocation, message,
            notes: first.change.baseNotes)
    }

    private func text(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)-\(last)" }

    /// The calls of a table that moved, those that follow one another and moved as far together.
    private func moves(_ table: ChangedTable) -> [Move] {
        let numbers = Set(table.old?.table.calls.filter(\.isCall).map(\.number) ?? []).sorted()
        let order = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        let moved = table.changes.compactMap(MovedCall.init).sorted { $0.from < $1.from }
        var moves: [Move] = []
        for call in moved {
            if let last = moves.last?.last, last.to - last.from == call.to - call.from,
                last.change.kind == call.change.kind,
                order[last.from].map({ $0 + 1 }) == order[call.from]
            {
                moves[moves.count - 1].last = call
                moves[moves.count - 1].count += 1
            } else {
                moves.append(Move(first: call, last: call, count: 1))
            }
        }
        return moves
    }

    private struct Move {
        var first: MovedCall
        var last: MovedCall
        var count: Int
    }

    private struct MovedCall {
        let change: Change
        let from: Int
        let to: Int
        var name: String { change.name }

        init?(_ change: Change) {
            guard let number = change.newNumber else { return nil }
            self.change = change
            switch change.kind {
            case .renumbered: (from, to) = (change.numbers.lowerBound, number)
            // The present interface went back to the number that the old one has.
            case .restored: (from, to) = (number, change.numbers.lowerBound)
            default: return nil
            }
        }
    }
}
