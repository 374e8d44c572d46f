import Findings

/// The nodes of sysctl(8) that sources define, and the variables that they show.
struct SysctlNodes {
    /// The node that shows each variable, by the variable's text.
    private(set) var published: [String: [Registration.Published]] = [:]
    private var names: [String: String] = [:]

    init(_ base: CodeBase, _ events: [CodeEvent]) {
        let uses = base.units.sorted { $0.key < $1.key }.flatMap(\.value.uses)
        // `SYSCTL_NODE(_a_b, OID_AUTO, c_d, …)` is called `_a_b_c_d` by those below it.
        var nodes: [(parent: String, name: String)] = []
        for use in uses {
            let arguments = use.arguments.map { $0.spelled }
            if use.name.text.hasPrefix("SYSCTL_NODE"), arguments.count > 2 {
                nodes.append((arguments[0], arguments[2]))
            }
            if use.name.text.hasPrefix("SYSCTL_ROOT_NODE"), arguments.count > 1 { nodes.append(("", arguments[1])) }
        }
        for (parent, name) in nodes where parent.isEmpty { names["_" + name] = name }
        for _ in 0..<8 {
            for (parent, name) in nodes where !parent.isEmpty { names["\(parent)_\(name)"] = "\(path(parent)).\(name)" }
        }
        for use in uses
        where use.name.text.hasPrefix("SYSCTL_") && use.arguments.count > 4 && !use.name.text.contains("NODE") {
            let isProcedure = use.name.text.hasSuffix("PROC")
            guard use.arguments.count > 4 + (isProcedure ? 0 : 1) || isProcedure,
                let name = use.arguments[2].first?.text
            else { continue }
            guard let object = base.target(of: use.arguments[4][...]) else { continue }
            add(object.text, "\(path(use.arguments[0].spelled)).\(name)", base.location(use.name))
        }
        for event in events where event.kind == .publish {
            guard let object = event.arguments[.offset].flatMap({ base.target(of: $0, event.bindings) }) else {
                continue
            }
            let name = event.arguments[.name].flatMap { Self.text($0, base, event.bindings) } ?? "?"
            let parent = (event.arguments[.array] ?? []).first { $0.kind == .word && $0.text.hasPrefix("_") }.map {
                path($0.text)
            }
            add(object.text, [parent, name].compactMap { $0 }.joined(separator: "."), base.location(event.place))
        }
    }

    private mutating func add(_ variable: String, _ name: String, _ location: Location) {
        published[variable, default: []].append(Registration.Published(name: name, location: location))
    }

    /// The name of the node that C calls `_a_b`.
    private func path(_ node: String) -> String {
        if let known = names[node] { return known }
        let words = node.split(separator: "_").map(String.init)
        return words.joined(separator: ".")
    }

    /// The text that `code` is: a literal, or what an element of a table holds.
    static func text(_ code: Code, _ base: CodeBase, _ bindings: Bindings) -> String? {
        if code.count == 1, let literal = code.first?.literal { return literal }
        guard let object = base.object(code, bindings), let value = base.initializer(of: object)?.code else {
            return nil
        }
        return value.count == 1 ? value.first?.literal : nil
    }
}
