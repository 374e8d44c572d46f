import Findings

/// What is registered first is taken back last: then each slot gets back what stood there before, whatever shares it, and a
/// reader can hold one list against the other.
struct UnregisterOrder: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        audit.modules.compactMap { module in
            let registered = module.registered.filter { registered in
                module.deregistered.contains { $0.offset == registered }
            }
            let taken = module.deregistered.filter { module.registered.contains($0.offset) }
            let mirror = Array(registered.reversed())
            guard let place = zip(taken, mirror).first(where: { $0.0.offset != $0.1 }) else { return nil }
            return Finding(
                .warning, "unregister-order-differs", at: place.0.location,
                "'\(place.0.offset)' is taken back where the mirror of the registrations has '\(place.1)'",
                notes: [Note("registered in this order: \(registered.joined(separator: ", "))", at: module.location)])
        }
    }
}

/// What a module registers it takes back, when it takes back anything at all: a slot that is left behind calls into memory
/// of a module that is gone.
struct UnregisterSet: AuditRule {
    func findings(in audit: TrapAudit) -> [Finding] {
        var findings: [Finding] = []
        for module in audit.modules where !module.deregistered.isEmpty {
            let taken = Set(module.deregistered.map(\.offset))
            for call in audit.calls where module.calls.contains(call.name) {
                guard let offset = call.registration.offset, !taken.contains(offset), call.registration.style == .call
                else { continue }
                findings.append(
                    Finding(
                        .warning, "unregister-set-differs", at: call.registration.location,
                        "\(call.name) is registered and never taken back, and other calls are",
                        about: call.name))
            }
            let registered = Set(module.registered)
            for back in module.deregistered where !registered.contains(back.offset) {
                findings.append(
                    Finding(
                        .warning, "unregister-set-differs", at: back.location,
                        "'\(back.offset)' is taken back and never registered"))
            }
        }
        return findings
    }
}

/// What a file registers and takes back.
struct ModuleOrder {
    let location: Location
    let calls: Set<String>
    /// The variables of the numbers, or the arrays, in the order of registration.
    let registered: [String]
    let deregistered: [Deregistration]
}

extension TrapAudit {
    /// By file: what registers in one and takes back in another is told by its variables, which have one name.
    var modules: [ModuleOrder] {
        var modules: [ModuleOrder] = []
        let paths = calls.map(\.registration.location.path).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        for path in paths {
            let own = calls.filter { $0.registration.location.path == path && $0.registration.style != .module }
            var registered: [String] = []
            for call in own {
                guard let offset = call.registration.offset else { continue }
                if !registered.contains(offset) { registered.append(offset) }
            }
            guard let first = own.first else { continue }
            modules.append(
                ModuleOrder(
                    location: first.registration.location, calls: Set(own.map(\.name)), registered: registered,
                    deregistered: deregistrations.filter { $0.location.path == path || registered.contains($0.offset) })
            )
        }
        return modules
    }
}
