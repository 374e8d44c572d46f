import Findings

/// A call that is many in one costs one slot, and hides its operations from ktrace(1), dtrace(1), audit(4) and capability
/// mode; each of them has one word less for its arguments.
struct MultiplexorFound: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        audit.multiplexors.map { multiplexor in
            let operations = multiplexor.operations.map { operation in
                Note(
                    "\(operation.number.map(String.init) ?? "?"): \(operation.name), \(operation.arguments.count) words",
                    at: operation.location)
            }
            return Finding(
                .note, "multiplexor-found", at: multiplexor.location,
                "\(multiplexor.name) is \(multiplexor.operations.count) calls in one, told apart by '\(multiplexor.selector)'",
                notes: operations, about: multiplexor.name)
        }
    }
}
