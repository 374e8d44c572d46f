import Findings
import SyscallSyntax

/// What one table is made of and where its companions go: a `syscalls.conf` over the generator's defaults.
public struct TableConfiguration: Sendable, Hashable {
    /// The settings, defaults included.
    public let settings: [String: String]
    /// The ways in which this ABI differs from the native one.
    public let abiFlags: Set<String>
    /// Calls that need a wrapper of this ABI although nothing shows it.
    public let abiChange: Set<String>
    /// Calls that seem to need a wrapper of this ABI and do not.
    public let noAbiChange: Set<String>
    /// Calls that are obsolete in this ABI.
    public let obsolete: Set<String>
    /// Calls that are not implemented in this ABI.
    public let unimplemented: Set<String>
    /// The compat levels of this table, in the generator's order.
    public let compatOptions: [CompatOption]
    /// Compat calls below this level are obsolete here.
    public let lowestCompat: Int
    /// Where the calls of capability mode are listed.
    public let capabilitySource: CapabilitySource
    /// The calls of capability mode that are listed outside the master.
    public let capabilities: Set<String>
    /// What is wrong or doubtful in the configuration.
    public let findings: [Finding]

    /// Where the calls of capability mode are listed, besides the master's `CAPENABLED`.
    public enum CapabilitySource: Sendable, Hashable {
        /// Nowhere.
        case none
        /// In the configuration itself.
        case list(Set<String>)
        /// In the master: all names of a pattern.
        case names(NamePattern)
        /// In a file; without it nothing is listed, unless the configuration asks for it by name.
        case file(String, isRequired: Bool)
    }

    /// The value of `key`, empty when it is not set.
    public subscript(key: String) -> String {
        settings[key] ?? ""
    }
}

extension TableConfiguration {
    /// Lays `syntax` (nothing for a table without a `syscalls.conf`) over the defaults of `generator`, as
    /// `config.merge` and `config.mergeCompat` of config.lua do.
    public init(_ syntax: ConfigurationSyntax?, generator: Generator) {
        let rules = generator.particulars.configuration
        var settings = generator.defaults
        var findings = syntax?.problems ?? []
        for setting in syntax?.settings ?? [] where setting.key != "compat_set" || rules.compatSets {
            settings[setting.key] = setting.value
        }
        func words(_ key: String, separator: Character) -> Set<String> {
            Set((settings[key] ?? "").split(separator: separator).map(String.init))
        }
        // A setting that the release's generator does not know is like any other variable of a script: without effect.
        let knowsAbis = generator.particulars.projection != .none
        let abiFlags = knowsAbis ? words("abi_flags", separator: "|") : []
        for flag in abiFlags.sorted() where !generator.abiFlags.contains(where: { $0.name == flag }) {
            let stops = rules.refusesUnknownFlags
            let message = "the generator knows no ABI flag '\(flag)'" + (stops ? "" : "; it has no effect")
            findings.append(
                Finding(stops ? .error : .warning, "unknown-abi-flag", at: syntax?["abi_flags"]?.location, message))
        }
        func listed(_ key: String) -> Set<String> {
            generator.particulars.projection == .full ? words(key, separator: " ") : []
        }
        let set = settings["compat_set"] ?? ""
        if !set.isEmpty, generator.compatSets[set] == nil {
            let message = "the generator knows no compat set '\(set)'"
            findings.append(Finding(.error, "unknown-compat-set", at: syntax?["compat_set"]?.location, message))
        }
        let lowest = settings["mincompat"] ?? "0"
        if Int(lowest) == nil {
            let message = "'\(lowest)' is no compat level"
            findings.append(Finding(.error, "malformed-setting", at: syntax?["mincompat"]?.location, message))
        }
        let source = Self.capabilitySource(syntax, settings, generator.particulars.configuration.capabilities)
        var capabilities: Set<String> = []
        if case .list(let names) = source { capabilities = names }
        if let setting = syntax?["mincompat"], generator.edition == .lua {
            let message = "this release's generator compares 'mincompat' as text and stops at the first compat call"
            findings.append(Finding(.error, "malformed-setting", at: setting.location, message))
        }
        self.init(
            settings: settings,
            abiFlags: abiFlags,
            abiChange: listed("syscall_abi_change"),
            noAbiChange: listed("syscall_no_abi_change"),
            obsolete: listed("obsol"),
            unimplemented: listed("unimpl"),
            compatOptions: generator.compatSets[set] ?? [],
            lowestCompat: Int(lowest) ?? 0,
            capabilitySource: source,
            capabilities: capabilities,
            findings: findings
        )
    }

    private static func capabilitySource(
        _ syntax: ConfigurationSyntax?,
        _ settings: [String: String],
        _ rule: Particulars.Capabilities
    ) -> CapabilitySource {
        var own: CapabilitySource?
        if let setting = syntax?["capenabled"] {
            own =
                setting.names.map(CapabilitySource.names)
                ?? .list(Set(setting.value.split(separator: ",").map(String.init)))
        }
        let file = settings["capabilities_conf"] ?? "capabilities.conf"
        return switch rule {
        case .none: .none
        case .configurationOverFile: own ?? .file("capabilities.conf", isRequired: false)
        case .fileOverConfiguration: .file(file, isRequired: false)
        case .configurationElseFile: own ?? .file(file, isRequired: syntax?["capabilities_conf"] != nil)
        }
    }

    /// The same with the calls that ``capabilitySource`` lists.
    public func listing(_ capabilities: Set<String>, findings: [Finding] = []) -> TableConfiguration {
        TableConfiguration(
            settings: settings,
            abiFlags: abiFlags,
            abiChange: abiChange,
            noAbiChange: noAbiChange,
            obsolete: obsolete,
            unimplemented: unimplemented,
            compatOptions: compatOptions,
            lowestCompat: lowestCompat,
            capabilitySource: capabilitySource,
            capabilities: capabilities,
            findings: self.findings + findings
        )
    }

    /// The compat option of `level`.
    public func compatOption(_ level: Int) -> CompatOption? {
        compatOptions.first { $0.level == level }
    }

    /// Whether 64-bit arguments travel in pairs of registers here.
    public var pairsWideArguments: Bool { abiFlags.contains("pair_64bit") }
}
