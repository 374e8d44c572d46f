import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The native master of a tree with a change of its text, and everything that follows from it.
struct MasterChange {
    let tables: TreeTables
    let master: Master
    let path: TreePath

    /// Takes the native table of `tables`.
    ///
    /// - Throws: a `Refusal` when the tree has errors, or no native table.
    init(_ tables: TreeTables) throws(Refusal) {
        try tables.refuseErrors()
        guard let native = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        self.tables = tables
        master = native.table.master
        path = native.site.master
    }

    /// The change of the master's text by `edits` together with, in scope, the companions of all tables that use it.
    ///
    /// - Throws: a `Refusal` when the changed tables have errors.
    func plan(
        _ intent: Intent,
        band: ClosedRange<Int>,
        edits: [TextEdit],
        reason: String,
        scope: Scope,
        subject: String,
        summary: [String]
    ) throws(Refusal) -> Plan {
        guard let text = TextEdit.apply(edits, to: master.syntax.bytes) else {
            throw Refusal("overlapping-edits", "the edits of \(path) overlap")
        }
        let old = try tables.view.state(of: path)
        guard case .file(_, let mode) = old else {
            throw Refusal("missing-file", at: Location(path: tables.view.label(path)), "no such file")
        }
        let change = FileChange(path: path, expected: old, result: .file(text, mode), reasons: [reason])
        let step = EditStep(title: subject, changes: [change])
        let changed = try TreeTables.load(OverlayView(tables.view, edit: TreeEdit(steps: [step])))
        let concerned = changed.tables.filter { $0.site.master == path }
        let companions = try changed.regeneration(of: concerned)
        return Plan(
            intent: intent,
            band: band,
            summary: summary,
            subject: subject,
            sizes: zip(tables.tables.filter { $0.site.master == path }, concerned).map {
                Plan.Size(table: $0.site.directory, before: $0.table.size, after: $1.table.size)
            },
            edit: TreeEdit(
                steps: [EditStep(title: subject, changes: [change] + (scope == .complete ? companions.changes : []))]
            ),
            findings: try staleness(scope)
        )
    }

    /// Companions that were stale before: the edit brings them up to date as well, which nobody asked for.
    private func staleness(_ scope: Scope) throws(Refusal) -> [Finding] {
        guard scope == .complete else { return [] }
        let stale = try tables.regeneration(of: tables.tables.filter { $0.site.master == path }).changes
        return stale.filter { $0.expected != .absent }.map { change in
            let finding = change.staleness(tables.view)
            let message = "was stale before; the change brings it up to date as well"
            return Finding(.warning, "stale-companion", at: finding.location, message)
        }
    }
}
