import Findings

/// A name that programs look up and no module publishes gives them no number: the call fails, or the way around it is taken,
/// for ever.
struct ResolvedNotRegistered: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        let published = Set(audit.calls.compactMap { $0.registration.published?.name })
        let prefixes = Set(audit.calls.compactMap { $0.registration.published?.prefix }.filter { !$0.isEmpty })
        var seen: Set<String> = []
        return audit.names.compactMap { name in
            let prefix = name.name.split(separator: ".").dropLast().joined(separator: ".")
            // Names under a node that no module among the sources has say nothing.
            guard !published.contains(name.name), prefixes.contains(prefix), seen.insert(name.name).inserted else {
                return nil
            }
            return Finding(
                .warning, "resolved-not-registered", at: name.location,
                "'\(name.function)' looks up \(name.name), and no call is published under that name", about: name.leaf)
        }
    }
}

/// A slot for a call that no program of the sources makes.
struct RegisteredUnused: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        let prefixes = Set(audit.names.map { $0.name.split(separator: ".").dropLast().joined(separator: ".") })
        return audit.calls.compactMap { call in
            guard let published = call.registration.published, prefixes.contains(published.prefix), call.names.isEmpty,
                call.users.isEmpty
            else { return nil }
            return Finding(
                .note, "registered-unused", at: call.registration.location,
                "\(call.name) has a slot, and no program of the sources looks it up", about: call.name)
        }
    }
}
