import SyscallSyntax

/// What a generator knows beyond its code: the data by which one release's generator differs from the next one's.
///
/// They are read from the generator that a tree carries, see ``Generator/reading(_:)``, and built in for trees
/// that carry none.
public struct Generator: Sendable, Hashable {
    /// The family of the generator.
    public var edition: Edition
    /// The settings that hold where a `syscalls.conf` says nothing.
    public var defaults: [String: String]
    /// The ways in which an ABI can differ from the native one, in name order.
    public var abiFlags: [AbiFlag]
    /// The types that are 64 bits wide in every ABI, and travel in two registers where registers are narrower.
    public var wideTypes: [LuaPattern]
    /// The compat levels of each named set.
    public var compatSets: [String: [CompatOption]]
    /// The kinds that a master may use, other than `COMPAT*`.
    public var kinds: Set<String>
    /// What this edition does differently from others.
    public var particulars: Particulars
}

/// A family of generators: they share a form of the master and of every companion.
public enum Edition: String, Sendable, Hashable, CaseIterable {
    /// `sys/kern/makesyscalls.sh`, FreeBSD up to 12.
    case shell
    /// `sys/tools/makesyscalls.lua`, FreeBSD 13 and 14.
    case lua
    /// `sys/tools/syscalls/main.lua`, FreeBSD 15 and later.
    case modular
}

/// A way in which an ABI can differ from the native one, and how arguments that it concerns are recognised.
public struct AbiFlag: Sendable, Hashable {
    /// The name under which `abi_flags` of a `syscalls.conf` switches it on.
    public let name: String
    /// An argument that one of these matches, annotations and name included, differs.
    public let patterns: [LuaPattern]
}

/// A level of compatibility: calls as an older release had them.
public struct CompatOption: Sendable, Hashable {
    /// The kernel option that compiles them in, such as `COMPAT_FREEBSD11`.
    public let definition: String
    /// The release, 3 for 4.3BSD.
    public let level: Int
    /// The kind in the master, such as `COMPAT11`.
    public let flag: String
    /// What stands ahead of the handler's name, such as `freebsd11_`.
    public let prefix: String
    /// What comments call it.
    public let description: String

    init(definition: String, level: Int, flag: String, prefix: String, description: String) {
        self.definition = definition
        self.level = level
        self.flag = flag
        self.prefix = prefix
        self.description = description
    }

    /// The level that `stdcompat = "FREEBSD11"` abbreviates (`processCompat` of core/freebsd-syscall.lua); `nil` when
    /// no number ends the name.
    init?(standard name: String) {
        let start = name.utf8.lastIndex { !isDigit($0) }.map(name.utf8.index(after:)) ?? name.startIndex
        guard let level = Int(name[start...]) else { return nil }
        self.init(
            definition: "COMPAT_" + name.uppercased(),
            level: level,
            flag: name.hasPrefix("FREEBSD") ? "COMPAT" + name.dropFirst("FREEBSD".count) : name,
            prefix: name.lowercased() + "_",
            description: name.lowercased()
        )
    }
}
