import Findings
import SourceTree
import SyscallTable

/// Calls are audited.
struct MissingAuditEvent: Rule {
    let documentation = RuleDocumentation(
        "missing-audit-event",
        .warning,
        checks: """
            Every present native call, multiplexers aside, has an audit event. It is a warning where \
            sys/bsm/audit_kevents.h defines one by the name of the call and the row says AUE_NULL, and a note where it \
            defines none.
            """,
        matters: """
            AUE_NULL says that there is no event for the call. If there is one that is not wanted, the rules at the \
            head of the master ask for a row with that event, which the header then defines as AUE_NULL: so that the \
            decision stands in one place, and can be seen.
            """,
        example: "'42 AUE_NULL STD { int lamp(void); }' where the header has '#define AUE_LAMP 43300'.",
        exceptions: """
            An event that was assigned for the call on another system. Most calls that are not audited need none.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let events = try AuditEvents.read(tree.view) else { return [] }
        return tree.presentCalls.filter { $0.audit == Self.none && !$0.has(.multiplexer) }.map { call in
            let event = "AUE_" + call.publicName.drop { $0 == "_" }.uppercased()
            guard let value = events[event]?.value, value != Self.none else {
                return Finding(.note, name, at: tree.place(call), "\(call.publicName) is not audited")
            }
            return finding(
                at: tree.place(call),
                "\(call.publicName) is not audited, and \(events.path) has the event \(event) for it")
        }
    }

    private static let none = "AUE_NULL"
}
