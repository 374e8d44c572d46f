import Documents
import Findings
import Yams

extension TrapManifest {
    /// Reads a manifest.
    ///
    /// Its form is that of `Documentation/trap-manifest.schema.json`; what a schema cannot say is checked here: names of C,
    /// widths of types, words of arguments on each architecture, names that stand twice.
    ///
    /// - Parameters:
    ///   - text: the bytes of the file.
    ///   - path: the file, as messages name it.
    /// - Throws: a `Refusal` with everything that is wrong, at line and column.
    public static func read(_ text: [UInt8], path: String) throws(Refusal) -> TrapManifest {
        var reader = ManifestReader(DocumentReader(try YAMLDocument(text, path: path)))
        let manifest = reader.read()
        try reader.document.finish()
        guard let manifest else { throw Refusal("malformed-value", at: Location(path: path), "no manifest") }
        return manifest
    }
}

/// Reads the parts of a manifest that are not calls.
struct ManifestReader {
    var document: DocumentReader
    var module = ""
    /// What a call has that does not say otherwise.
    var defaults = TrapDefaults()
    var guards: [String: String] = [:]
    var types: [String: CType.Passing] = [:]
    var architectures: [Architecture] = Architecture.allCases

    init(_ document: DocumentReader) {
        self.document = document
    }

    mutating func read() -> TrapManifest? {
        let keys = [
            "version", "summary", "sysctl", "shortage", "architectures", "includes", "depends", "sources", "built-in",
            "guards", "types", "defaults",
        ]
        guard
            let fields = document.fields(
                document.root, of: "manifest", required: ["module", "traps"], optional: keys)
        else { return nil }
        let module = identifier(fields["module"], of: "module")
        self.module = module ?? ""
        if let node = fields["architectures"] { architectures = readArchitectures(node) }
        types = readTypes(fields["types"])
        guards = readGuards(fields["guards"])
        defaults = readDefaults(fields["defaults"])
        let sysctl = readSysctl(fields["sysctl"])
        let includes = readIncludes(fields["includes"])
        let dependencies = readDependencies(fields["depends"])
        let sources = readSources(fields["sources"])
        let builtIn = readBuiltIn(fields["built-in"])
        let version = document.integer(fields["version"], of: "version", in: 1...Int(Int32.max))
        let summary = document.text(fields["summary"], of: "summary")
        let shortage = document.word(fields["shortage"], of: "shortage", as: TrapManifest.Shortage.self)
        let traps = readTraps(fields["traps"])
        guard let module, let sysctl else { return nil }
        return TrapManifest(
            path: document.path,
            module: module,
            version: version ?? 1,
            summary: summary ?? "System calls of the module \(module)",
            sysctl: sysctl,
            shortage: shortage ?? .refuse,
            architectures: architectures,
            includes: includes,
            dependencies: dependencies,
            sources: sources,
            builtIn: builtIn,
            guards: guards,
            types: types,
            traps: traps
        )
    }

    /// A name that a declaration can have.
    mutating func identifier(_ node: Node?, of what: String) -> String? {
        guard let node, let text = document.text(node, of: what) else { return nil }
        guard Identifier.isUsable(text) else {
            document.report("malformed-name", at: node, "\(what): '\(text)' is no name that C takes")
            return nil
        }
        return text
    }

    private mutating func readArchitectures(_ node: Node) -> [Architecture] {
        var architectures: [Architecture] = []
        for item in document.items(node, of: "architectures") {
            guard let architecture = document.word(item, of: "architectures", as: Architecture.self) else { continue }
            if architectures.contains(architecture) {
                document.report("malformed-value", at: item, "architectures: \(architecture.rawValue) stands twice")
            } else {
                architectures.append(architecture)
            }
        }
        if architectures.isEmpty, document.findings.isEmpty {
            document.report("malformed-value", at: node, "architectures: none is named")
        }
        return architectures
    }

    private mutating func readTypes(_ node: Node?) -> [String: CType.Passing] {
        var types: [String: CType.Passing] = [:]
        for (key, value) in pairs(node, of: "types") {
            guard let name = identifier(key, of: "types"),
                let passing = document.word(value, of: "types: \(name)", as: CType.Passing.self)
            else { continue }
            types[name] = passing
        }
        return types
    }

    private mutating func readGuards(_ node: Node?) -> [String: String] {
        var guards: [String: String] = [:]
        for (key, value) in pairs(node, of: "guards") {
            guard let name = document.text(key, of: "guards"), let function = identifier(value, of: "guards: \(name)")
            else { continue }
            guards[name] = function
        }
        return guards
    }

    /// The keys and values of a mapping whose keys are free.
    private mutating func pairs(_ node: Node?, of what: String) -> [(Node, Node)] {
        guard let node else { return [] }
        guard case .mapping(let mapping) = node else {
            document.report("malformed-value", at: node, "\(what): expected keys and values, found \(node.kind)")
            return []
        }
        return mapping.map { ($0.key, $0.value) }
    }

    private mutating func readDefaults(_ node: Node?) -> TrapDefaults {
        var defaults = TrapDefaults()
        guard let node,
            let fields = document.fields(
                node, of: "defaults", optional: ["audit", "capability", "freebsd32", "owner", "absent"])
        else { return defaults }
        defaults.audit = audit(fields["audit"], of: "defaults: audit") ?? defaults.audit
        defaults.isCapabilityEnabled = document.flag(fields["capability"], of: "defaults: capability") ?? false
        defaults.isNarrow = document.flag(fields["freebsd32"], of: "defaults: freebsd32") ?? false
        defaults.owner = document.text(fields["owner"], of: "defaults: owner")
        defaults.absent = constant(fields["absent"], of: "defaults: absent")
        return defaults
    }

