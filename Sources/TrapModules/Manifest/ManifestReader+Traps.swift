import Documents
import Findings
import Yams

extension ManifestReader {
    /// The calls of a manifest.
    mutating func readTraps(_ node: Node?) -> [Trap] {
        var traps: [Trap] = []
        let items = document.items(node, of: "traps")
        if let node, items.isEmpty, case .sequence = node {
            document.report("malformed-value", at: node, "traps: there is none")
        }
        for item in items {
            guard let trap = readTrap(item) else { continue }
            refuseDuplicate(of: trap, in: traps, at: item)
            traps.append(trap)
        }
        return traps
    }

    private mutating func readTrap(_ node: Node) -> Trap? {
        let optional = [
            "summary", "handler", "structure", "arguments", "result", "audit", "capability", "guard", "owner", "user",
            "absent", "mig", "freebsd32",
        ]
        guard let fields = document.fields(node, of: "trap", required: ["name"], optional: optional),
            let name = identifier(fields["name"], of: "name")
        else { return nil }
        let handler = identifier(fields["handler"], of: "\(name): handler") ?? "sys_\(name)"
        let arguments = readArguments(fields["arguments"], of: name)
        let user = readUser(fields["user"], of: name)
        let narrow = readNarrow(fields["freebsd32"], of: name, handler: handler)
        let trap = Trap(
            name: name,
            summary: document.text(fields["summary"], of: "\(name): summary"),
            handler: handler,
            structure: identifier(fields["structure"], of: "\(name): structure") ?? Self.structure(of: handler),
            arguments: arguments,
            result: readResult(fields["result"], of: name),
            audit: audit(fields["audit"], of: "\(name): audit") ?? defaults.audit,
            isCapabilityEnabled: document.flag(fields["capability"], of: "\(name): capability")
                ?? defaults.isCapabilityEnabled,
            guarding: readGuard(fields["guard"], of: name),
            owner: document.text(fields["owner"], of: "\(name): owner") ?? defaults.owner,
            user: user,
            absent: constant(fields["absent"], of: "\(name): absent") ?? defaults.absent,
            mig: document.text(fields["mig"], of: "\(name): mig"),
            narrow: narrow,
            location: document.location(fields["name"] ?? node)
        )
        refuseWords(of: trap, at: fields["arguments"] ?? node)
        refuseOwnNames(of: trap)
        return trap
    }

    /// `sys_open` takes `struct open_args`.
    private static func structure(of handler: String) -> String {
        (handler.hasPrefix("sys_") ? String(handler.dropFirst(4)) : handler) + "_args"
    }

    private mutating func readArguments(_ node: Node?, of trap: String) -> [Trap.Argument] {
        var arguments: [Trap.Argument] = []
        for item in document.items(node, of: "\(trap): arguments") {
            guard let fields = document.fields(item, of: "\(trap): argument", required: ["name", "type"]) else {
                continue
            }
            guard let nameNode = fields["name"], let name = identifier(nameNode, of: "\(trap): argument"),
                let type = type(fields["type"], of: "\(trap): \(name)")
            else { continue }
            if arguments.contains(where: { $0.name == name }) {
                document.report("duplicate-argument", at: nameNode, "\(trap): two arguments are called '\(name)'")
            }
            arguments.append(Trap.Argument(name: name, type: type))
        }
        return arguments
    }

    private mutating func readResult(_ node: Node?, of trap: String) -> CType? {
        guard let node else { return CType.int }
        guard node.string != "void" else { return nil }
        return type(node, of: "\(trap): result")
    }

    private mutating func type(_ node: Node?, of what: String) -> CType? {
        guard let node, let text = document.text(node, of: what) else { return nil }
        do throws(CType.Problem) {
            return try CType(text, known: types)
        } catch {
            switch error {
            case .malformed:
                document.report("malformed-type", at: node, "\(what): '\(text)' is no type of C")
            case .aggregate:
                document.report(
                    "malformed-type", at: node, "\(what): '\(text)' is not passed in words; pass a pointer to it")
            case .unknown(let name):
                document.report(
                    "unknown-trap-type", at: node, "\(what): nothing says how '\(name)' is passed",
                    notes: [
                        Note("add it to 'types' as \(CType.Passing.allCases.map(\.rawValue).joined(separator: ", "))")
                    ])
            }
            return nil
        }
    }

