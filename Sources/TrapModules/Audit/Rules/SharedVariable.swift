import Findings

/// Each call has a number, a row, and a place for what stood in its slot before. Two that share one of them undo each other:
/// the second number hides the first, and what is restored is not what was there.
struct SharedVariable: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        var findings: [Finding] = []
        let calls = audit.calls.filter { $0.registration.style == .call }
        for (what, variable) in [("number", \Registration.offset), ("saved row", \Registration.saved)]
            as [(String, KeyPath<Registration, String?> & Sendable)]
        {
            var seen: [String: AuditedCall] = [:]
            for call in calls {
                guard let name = call.registration[keyPath: variable], !name.contains("?") else { continue }
                let key = "\(call.registration.table.rawValue) \(call.registration.location.path) \(name)"
                if let first = seen[key] {
                    guard first.registration.condition == call.registration.condition,
                        first.registration.location != call.registration.location
                    else { continue }
                    findings.append(
                        Finding(
                            .error, "registration-shares-variable", at: call.registration.location,
                            "\(call.name): '\(name)' is the \(what) of \(first.name) already",
                            notes: [Note("\(first.name) is registered here", at: first.registration.location)],
                            about: call.name))
                } else {
                    seen[key] = call
                }
            }
        }
        return findings
    }
}
