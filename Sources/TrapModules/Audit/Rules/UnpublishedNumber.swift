import Findings

/// A call that takes the first free slot has a number that nobody can know who is not told it. Of a call that is a module
/// modstat(2) tells it, whatever the module is called.
struct UnpublishedNumber: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        audit.calls.filter {
            $0.registration.number.isDynamic && $0.registration.published == nil && $0.registration.style == .call
        }.map { call in
            Finding(
                .warning, "number-unpublished", at: call.registration.location,
                "\(call.name) takes the first free slot, and no node of sysctl(8) and no module says which: programs cannot find it",
                about: call.name)
        }
    }
}
