import Edits
import Findings
import SourceTree
import SyscallTable

/// Finds calls by name or number in the tables of a tree.
struct CallSearch {
    let tables: TreeTables
    let only: [TreeTables.Table]?

    /// The calls that `text` means, in the first table that has any.
    ///
    /// - Throws: a `Refusal` when there is none.
    func find(_ text: String) throws(Refusal) -> [CallRecord] {
        let candidates = only ?? tables.tables
        let numbers = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if numbers.allSatisfy({ $0 != nil }), let first = numbers.first ?? nil, let last = numbers.last ?? nil,
            numbers.count <= 2, first <= last, let table = candidates.first
        {
            return try found(table.table.calls.filter { (first...last).contains($0.number) }, in: table, text)
        }
        for table in candidates {
            let prefix = table.table.configuration["syscallprefix"]
            let aliases = table.table.numberAliases.filter { [$0.name, prefix + $0.name].contains(text) }.map(\.symbol)
            let calls = table.table.calls.filter { $0.isCalled(text, prefix: prefix) || aliases.contains($0.symbol) }
            if !calls.isEmpty { return try found(calls, in: table, text) }
        }
        throw unknown(text, candidates)
    }

    private func found(
        _ calls: [Syscall],
        in table: TreeTables.Table,
        _ text: String
    ) throws(Refusal) -> [CallRecord] {
        guard !calls.isEmpty else { throw unknown(text, [table]) }
        // The tables that are made of the same master have the same calls, in other ABIs.
        let relatives = tables.tables.filter { $0.site.master == table.site.master && $0.site != table.site }
        return calls.map { CallRecord($0, in: table, relatives: relatives) }
    }

    private func unknown(_ text: String, _ tables: [TreeTables.Table]) -> Refusal {
        let sizes = tables.map { "\($0.site.directory) has 0-\($0.table.size - 1)" }.joined(separator: ", ")
        if Int(text) != nil { return Refusal("unknown-call", "no call has the number \(text); \(sizes)") }
        let similar = Set(tables.flatMap(\.table.calls).map(\.alias)).filter { $0.isSimilar(to: text) }.sorted().prefix(
            5)
        let notes = similar.isEmpty ? [] : [Note("similar names: " + similar.joined(separator: ", "))]
        return Refusal("unknown-call", "no table has a call '\(text)'", notes: notes)
    }
}

extension Syscall {
    fileprivate func isCalled(_ text: String, prefix: String) -> Bool {
        guard !alias.isEmpty else { return false }
        return [alias, name, symbol, handler, prefix + symbol, "sys_" + alias].contains(text)
    }
}

extension String {
    /// Whether the texts contain one another or differ in at most two places (Levenshtein).
    fileprivate func isSimilar(to other: String) -> Bool {
        let (left, right) = (Array(utf8), Array(other.utf8))
        guard left.count > 2, right.count > 2 else { return false }
        if contains(other) || other.contains(self) { return true }
        guard abs(left.count - right.count) <= 2 else { return false }
        var previous = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var current = [index + 1]
            for (column, candidate) in right.enumerated() {
                let substitution = previous[column] + (byte == candidate ? 0 : 1)
                current.append(Swift.min(substitution, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return (previous.last ?? 9) <= 2
    }
}
