import Findings

/// A manifest made of what sources say: the calls that a module registers, as `sysent traps generate` and `sysent slots plan`
/// take them.
public struct AuditManifest: Sendable {
    /// The manifest.
    public let text: String

    /// Writes a manifest.
    ///
    /// - Parameters:
    ///   - audit: the sources.
    ///   - module: the name of the module.
    ///   - splitsMultiplexors: whether each operation of a multiplexor becomes a call of its own, in the place of the
    ///     multiplexor.
    /// - Throws: a `Refusal` when the sources register nothing in the native table, or `module` is no name of C.
    public init(_ audit: TrapAudit, module: String, splitsMultiplexors: Bool) throws(Refusal) {
        guard Identifier.isUsable(module) else {
            throw Refusal("malformed-name", "'\(module)' is no name that C takes; give one by --module")
        }
        var writer = ManifestWriter(audit, module)
        guard let text = writer.manifest(splitsMultiplexors) else {
            throw Refusal("no-system-calls", "the sources register no call in the native table")
        }
        self.text = text
    }
}

/// Writes the parts of a manifest.
private struct ManifestWriter {
    private let audit: TrapAudit
    private let module: String
    private var types: [String: (passing: CType.Passing, isGuess: Bool)] = [:]
    private var names: Set<String> = []

    init(_ audit: TrapAudit, _ module: String) {
        self.audit = audit
        self.module = module
    }

    mutating func manifest(_ splitsMultiplexors: Bool) -> String? {
        let calls = audit.calls.filter { $0.registration.table == .native }
        guard !calls.isEmpty else { return nil }
        var traps: [String] = []
        for call in calls {
            if splitsMultiplexors, let multiplexor = audit.multiplexors.first(where: { $0.name == call.name }) {
                for operation in multiplexor.operations { traps.append(trap(operation, of: multiplexor, call)) }
            } else {
                traps.append(trap(call))
            }
        }
        return head(calls) + "traps:\n" + traps.joined(separator: "\n")
    }

    private func head(_ calls: [AuditedCall]) -> String {
        var text =
            "# Made by 'sysent traps manifest' of sources: look at what is marked with '?'.\n\nmodule: \(module)\n"
        let nodes = calls.compactMap { $0.registration.published?.prefix }.filter { !$0.isEmpty }
        if let node = nodes.first, node.split(separator: ".").allSatisfy({ Identifier.isUsable(String($0)) }) {
            text += "sysctl: { root: \(node) }\n"
        }
        text += "\n"
        guard !types.isEmpty else { return text }
        text += "types:\n"
        for (name, type) in types.sorted(by: { $0.key < $1.key }) {
            text +=
                "  \(name): \(type.passing.rawValue)\(type.isGuess ? "   # ? no file defines it; a word is assumed" : "")\n"
        }
        return text + "\n"
    }

    // MARK: Calls

