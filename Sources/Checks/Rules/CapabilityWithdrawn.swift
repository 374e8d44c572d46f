import Findings
import SourceTree
import SyscallTable
import TableDiff

/// What capability mode allowed it still allows.
struct CapabilityWithdrawn: ChangeRule {
    let documentation = RuleDocumentation(
        "capability-withdrawn",
        .warning,
        checks: """
            Every call that the base allows in capability mode, by CAPENABLED or by capabilities.conf, is allowed \
            there now. A table that allows nothing any more is one finding, at its first call.
            """,
        matters: """
            Sandboxed programs that were built before get ECAPMODE where the call worked, most often in the middle \
            of their work, and most end there.
            """,
        example: """
            A row is rewritten as 'STD' where it was 'STD|CAPENABLED'. Put the kind back. Or the generator is replaced \
            by one that does not read the setting by which a configuration allows its calls.
            """,
        exceptions: "A call that should never have been allowed, because it reaches what the sandbox keeps away."
    )

    func findings(of change: TreeChange, in tree: CheckedTree) -> [Finding] {
        let native = change.native.map(withdrawn) ?? []
        return gathered(
            change.tables.flatMap { table -> [RowFinding] in
                // One list may serve several masters: what it withdraws from the native call it withdraws from all.
                func place(_ call: Change) -> Location? {
                    let twin = table.isForeign ? nil : native.first { $0.name == call.name }
                    return (twin ?? call).newLocation
                }
                let calls = withdrawn(table)
                if calls.count > 1, table.new?.allowsNothing ?? false {
                    let message =
                        "none of the \(calls.count) calls that capability mode allowed is allowed there any more"
                    return [finding(calls[0], table, at: place(calls[0]), message)]
                }
                return calls.map { call in
                    finding(call, table, at: place(call), "\(call.name) is not allowed in capability mode any more")
                }
            }
        )
    }

    private func withdrawn(_ table: ChangedTable) -> [Change] {
        table.changes.filter { $0.kind == .capabilityWithdrawn }
    }

    private func finding(_ call: Change, _ table: ChangedTable, at place: Location?, _ message: String) -> RowFinding {
        RowFinding(documentation.severity, table, at: place, "\(message): \(call.reason)", notes: call.baseNotes)
    }
}

extension TreeTables.Table {
    /// Whether capability mode refuses all calls.
    fileprivate var allowsNothing: Bool { !table.calls.contains { $0.isCall && $0.has(.capabilityEnabled) } }
}
