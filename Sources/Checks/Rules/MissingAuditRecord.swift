import Edits
import Findings
import SourceTree
import SyscallTable

/// The kernel knows how to write the record of a call.
struct MissingAuditRecord: Rule {
    let documentation = RuleDocumentation(
        "missing-audit-record",
        .note,
        checks:
            "kaudit_to_bsm in sys/security/audit/audit_bsm.c has a case for the audit event of every present native call.",
        matters:
            "A record of an event without a case is dropped, and the console says 'BSM conversion requested for unknown event'.",
        example: "'case AUE_LAMP:' with the tokens of its arguments and a 'break;', ahead of 'case AUE_NULL:'.",
        exceptions:
            "Events that the kernel turns into another one before it writes them. Released trees lack some forty."
    )

    /// Events that `audit_commit` and `kaudit_to_bsm` turn into others.
    private static let turned: Set = ["AUE_OPEN_RWTC", "AUE_OPENAT_RWTC"]

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let bytes = try tree.read(AuditTranslation.path) else { return [] }
        let cases = AuditTranslation.cases(bytes).union(Self.turned)
        return try tree.auditedCalls().filter { !cases.contains($0.call.audit) }.map {
            finding(
                at: tree.place($0.call),
                "\(AuditTranslation.path) has no case for \($0.call.audit), so that its records are dropped")
        }
    }
}