    private mutating func trap(_ call: AuditedCall) -> String {
        let registration = call.registration
        let name = unique(Identifier.isUsable(registration.name) ? registration.name : "call")
        var fields = (call.fields ?? []).filter { !(call.fields?.count == 1 && $0.name == "dummy") }
        var doubts: [String] = []
        if let words = registration.words {
            if fields.count > words {
                doubts.append("the structure has \(fields.count) arguments, and the row \(words) words")
                fields = Array(fields.prefix(words))
            }
            if fields.count < words {
                doubts.append(
                    call.fields == nil
                        ? "no file defines its arguments"
                        : "the row has \(words) words, and the structure \(fields.count)")
                for index in fields.count..<words {
                    fields.append(SourceParameter(name: "argument\(index + 1)", type: "long"))
                }
            }
        } else {
            doubts.append("the sources do not say how many words it has")
        }
        var lines = ["  - name: \(name)"]
        let handler = registration.handler ?? "sys_\(name)"
        if handler != "sys_\(name)" { lines.append("    handler: \(handler)") }
        if let structure = registration.structure, structure != Self.structure(of: handler) {
            lines.append("    structure: \(structure)")
        }
        let user = call.users.first
        lines += arguments(fields)
        if let result = user.flatMap({ result($0.result) }) { lines.append("    result: \(result)") }
        lines += self.user(user, name)
        if let audit = registration.audit, audit.hasPrefix("AUE_"), audit != "AUE_NULL", Identifier.isUsable(audit) {
            lines.append("    audit: \(audit)")
        }
        if registration.isCapabilityEnabled { lines.append("    capability: true") }
        if audit.calls.contains(where: {
            $0.registration.table == .freebsd32 && $0.registration.handler == registration.handler
                && registration.handler != nil
        }) {
            lines.append("    freebsd32: true")
        }
        if let absent = user?.absent.flatMap({ constant($0) }) { lines.append("    absent: \(absent)") }
        if let mig = call.mig?.name { lines.append("    mig: \(mig)") }
        if let guarding = call.handler?.guarding {
            lines.append(
                "    # '\(handler)' answers \(guarding.answer) without \(guarding.tests.joined(separator: ", ")), then calls '\(call.handler?.real ?? "?")'"
            )
        }
        lines += doubts.map { "    # ? \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// An operation as a call of its own: its name is that of the function which programs call, or of its constant.
    private mutating func trap(_ operation: Multiplexor.Operation, of multiplexor: Multiplexor, _ call: AuditedCall)
        -> String
    {
        let prefix = Self.common(multiplexor.operations.compactMap(\.constant))
        let stem = operation.constant.map { String($0.dropFirst(prefix.utf8.count)).lowercased() }
        let user = stem.flatMap { stem in operation.users.first { $0.hasSuffix(stem) } }
        let name = unique(
            [user, stem, operation.function].compactMap { $0 }.first(where: Identifier.isUsable) ?? "operation")
        let fields = operation.arguments.map { SourceParameter(name: $0.field, type: $0.type ?? "long") }
        var lines = ["  - name: \(name)"]
        lines += arguments(named(fields, operation))
        let function = call.users.first { operation.users.contains($0.function) }
        if let result = function.flatMap({ result($0.result) }) { lines.append("    result: \(result)") }
        if let asked = operation.users.first, asked != name, Identifier.isUsable(asked), names.insert(asked).inserted {
            lines.append("    user: \(asked)")
        }
        if let absent = function?.absent.flatMap({ constant($0) }) { lines.append("    absent: \(absent)") }
        if let mig = MIGSubsystem.subsystem(of: XNUTrap.named(name)?.mig ?? name) {
            lines.append("    mig: \(XNUTrap.named(name)?.mig ?? name)   # of \(mig.name)")
        }
        lines.append(
            "    # operation \(operation.number.map(String.init) ?? "?") of \(multiplexor.name): '\(operation.function ?? "?")' did it"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    /// With the names that the operation's own function has for them.
    private func named(_ fields: [SourceParameter], _ operation: Multiplexor.Operation) -> [SourceParameter] {
        guard let name = operation.function, let parameters = audit.base.functions[name]?.first?.parameters else {
            return fields
        }
        let own = parameters.count == fields.count + 1 ? Array(parameters.dropFirst()) : parameters
        guard own.count == fields.count else { return fields }
        return zip(fields, own).map {
            SourceParameter(name: $1.name.isEmpty ? $0.name : $1.name, type: $0.type == "long" ? $1.type : $0.type)
        }
    }

    private static func common(_ names: [String]) -> String {
        guard let first = names.first, names.count > 1 else { return "" }
        let shared = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        return shared.lastIndex(of: "_").map { String(shared[...$0]) } ?? ""
    }

    private mutating func unique(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !names.insert(candidate).inserted {
            candidate = "\(name)\(number)"
            number += 1
        }
        return candidate
    }

    private static func structure(of handler: String) -> String {
        (handler.hasPrefix("sys_") ? String(handler.dropFirst(4)) : handler) + "_args"
    }

    // MARK: Parts

    private mutating func arguments(_ fields: [SourceParameter]) -> [String] {
        guard !fields.isEmpty else { return [] }
        var lines = ["    arguments:"]
        var seen: Set<String> = []
        for (index, field) in fields.enumerated() {
            var name = Identifier.isUsable(field.name) ? field.name : "argument\(index + 1)"
            if !seen.insert(name).inserted { name += "\(index + 1)" }
            let (type, doubt) = type(field.type)
            lines.append("      - { name: \(name), type: \(Self.quoted(type)) }\(doubt.map { "   # ? \($0)" } ?? "")")
        }
        return lines
    }

    private static func quoted(_ text: String) -> String { text.contains("*") ? "'\(text)'" : text }

    /// A type that a manifest takes; what is none becomes a word.
    private mutating func type(_ text: String) -> (type: String, doubt: String?) {
        let plain = text.replacing(" []", with: " *").replacing("[]", with: " *")
        do throws(CType.Problem) {
            return (try CType(plain, known: types.mapValues(\.passing)).text, nil)
        } catch {
            switch error {
            case .unknown(let name):
                let known = passing(name, depth: 0)
                types[name] = (known ?? .ulong, known == nil)
                return (name, nil)
            case .aggregate, .malformed: return ("u_long", "the sources have '\(text)'")
            }
        }
    }

    /// How the type that files call `name` is passed.
    private func passing(_ name: String, depth: Int) -> CType.Passing? {
        guard depth < 12 else { return nil }
        if let alias = audit.base.aliases[name] {
            if alias.contains(where: { $0.isSymbol("*") }) { return .pointer }
            if alias.first?.text == "enum" { return .int }
            let text = alias.filter { $0.kind == .word }.map(\.text).joined(separator: " ")
            if let type = try? CType(text, known: [:]) { return type.passing }
            return passing(alias.last?.text ?? "", depth: depth + 1)
        }
        // Another name by a macro.
        guard let body = audit.base.constants[name]?.first?.body, body.count == 1, let other = body.first,
            other.kind == .word
        else { return nil }
        return (try? CType(other.text, known: [:]))?.passing ?? passing(other.text, depth: depth + 1)
    }

    private mutating func result(_ text: String) -> String? {
        guard text != "int", !text.isEmpty else { return nil }
        let (type, doubt) = type(text)
        return doubt == nil && type != "int" ? Self.quoted(type) : nil
    }

    private mutating func user(_ user: UserCall?, _ name: String) -> [String] {
        guard let user else { return audit.hasUserSide ? ["    user: false"] : [] }
        guard user.function != name, Identifier.isUsable(user.function), names.insert(user.function).inserted else {
            return []
        }
        return ["    user: \(user.function)"]
    }

    /// A number that `text` is.
    private func constant(_ text: String) -> String? {
        let tokens = CodeLexer.pieces(Array(text.utf8), file: 0).compactMap { piece -> CodeToken? in
            if case .token(let token) = piece { token } else { nil }
        }
        if let value = audit.base.value(tokens[...]) { return "\(value)" }
        // An error number is a constant of every program.
        return text.hasPrefix("E") && Identifier.isUsable(text) ? text : nil
    }
}

extension String {
    /// What both begin with.
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
