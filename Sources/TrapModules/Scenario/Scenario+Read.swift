import Documents
import Findings
import SlotModel
import Yams

extension Scenario {
    /// Reads a scenario. Its form is that of `Documentation/slot-scenario.schema.json`.
    ///
    /// - Parameters:
    ///   - text: the bytes of the file.
    ///   - path: the file, as messages name it.
    ///   - manifest: reads the manifest that the scenario names, a path relative to the scenario's directory.
    /// - Throws: a `Refusal` with everything that is wrong, at line and column.
    public static func read(
        _ text: [UInt8],
        path: String,
        manifest: (String) throws(Refusal) -> TrapManifest
    ) throws(Refusal) -> Scenario {
        var reader = ScenarioReader(document: DocumentReader(try YAMLDocument(text, path: path)))
        let scenario = try reader.read(manifest)
        try reader.document.finish()
        return scenario
    }
}

private struct ScenarioReader {
    var document: DocumentReader
    private var modules: [String: Scenario.Module] = [:]

    init(document: DocumentReader) {
        self.document = document
    }

    mutating func read(_ manifest: (String) throws(Refusal) -> TrapManifest) throws(Refusal) -> Scenario {
        var kernel = Scenario.KernelChoice()
        var steps: [Scenario.Step] = []
        if let fields = document.fields(
            document.root, of: "scenario", required: ["steps"], optional: ["kernel", "modules"])
        {
            if let node = fields["kernel"] { kernel = readKernel(node) }
            for item in document.items(fields["modules"], of: "modules") { try readModule(item, manifest) }
            steps = document.items(fields["steps"], of: "steps").compactMap { readStep($0) }
        }
        return Scenario(path: document.path, kernel: kernel, modules: modules, steps: steps)
    }

    private mutating func readKernel(_ node: Node) -> Scenario.KernelChoice {
        var kernel = Scenario.KernelChoice()
        guard let fields = document.fields(node, of: "kernel", optional: ["rules", "invariants"]) else { return kernel }
        kernel.rules = document.word(fields["rules"], of: "kernel: rules", as: Scenario.RulesName.self)
        kernel.hasInvariants = document.flag(fields["invariants"], of: "kernel: invariants") ?? false
        return kernel
    }

    // MARK: Modules

    private mutating func readModule(
        _ node: Node,
        _ manifest: (String) throws(Refusal) -> TrapManifest
    ) throws(Refusal) {
        guard let fields = document.fields(node, of: "module", optional: ["manifest", "name", "style", "calls"]) else {
            return
        }
        if let place = fields["manifest"] {
            let others = ["name", "style", "calls"].compactMap { key in fields[key].map { (key, $0) } }
            for (key, other) in others {
                document.report("unknown-key", at: other, "module: '\(key)' stands in the manifest")
            }
            guard others.isEmpty, let path = document.text(place, of: "module: manifest") else { return }
            let manifest = try manifest(path)
            add(.manifest(manifest), as: manifest.module, at: place)
            return
        }
        guard let place = fields["name"], let name = document.text(place, of: "module: name") else {
            document.report("missing-key", at: node, "module: expected 'manifest', or 'name' and 'calls'")
            return
        }
        let style = document.word(fields["style"], of: "\(name): style", as: ModuleFile.Style.self)
        if fields["calls"] == nil { document.report("missing-key", at: node, "\(name): 'calls' is missing") }
        let calls = document.items(fields["calls"], of: "\(name): calls").compactMap { readCall($0, of: name) }
        add(.file(ModuleFile(name, style: style ?? .all, calls)), as: name, at: place)
    }

    private mutating func add(_ module: Scenario.Module, as name: String, at node: Node) {
        if modules.updateValue(module, forKey: name) != nil {
            document.report("duplicate-module", at: node, "two modules are called '\(name)'")
        }
    }

    /// A name, or a name with what is special about the call.
    private mutating func readCall(_ node: Node, of what: String) -> ModuleCall? {
        if node.isText { return document.text(node, of: what).map { ModuleCall($0) } }
        let optional = ["number", "words", "capability", "table", "flags"]
        guard let fields = document.fields(node, of: what, required: ["name"], optional: optional),
            let name = document.text(fields["name"], of: "\(what): name")
        else { return nil }
        return call(name, fields)
    }

    private mutating func call(_ name: String, _ fields: Fields) -> ModuleCall {
        ModuleCall(
            name,
            words: document.integer(fields["words"], of: "\(name): words", in: 0...TrapManifest.wordLimit) ?? 0,
            isCapabilityEnabled: document.flag(fields["capability"], of: "\(name): capability") ?? false,
            number: number(fields["number"], of: name) ?? SlotKernel.noSyscall,
            in: table(fields["table"], of: name),
            flags: flags(fields["flags"], of: name)
        )
    }

    private mutating func number(_ node: Node?, of what: String) -> Int? {
        document.integer(node, of: "\(what): number", in: Int(Int32.min)...Int(Int32.max))
    }

    private mutating func table(_ node: Node?, of what: String) -> SlotKernel.Table {
        document.word(node, of: "\(what): table", as: SlotKernel.Table.self) ?? .native
    }

