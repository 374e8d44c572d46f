import Findings

/// The kernel keeps eight words of a call (`struct syscall_args`), and syscall(2) brings seven of them on arm64.
struct TooManyWords: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        audit.calls.compactMap { call in
            let words = call.registration.words ?? 0
            let location = call.registration.rowLocation ?? call.registration.location
            if words > TrapManifest.wordLimit {
                return Finding(
                    .error, "too-many-words", at: location,
                    "\(call.name): \(words) words, and a kernel keeps \(TrapManifest.wordLimit)", about: call.name)
            }
            guard words > Architecture.arm64.indirectWords, let user = call.users.first else { return nil }
            return Finding(
                .warning, "too-many-words", at: user.location,
                "\(call.name): \(words) words, and syscall(2) brings \(Architecture.arm64.indirectWords) on arm64",
                about: call.name)
        }
    }
}
