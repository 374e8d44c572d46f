import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Which call's entry stands at a place of a master.
struct CallPlaces {
    /// The names by file and line.
    private var names: [String: [Int: String]] = [:]

    init(_ tables: TreeTables) {
        for table in tables.tables where names[table.table.master.syntax.path] == nil {
            let syntax = table.table.master.syntax
            var lines: [Int: String] = [:]
            for row in table.table.master.rows {
                let range = syntax.nodes[row.node].range
                let last = syntax.lines.line(at: range.upperBound - 1)
                for line in syntax.lines.line(at: range.lowerBound)...last { lines[line] = row.name }
            }
            names[syntax.path] = lines
        }
    }

    /// The name of the call that `finding` is about: the one that it names, or the one whose entry it stands in.
    func call(_ finding: Finding) -> String? {
        finding.subject ?? finding.location.flatMap { place in place.line.flatMap { names[place.path]?[$0] } }
    }
}
