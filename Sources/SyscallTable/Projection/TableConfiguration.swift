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
    /// What is wrong or doubtful in the configuration.
    public let findings: [Finding]

    /// The value of `key`, empty when it is not set.
    public subscript(key: String) -> String {
        settings[key] ?? ""
    }
}

extension TableConfiguration {
    /// Lays `syntax` (nothing for a table without a `syscalls.conf`) over the defaults of `generator`, as
    /// `config.merge` and `config.mergeCompat` of config.lua do.
    public init(_ syntax: ConfigurationSyntax?, generator: Generator) {
        var settings = generator.defaults
        var findings = syntax?.problems ?? []
        for setting in syntax?.settings ?? [] { settings[setting.key] = setting.value }
        func words(_ key: String, separator: Character) -> Set<String> {
            Set((settings[key] ?? "").split(separator: separator).map(String.init))
        }
        let abiFlags = words("abi_flags", separator: "|")
        for flag in abiFlags.sorted() where !generator.abiFlags.contains(where: { $0.name == flag }) {
            let message = "the generator knows no ABI flag '\(flag)'; it has no effect"
            findings.append(Finding(.warning, "unknown-abi-flag", at: syntax?["abi_flags"]?.location, message))
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
        self.init(
            settings: settings,
            abiFlags: abiFlags,
            abiChange: words("syscall_abi_change", separator: " "),
            noAbiChange: words("syscall_no_abi_change", separator: " "),
            obsolete: words("obsol", separator: " "),
            unimplemented: words("unimpl", separator: " "),
            compatOptions: generator.compatSets[set] ?? [],
            lowestCompat: Int(lowest) ?? 0,
            findings: findings
        )
    }

    /// The compat option of `level`.
    public func compatOption(_ level: Int) -> CompatOption? {
        compatOptions.first { $0.level == level }
    }

    /// Whether 64-bit arguments travel in pairs of registers here.
    public var pairsWideArguments: Bool { abiFlags.contains("pair_64bit") }
}