    private mutating func readSysctl(_ node: Node?) -> TrapManifest.SysctlRoot? {
        guard let node else { return TrapManifest.SysctlRoot(components: [module, "syscall"], existing: 0) }
        guard let fields = document.fields(node, of: "sysctl", required: ["root"], optional: ["existing"]),
            let root = fields["root"], let name = document.text(root, of: "sysctl: root")
        else { return nil }
        let components = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard components.allSatisfy(Identifier.isUsable) else {
            document.report("malformed-name", at: root, "sysctl: root: '\(name)' is no name of sysctl(8)")
            return nil
        }
        // CTL_MAXNAME; the call itself is one more.
        guard components.count < 24 else {
            document.report("malformed-name", at: root, "sysctl: root: a name has at most 23 components")
            return nil
        }
        guard let node = fields["existing"] else {
            return TrapManifest.SysctlRoot(
                components: components, existing: Self.kernelRoots.contains(components[0]) ? 1 : 0)
        }
        guard let prefix = document.text(node, of: "sysctl: existing") else { return nil }
        let existing = prefix.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard components.starts(with: existing) else {
            document.report(
                "malformed-name", at: node, "sysctl: existing: '\(prefix)' does not lead to '\(name)'")
            return nil
        }
        return TrapManifest.SysctlRoot(components: components, existing: existing.count)
    }

    /// The roots that every kernel has (sys/kern/kern_mib.c).
    private static let kernelRoots: Set = [
        "sysctl", "kern", "vm", "vfs", "net", "debug", "hw", "machdep", "user", "p1003_1b", "compat", "security", "dev",
        "regression", "kstat",
    ]

    private mutating func readIncludes(_ node: Node?) -> TrapManifest.Includes {
        var includes = TrapManifest.Includes()
        guard let node,
            let fields = document.fields(node, of: "includes", optional: ["shared", "kernel", "user"])
        else { return includes }
        includes.shared = readHeaders(fields["shared"], of: "includes: shared")
        includes.kernel = readHeaders(fields["kernel"], of: "includes: kernel")
        includes.user = readHeaders(fields["user"], of: "includes: user")
        return includes
    }

    private mutating func readHeaders(_ node: Node?, of what: String) -> [String] {
        readFiles(node, of: what, suffix: ".h")
    }

    private mutating func readSources(_ node: Node?) -> [String] {
        readFiles(node, of: "sources", suffix: ".c")
    }

    /// Paths of files that a compiler or make(1) can be given as they are.
    private mutating func readFiles(_ node: Node?, of what: String, suffix: String) -> [String] {
        var files: [String] = []
        for item in document.items(node, of: what) {
            guard let file = document.text(item, of: what) else { continue }
            guard file.hasSuffix(suffix), Self.isPlainPath(file) else {
                document.report("malformed-value", at: item, "\(what): '\(file)' is no path of a file of C")
                continue
            }
            files.append(file)
        }
        return files
    }

    private static func isPlainPath(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part != ".." && part != "."
                && part.unicodeScalars.allSatisfy {
                    switch $0 {
                    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "+": true
                    default: false
                    }
                }
        }
    }

    private mutating func readDependencies(_ node: Node?) -> [TrapManifest.Dependency] {
        var dependencies: [TrapManifest.Dependency] = []
        for item in document.items(node, of: "depends") {
            guard
                let fields = document.fields(item, of: "depends", required: ["module"], optional: ["version"]),
                let module = identifier(fields["module"], of: "depends: module")
            else { continue }
            let version = document.integer(fields["version"], of: "depends: version", in: 1...Int(Int32.max))
            dependencies.append(TrapManifest.Dependency(module: module, version: version ?? 1))
        }
        return dependencies
    }

    private mutating func readBuiltIn(_ node: Node?) -> TrapManifest.BuiltIn? {
        guard let node, let fields = document.fields(node, of: "built-in", required: ["directory", "option"]),
            let place = fields["directory"], let directory = document.text(place, of: "built-in: directory"),
            let option = identifier(fields["option"], of: "built-in: option")
        else { return nil }
        guard Self.isPlainPath(directory) else {
            document.report("malformed-value", at: place, "built-in: directory: '\(directory)' is no directory of sys")
            return nil
        }
        return TrapManifest.BuiltIn(directory: directory, option: option)
    }

    /// An audit event.
    mutating func audit(_ node: Node?, of what: String) -> String? {
        guard let node, let text = identifier(node, of: what) else { return nil }
        guard text.hasPrefix("AUE_") else {
            document.report("malformed-value", at: node, "\(what): '\(text)' is no audit event")
            return nil
        }
        return text
    }

    /// A number, or the name of a constant.
    mutating func constant(_ node: Node?, of what: String) -> String? {
        guard let node else { return nil }
        guard node.hasTag("int") else { return identifier(node, of: what) }
        guard let number = document.integer(node, of: what, in: Int.min...Int.max) else { return nil }
        if let text = node.string, text.hasPrefix("0x"), number <= Int(UInt32.max),
            text.dropFirst(2).allSatisfy(\.isHexDigit)
        {
            return text
        }
        return (Int(Int32.min)...Int(Int32.max)).contains(number) ? "\(number)" : "\(number)LL"
    }
}

/// What a call has that does not say otherwise.
struct TrapDefaults {
    var audit = "AUE_NULL"
    var isCapabilityEnabled = false
    var isNarrow = false
    var owner: String?
    var absent: String?
}