    /// `static`, or the bits.
    private mutating func flags(_ node: Node?, of what: String) -> SlotKernel.Flags {
        guard let node else { return .none }
        if node.hasTag("int") {
            let bits = document.integer(node, of: "\(what): flags", in: 0...Int(UInt32.max)) ?? 0
            return SlotKernel.Flags(rawValue: UInt32(bits))
        }
        if let text = document.text(node, of: "\(what): flags"), text != "static" {
            document.report("malformed-value", at: node, "\(what): flags: expected static, or a number")
        }
        return .static
    }

    // MARK: Steps

    private static let verbs: [String: [String]] = [
        "load": [], "unload": [], "call": ["table", "mode", "stay"], "leave": [],
        "register": ["number", "words", "capability", "table", "flags"], "deregister": [],
        "register-array": ["numbers", "table", "flags"], "unregister-array": [], "signosys": [], "rows": ["table"],
    ]

    private mutating func readStep(_ node: Node) -> Scenario.Step? {
        guard case .mapping(let mapping) = node else {
            document.report("malformed-value", at: node, "step: expected keys and values, found \(node.kind)")
            return nil
        }
        let named = mapping.compactMap { key, _ in key.string }.filter { Self.verbs[$0] != nil }
        guard let verb = named.first, named.count == 1 else {
            document.report(
                "malformed-value", at: node, "step: expected one of \(Self.verbs.keys.sorted().joined(separator: ", "))"
            )
            return nil
        }
        let optional = (Self.verbs[verb] ?? []) + ["expect"]
        guard let fields = document.fields(node, of: verb, required: [verb], optional: optional),
            let action = action(verb, fields)
        else { return nil }
        let expected = readExpectations(fields["expect"])
        return Scenario.Step(action: action, expected: expected, location: document.location(node))
    }

    private mutating func action(_ verb: String, _ fields: Fields) -> Scenario.Action? {
        guard let node = fields[verb] else { return nil }
        switch verb {
        case "load": return moduleName(node, of: verb).map { .load($0) }
        case "unload": return moduleName(node, of: verb).map { .unload($0) }
        case "call": return readCallStep(node, fields)
        case "leave": return document.text(node, of: verb).map { .leave($0) }
        case "register": return document.text(node, of: verb).map { .register(call($0, fields)) }
        case "deregister": return document.text(node, of: verb).map { .deregister($0) }
        case "register-array":
            let numbers = document.items(fields["numbers"], of: "register-array: numbers").compactMap {
                number($0, of: verb)
            }
            guard let name = document.text(node, of: verb) else { return nil }
            return .registerArray(name, numbers, table(fields["table"], of: verb), flags(fields["flags"], of: verb))
        case "unregister-array": return document.text(node, of: verb).map { .unregisterArray($0) }
        case "signosys": return document.flag(node, of: verb).map { .signosys($0) }
        default: return readRows(node, fields)
        }
    }

    private mutating func moduleName(_ node: Node, of verb: String) -> String? {
        guard let name = document.text(node, of: verb) else { return nil }
        guard modules[name] != nil else {
            let names = modules.keys.sorted().joined(separator: ", ")
            document.report(
                "unknown-module", at: node, "\(verb): there is no module '\(name)'",
                notes: [Note(names.isEmpty ? "'modules' names none" : "the modules are \(names)")])
            return nil
        }
        return name
    }

    private enum Mode: String, CaseIterable {
        case normal, capability
    }

    private mutating func readCallStep(_ node: Node, _ fields: Fields) -> Scenario.Action? {
        let target: Scenario.Target
        if node.hasTag("int") {
            guard let number = number(node, of: "call") else { return nil }
            target = .number(number)
        } else {
            guard let name = document.text(node, of: "call") else { return nil }
            target = .name(name)
        }
        let mode = document.word(fields["mode"], of: "call: mode", as: Mode.self)
        return .call(
            target,
            table(fields["table"], of: "call"),
            inCapabilityMode: mode == .capability,
            thread: document.text(fields["stay"], of: "call: stay")
        )
    }

    private mutating func readRows(_ node: Node, _ fields: Fields) -> Scenario.Action? {
        let table = table(fields["table"], of: "rows")
        if node.hasTag("int") {
            return document.integer(node, of: "rows", in: 0...Int(Int32.max)).map { .rows($0...$0, table) }
        }
        guard let text = document.text(node, of: "rows") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int32($0) }
        guard parts.count == 2, let first = parts[0], let last = parts[1], first >= 0, first <= last else {
            document.report("malformed-value", at: node, "rows: expected a number, or two with a hyphen between")
            return nil
        }
        return .rows(Int(first)...Int(last), table)
    }

    private mutating func readExpectations(_ node: Node?) -> [String: Scenario.Expectation] {
        guard let node else { return [:] }
        guard let fields = document.fields(node, of: "expect", optional: StepOutcome.keys) else { return [:] }
        var expected: [String: Scenario.Expectation] = [:]
        for (key, value) in fields.values {
            guard let text = value.scalar?.string else {
                document.report("malformed-value", at: value, "expect: \(key): expected a value, found \(value.kind)")
                continue
            }
            expected[key] = Scenario.Expectation(text: text, location: document.location(value))
        }
        return expected
    }
}
