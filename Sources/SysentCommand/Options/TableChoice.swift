import Edits
import Findings
import SourceTree

extension TreeTables {
    /// The tables that `names` mean, each once; all of them when nothing is named.
    ///
    /// - Throws: a `Refusal` for a name that means no table, or several.
    func choose(_ names: [String]) throws(Refusal) -> [Table] {
        guard !names.isEmpty else { return tables }
        var chosen: [Table] = []
        for name in names {
            let found = tables(called: name)
            if found.isEmpty, blocked.contains(where: { $0.isCalled(name) }) { try refuseErrors() }
            // One directory may make several tables; its name means all of them.
            guard Set(found.map(\.site.directory)).count == 1 else {
                let candidates = (found.isEmpty ? tables : found).map { $0.site.directory.string }
                throw Refusal(
                    found.isEmpty ? "unknown-table" : "ambiguous-table",
                    "'\(name)' names \(found.isEmpty ? "no table" : "several tables"): \(candidates.joined(separator: ", "))"
                )
            }
            chosen += found.filter { new in !chosen.contains { $0.site == new.site } }
        }
        return chosen
    }
}
