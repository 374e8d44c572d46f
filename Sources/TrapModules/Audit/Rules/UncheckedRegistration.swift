import Findings

/// `kern_syscall_register` says ENFILE when no slot is free: who throws the answer away goes on as if there were a call.
struct UncheckedRegistration: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        var seen: Set<Location> = []
        return audit.calls.filter { $0.registration.isUnchecked && seen.insert($0.registration.location).inserted }.map
        { call in
            Finding(
                .warning, "registration-unchecked", at: call.registration.location,
                "\(call.name): nobody looks at what the kernel answers to its registration",
                about: call.name)
        }
    }
}