    private mutating func readGuard(_ node: Node?, of trap: String) -> Trap.Guard? {
        guard let node,
            let fields = document.fields(
                node, of: "\(trap): guard", required: ["needs"], optional: ["value", "error"])
        else { return nil }
        var functions: [String] = []
        for item in document.items(fields["needs"], of: "\(trap): needs") {
            guard let name = document.text(item, of: "\(trap): needs") else { continue }
            guard let function = guards[name] else {
                document.report("unknown-guard", at: item, "\(trap): '\(name)' is none of 'guards'")
                continue
            }
            functions.append(function)
        }
        guard (fields["value"] == nil) != (fields["error"] == nil) else {
            document.report("malformed-value", at: node, "\(trap): guard: expected one of 'value' and 'error'")
            return nil
        }
        if let value = constant(fields["value"], of: "\(trap): guard: value") {
            return Trap.Guard(functions: functions, answer: .value(value))
        }
        guard let place = fields["error"], let error = identifier(place, of: "\(trap): guard: error") else {
            return nil
        }
        guard error.hasPrefix("E") else {
            document.report("malformed-value", at: place, "\(trap): guard: '\(error)' is no error number")
            return nil
        }
        return Trap.Guard(functions: functions, answer: .error(error))
    }

    /// The function that programs call: a name, or `false` for none.
    private mutating func readUser(_ node: Node?, of trap: String) -> String? {
        guard let node else { return trap }
        if node.hasTag("bool") { return document.flag(node, of: "\(trap): user") == true ? trap : nil }
        return identifier(node, of: "\(trap): user")
    }

    /// `true` for the handler itself, a name for another one.
    private mutating func readNarrow(_ node: Node?, of trap: String, handler: String) -> Trap.Narrow {
        guard let node else { return defaults.isNarrow ? .handler(handler) : .none }
        if node.hasTag("bool") {
            return document.flag(node, of: "\(trap): freebsd32") == true ? .handler(handler) : .none
        }
        return identifier(node, of: "\(trap): freebsd32").map { .handler($0) } ?? .none
    }

    // MARK: Checks

    /// A kernel keeps eight words, and `syscall(2)` does not bring all of them everywhere.
    private mutating func refuseWords(of trap: Trap, at node: Node) {
        let limit = TrapManifest.wordLimit
        for architecture in architectures {
            let words = trap.words(wide: architecture.isWide)
            if words > limit {
                document.report(
                    "too-many-words",
                    at: node,
                    "\(trap.name) has \(words) words of arguments on \(architecture.rawValue); a kernel keeps \(limit)"
                )
            } else if trap.user != nil, words > architecture.indirectWords {
                document.report(
                    "too-many-words",
                    at: node,
                    """
                    \(trap.name) has \(words) words of arguments; syscall(2) on \(architecture.rawValue) brings \
                    \(architecture.indirectWords)
                    """,
                    notes: [
                        Note(
                            """
                            leave \(architecture.rawValue) out of 'architectures', or set 'user: false' and call the \
                            kernel without syscall(2)
                            """
                        )
                    ]
                )
            }
        }
        let narrow = trap.words(wide: false)
        if trap.isNarrow, architectures.contains(.amd64), !architectures.contains(.i386), narrow > limit {
            document.report(
                "too-many-words",
                at: node,
                "\(trap.name) has \(narrow) words of arguments in 32-bit programs; a kernel keeps \(limit)"
            )
        }
    }

    /// What the wiring defines for itself cannot be the name of something else.
    private mutating func refuseOwnNames(of trap: Trap) {
        for name in [trap.handler, trap.user].compactMap({ $0 }) where name.hasPrefix(module + "_") {
            if TrapManifest.ownNames.contains(String(name.dropFirst(module.utf8.count + 1))) {
                document.report(
                    "duplicate-trap-name", at: trap.location, "\(trap.name): the wiring defines '\(name)' for itself")
            }
        }
    }

    private mutating func refuseDuplicate(of trap: Trap, in traps: [Trap], at node: Node) {
        for other in traps {
            let notes = [Note("'\(other.name)' stands here", at: other.location)]
            if other.name == trap.name {
                document.report(
                    "duplicate-trap-name", at: trap.location, "two traps are called '\(trap.name)'", notes: notes)
            } else if let user = trap.user, other.user == user {
                document.report(
                    "duplicate-trap-name", at: trap.location,
                    "'\(trap.name)' and '\(other.name)' are both called as '\(user)'",
                    notes: notes)
            }
            if other.structure == trap.structure, other.arguments != trap.arguments {
                document.report(
                    "conflicting-structure", at: trap.location,
                    "'\(trap.name)' and '\(other.name)' give struct \(trap.structure) different arguments", notes: notes
                )
            }
            if other.handler == trap.handler, other.structure != trap.structure {
                document.report(
                    "conflicting-structure", at: trap.location,
                    "'\(trap.name)' and '\(other.name)' give \(trap.handler) different structures", notes: notes)
            }
        }
    }
}

extension CType {
    /// `int`, what a call returns that does not say.
    static let int = CType(text: "int", passing: .int)

    private init(text: String, passing: Passing) {
        self.text = text
        self.passing = passing
    }
}
