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
            // The entries rather than the rows: what is wrong with an entry may keep it from being a row.
            for node in syntax.nodes {
                guard case .entry(let entry) = node.kind, let name = entry.prototype?.name ?? entry.word(3) else {
                    continue
                }
                let last = syntax.lines.line(at: node.range.upperBound - 1)
                for line in syntax.lines.line(at: node.range.lowerBound)...last { lines[line] = syntax.text(name) }
            }
            names[syntax.path] = lines
        }
    }

    /// The name of the call that `finding` is about: the one that it names, or the one whose entry it stands in.
    func call(_ finding: Finding) -> String? {
        finding.subject ?? finding.location.flatMap { place in place.line.flatMap { names[place.path]?[$0] } }
    }
}
