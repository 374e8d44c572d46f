import Checks
import Edits
import Findings
import SourceTree

/// What `sysent check --fix` changes: the fix-its of findings, and the companions of what results.
struct FixPlan {
    private let tables: TreeTables
    private let findings: [CheckResult]

    /// Mends `findings` in the tree of `tables`.
    init(_ tables: TreeTables, _ findings: [CheckResult]) {
        self.tables = tables
        self.findings = findings
    }

    /// The edit; empty when there is nothing to mend.
    ///
    /// - Throws: a `Refusal` when the tree has errors that nobody can mend by rule, or a file cannot be read.
    func edit() throws(Refusal) -> TreeEdit {
        let sources = EditStep(title: "mend what the checks found", changes: try sourceChanges())
        let isStale = findings.contains { ["stale-companion", "companion-left-out"].contains($0.finding.rule) }
        guard !sources.changes.isEmpty || isStale else { return TreeEdit(steps: []) }
        let edit = TreeEdit(steps: [sources])
        let view = OverlayView(tables.view, edit: edit)
        return TreeEdit(steps: edit.steps + (try TreeTables.load(view, as: tables.generator).regeneration().steps))
    }

    private func sourceChanges() throws(Refusal) -> [FileChange] {
        let tree = CheckedTree(tables)
        var fixIts: [String: [(rule: String, fixIt: FixIt)]] = [:]
        // What follows from something else is gone when that is mended.
        for result in findings where result.cause == nil {
            guard let fixIt = result.finding.fixIt, let path = fixIt.path.map(tree.relative) ?? result.path else {
                continue
            }
            fixIts[path, default: []].append((result.finding.rule, fixIt))
        }
        var changes: [FileChange] = []
        for (path, fixIts) in fixIts.sorted(by: { $0.key < $1.key }) {
            let path = TreePath(path)
            let old = try tables.view.state(of: path)
            guard case .file(let bytes, let mode) = old else { continue }
            let (new, reasons) = Self.apply(fixIts, to: bytes)
            changes.append(FileChange(path: path, expected: old, result: .file(new, mode), reasons: reasons))
        }
        return changes
    }

    /// Two findings may want the same edit, which is made once. Of edits that overlap the first is made; the next run makes
    /// the others, if anything is left to do.
    private static func apply(_ fixIts: [(rule: String, fixIt: FixIt)], to bytes: [UInt8]) -> ([UInt8], [String]) {
        var edits: [TextEdit] = []
        var result = bytes
        var reasons: Set<String> = []
        for (rule, fixIt) in fixIts {
            let more = fixIt.edits.filter { !edits.contains($0) }
            guard let new = TextEdit.apply(edits + more, to: bytes) else { continue }
            edits += more
            result = new
            reasons.insert("\(fixIt.message) [\(rule)]")
        }
        return (result, reasons.sorted())
    }
}
