import Findings

/// A function that does nothing and says that all is well: its callers go on, and what they wait for never comes.
struct StubReportsSuccess: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        let kernel = audit.calls.compactMap { call -> Finding? in
            guard let handler = call.handler, handler.stub == .succeeds else { return nil }
            return Finding(
                .warning, "stub-reports-success", at: handler.location,
                "\(call.name): '\(handler.real)' does nothing and reports success", about: call.name)
        }
        let user = audit.stubs.map { stub in
            Finding(
                .warning, "stub-reports-success", at: stub.location,
                "'\(stub.name)' does nothing and returns \(stub.answer)",
                notes: XNUTrap.named(stub.name).map { [Note("XNU has it as trap \($0.number)")] } ?? [],
                about: stub.name)
        }
        return kernel + user
    }
}
