import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// A master with slots for loadable calls.
struct BandedMaster {
    let path: TreePath
    let master: Master

    /// The number behind the last row.
    var size: Int { (master.rows.map(\.numbers.upperBound).max() ?? -1) + 1 }
}

/// The masters of a tree that have slots for loadable calls, with a change of their text and everything that follows.
///
/// Up to FreeBSD 13 the 32-bit table has a master of its own; a band has the same numbers in both.
struct MasterChange {
    let tables: TreeTables
    /// The master of `sys/kern`.
    let native: BandedMaster
    /// The other masters that have slots for loadable calls.
    let others: [BandedMaster]

    /// All of them, the native one first.
    var masters: [BandedMaster] { [native] + others }

    /// Takes the masters of `tables`.
    ///
    /// - Throws: a `Refusal` when the tree has errors, or no native table.
    init(_ tables: TreeTables) throws(Refusal) {
        try tables.refuseErrors()
        guard let table = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        self.tables = tables
        native = BandedMaster(path: table.site.master, master: table.table.master)
        var others: [BandedMaster] = []
        for table in tables.tables where !Band.all(of: table.table.master).isEmpty {
            let path = table.site.master
            guard path != native.path, !others.contains(where: { $0.path == path }) else { continue }
            others.append(BandedMaster(path: path, master: table.table.master))
        }
        self.others = others
    }

    /// The change of the masters' texts by `edits` together with, in scope, the companions of all tables that use them.
    ///
    /// - Throws: a `Refusal` when the changed tables have errors.
    func plan(
        _ intent: Intent,
        band: ClosedRange<Int>,
        edits: [TreePath: TextEdit],
        reason: String,
        scope: Scope,
        subject: String,
        summary: [String]
    ) throws(Refusal) -> Plan {
        var changes: [FileChange] = []
        for banded in masters {
            guard let edit = edits[banded.path] else { continue }
            let old = try tables.view.state(of: banded.path)
            guard case .file(_, let mode) = old, let text = TextEdit.apply([edit], to: banded.master.syntax.bytes)
            else {
                throw Refusal("missing-file", at: Location(path: tables.view.label(banded.path)), "no such file")
            }
            changes.append(FileChange(path: banded.path, expected: old, result: .file(text, mode), reasons: [reason]))
        }
        let step = EditStep(title: subject, changes: changes)
        let changed = try TreeTables.load(
            OverlayView(tables.view, edit: TreeEdit(steps: [step])), as: tables.generator)
        let concerned = changed.tables.filter { edits[$0.site.master] != nil }
        let companions = try changed.regeneration(of: concerned)
        let sizes = Plan.Size.pairs(
            tables.tables.filter { edits[$0.site.master] != nil }.map(\.table.size), concerned)
        return Plan(
            intent: intent,
            band: band,
            summary: summary,
            commits: [
                Plan.Commit(
                    subject: subject,
                    paragraphs: summary + Plan.Size.sentences(sizes, scope),
                    intent: intent
                )
            ],
            sizes: sizes,
            edit: TreeEdit(
                steps: [EditStep(title: subject, changes: changes + (scope == .complete ? companions.changes : []))]
            ),
            reasoning: [],
            texts: [],
            skipped: [],
            findings: try tables.staleness(of: Set(edits.keys), scope)
        )
    }
}

extension TreeTables {
    /// Companions that were stale before: the edit brings them up to date as well, which nobody asked for.
    func staleness(of masters: Set<TreePath>, _ scope: Scope) throws(Refusal) -> [Finding] {
        guard scope == .complete else { return [] }
        let stale = try regeneration(of: tables.filter { masters.contains($0.site.master) }).changes
        return stale.filter { $0.expected != .absent }.map { change in
            let finding = change.staleness(view)
            let message = "was stale before; the change brings it up to date as well"
            return Finding(.warning, "stale-companion", at: finding.location, message)
        }
    }
}

extension Plan.Size {
    /// The sizes of `tables`, which had the sizes `before`.
    static func pairs(_ before: [Int], _ tables: [TreeTables.Table]) -> [Plan.Size] {
        zip(before, tables).map { Plan.Size(table: $1.site.directory, before: $0, after: $1.table.size) }
    }

    /// What a commit's message says about them.
    static func sentences(_ sizes: [Plan.Size], _ scope: Scope) -> [String] {
        guard let size = sizes.first else { return [] }
        let tables = sizes.map(\.table.string).joined(separator: " and ")
        switch scope {
        case .masterOnly:
            return [
                "The companions are not part of this change; regenerating \(tables) brings MAXSYSCALL from \(size.before) to \(size.after)."
            ]
        case .complete:
            return [
                "The companions of \(tables) are regenerated: MAXSYSCALL goes from \(size.before) to \(size.after)."
            ]
        }
    }
}
