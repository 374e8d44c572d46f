import Findings

/// `syscall_helper_register` goes through an array until it finds an entry without a number (`NO_SYSCALL`). One that comes
/// too early hides all entries behind it, and reports success; where none comes the kernel reads on behind the array.
struct HelperArrayEnds: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        audit.arrays.compactMap { array in
            let count = array.count == 1 ? "1 entry" : "\(array.count) entries"
            if let end = array.firstEnd, end < array.count {
                let effect =
                    end == 0
                    ? "nothing of it is registered" : "the \(array.count - end) from here on are not registered"
                return Finding(
                    array.isRegistered ? .error : .warning, "helper-array-ends-early",
                    at: array.endLocation ?? array.location,
                    "'\(array.name)' has \(count), and entry \(end + 1) has no number, which is what ends it: \(effect), without an error",
                    notes: [Note("the array begins here", at: array.location)])
            }
            guard !array.isEnded, array.count > 0 else { return nil }
            return Finding(
                array.isRegistered ? .error : .warning, "helper-array-without-end", at: array.location,
                "'\(array.name)' does not end with SYSCALL_INIT_LAST: the kernel reads on behind it")
        }
    }
}
