import Findings

/// The kernel copies as many words as a row says, the handler reads as many as its structure has, and a program hands over
/// as many as it does: where these numbers differ, arguments are garbage, or others than those that are meant.
struct ArityDiffers: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        var findings: [Finding] = []
        for call in audit.calls {
            findings += structure(call)
            findings += programs(call)
        }
        return findings
    }

    /// Words that the handler reads and the kernel does not copy. What the handler fills in itself nobody has to hand over.
    private func structure(_ call: AuditedCall) -> [Finding] {
        guard let words = call.registration.words, let fields = call.fields, let handler = call.handler,
            fields.count > words
        else { return [] }
        let missing = fields.dropFirst(words).map(\.name).filter {
            !handler.filled.contains($0) && handler.read.contains($0)
        }
        guard !missing.isEmpty else { return [] }
        let names = missing.map { "'\($0)'" }.joined(separator: " and ")
        return [
            Finding(
                .error, "arity-differs", at: call.registration.rowLocation ?? call.registration.location,
                "\(call.name): the row has \(words) words, and '\(handler.real)' reads \(names) behind them, which the kernel does not copy",
                notes: [Note("the structure of its arguments has \(fields.count)", at: handler.location)],
                about: call.name)
        ]
    }

    private func programs(_ call: AuditedCall) -> [Finding] {
        guard let words = call.registration.words else { return [] }
        return call.users.filter { $0.arguments.count != words }.map { user in
            let count = user.arguments.count
            let effect =
                count < words
                ? "the last \(words - count == 1 ? "one is" : "\(words - count) are") whatever the registers hold"
                : Self.shifted(call, user)
                    ?? "the last \(count - words == 1 ? "one does" : "\(count - words) do") not arrive"
            return Finding(
                .error, "arity-differs", at: user.location,
                "\(call.name): '\(user.function)' hands over \(count) words, and the row has \(words): \(effect)",
                notes: [Note("the row is here", at: call.registration.rowLocation ?? call.registration.location)],
                about: call.name)
        }
    }

    /// A first argument that the kernel does not know moves all others by one.
    private static func shifted(_ call: AuditedCall, _ user: UserCall) -> String? {
        guard let fields = call.fields, fields.count == user.arguments.count - 1, let first = fields.first?.name,
            user.arguments.count > 1, user.arguments[1] == first
        else { return nil }
        return "the kernel takes '\(user.arguments[0])' for '\(first)', and each word behind it for the next"
    }
}
