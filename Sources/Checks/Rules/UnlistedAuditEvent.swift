import Edits
import Findings
import SourceTree
import SyscallTable

/// The tools know the event of a call.
struct UnlistedAuditEvent: Rule {
    let documentation = RuleDocumentation(
        "unlisted-audit-event",
        .note,
        checks: """
            The audit event of every present native call is defined in OpenBSM's copy of audit_kevents.h and listed in \
            contrib/openbsm/etc/audit_event.
            """,
        matters: """
            auditd(8) and praudit(1) know events by that list: an event that it lacks is in no class, so that nobody can \
            select it, and is printed as a number.
            """,
        example: "'43274:AUE_LAMP:lamp(2):fr' in contrib/openbsm/etc/audit_event.",
        exceptions: "Events that OpenBSM has not assigned yet. Released trees lack some."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var findings: [Finding] = []
        let calls = try tree.auditedCalls()
        if let copy = try AuditEvents.read(tree.view, AuditTranslation.header) {
            findings += calls.filter { copy[$0.call.audit] == nil }.map {
                finding(at: tree.place($0.call), "\(copy.path) does not define \($0.call.audit)")
            }
        }
        if let bytes = try tree.read(AuditTranslation.list) {
            let listed = AuditTranslation.listed(bytes)
            findings += calls.filter { !listed.contains($0.call.audit) }.map {
                finding(at: tree.place($0.call), "\(AuditTranslation.list) does not list \($0.call.audit)")
            }
        }
        return findings
    }
}
