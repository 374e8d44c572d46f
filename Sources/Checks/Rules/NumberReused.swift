import Findings
import TableDiff

/// A number that a call had is never given to another.
struct NumberReused: ChangeRule {
    let documentation = RuleDocumentation(
        "number-reused",
        .error,
        checks: """
            No number at which the base has a call, or the name of an obsolete one, is another call's now. A native \
            call that has another name and the same interface is a warning.
            """,
        matters: """
            Numbers are compiled into programs. One that was built before makes the new call with the old one's \
            arguments, and nothing tells it so.
            """,
        example: """
            '9 AUE_NULL OBSOL vread' becomes '9 AUE_NULL STD { int vwatch(int fd); }'. Append vwatch to the end of \
            the table, and leave 9 obsolete.
            """,
        exceptions: """
            A call that no release has shipped, and one that was renamed before it was. What the base's own past \
            gave away cannot be seen: name an older base. In a table of another system, whose numbers are not this \
            tree's, it may be a correction and is a warning.
            """
    )

    func findings(of change: TreeChange, in tree: CheckedTree) -> [Finding] {
        gathered(change.tables.flatMap { table in table.changes.compactMap { finding($0, table) } })
    }

    private func finding(_ change: Change, _ table: ChangedTable) -> RowFinding? {
        let number = change.numbers.lowerBound
        let now = "number \(number) is \(change.name)'s now"
        let severity: Severity = table.isForeign ? .warning : .error
        switch (change.kind, change.impact) {
        case (.reused, _), (.revived, .binaryBreak):
            return RowFinding(
                severity, table, at: change.newLocation, "\(now): \(change.reason)", notes: change.baseNotes)
        case (.added, .binaryBreak), (.implemented, .binaryBreak):
            // Otherwise a slot was taken.
            guard let former = table.formerName(at: number) else { return nil }
            return RowFinding(
                severity, table, at: change.newLocation, "\(now): \(change.reason)",
                notes: table.whereabouts(of: number, former))
        case (.renamed, .sourceBreak) where table.isNative:
            return RowFinding(
                .warning, table, at: change.newLocation,
                "\(now), with the interface of \(table.formerName(at: number) ?? "another"): if it is another call, it needs a number of its own",
                notes: change.baseNotes)
        default: return nil
        }
    }
}

extension ChangedTable {
    /// Where the call went that had `number`.
    fileprivate func whereabouts(of number: Int, _ name: String) -> [Note] {
        changes.filter { $0.kind == .renumbered && $0.numbers.lowerBound == number }.map {
            Note("\(name), which had it, is \($0.newNumber ?? number) now", at: $0.newLocation)
        }
    }
}
