import Checks
import Edits
import Findings
import SourceTree

/// What `sysent check --fix` changes: the fix-its of the findings that count, and the companions of what results.
struct FixPlan {
    private let tables: TreeTables
    private let report: CheckReport

    init(_ tables: TreeTables, _ report: CheckReport) {
        self.tables = tables
        self.report = report
    }

    /// The edit; empty when there is nothing to mend.
    ///
    /// - Throws: a `Refusal` when the tree has errors that nobody can mend by rule, or a file cannot be read.
    func edit() throws(Refusal) -> TreeEdit {
        let sources = EditStep(title: "mend what the checks found", changes: try sourceChanges())
        let isStale = report.open.contains { ["stale-companion", "companion-left-out"].contains($0.finding.rule) }
        guard !sources.changes.isEmpty || isStale else { return TreeEdit(steps: []) }
        let edit = TreeEdit(steps: [sources])
        let view = OverlayView(tables.view, edit: edit)
        return TreeEdit(steps: edit.steps + (try TreeTables.load(view, as: tables.generator).regeneration().steps))
    }

    private func sourceChanges() throws(Refusal) -> [FileChange] {
        var edits: [String: [TextEdit]] = [:]
        var reasons: [String: Set<String>] = [:]
        for result in report.open {
            guard let path = result.path, let fixIt = result.finding.fixIt else { continue }
            edits[path, default: []] += fixIt.edits
            reasons[path, default: []].insert("\(fixIt.message) [\(result.finding.rule)]")
        }
        var changes: [FileChange] = []
        for (path, edits) in edits.sorted(by: { $0.key < $1.key }) {
            let path = TreePath(path)
            let old = try tables.view.state(of: path)
            // Edits that overlap would have to be made one after the other: the next run makes the rest.
            guard case .file(let bytes, let mode) = old, let new = TextEdit.apply(edits, to: bytes) else { continue }
            changes.append(
                FileChange(
                    path: path,
                    expected: old,
                    result: .file(new, mode),
                    reasons: (reasons[path.string] ?? []).sorted()
                )
            )
        }
        return changes
    }
}
