/// The kinds of a row: the words of its third column, separated by `|`.
public struct Kinds: Sendable, Hashable {
    /// The kinds that say how the call is treated.
    public var flags: Flags
    /// The release whose interface the call is, 3 for `COMPAT`; `nil` for no `COMPAT*` kind.
    public var compat: Int?
    /// The words as written, in order.
    public let words: [String]

    /// The kinds other than `COMPAT*`, see the head of `sys/kern/syscalls.master`.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// One bit a kind.
        public let rawValue: UInt16

        /// Makes a set of kinds.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// `STD`: a call like any other.
        public static let std = Flags(rawValue: 1 << 0)
        /// `OBSOL`: gone, only its name is kept.
        public static let obsolete = Flags(rawValue: 1 << 1)
        /// `RESERVED`: for local or vendor use.
        public static let reserved = Flags(rawValue: 1 << 2)
        /// `UNIMPL`: a placeholder.
        public static let unimplemented = Flags(rawValue: 1 << 3)
        /// `NODEF`: a row of the switch table and nothing else.
        public static let noDefinition = Flags(rawValue: 1 << 4)
        /// `NOARGS`: no argument structure.
        public static let noArguments = Flags(rawValue: 1 << 5)
        /// `NOPROTO`: neither argument structure nor prototype.
        public static let noPrototype = Flags(rawValue: 1 << 6)
        /// `NOSTD`: absent until a module brings it.
        public static let noStandard = Flags(rawValue: 1 << 7)
        /// `CAPENABLED`: allowed in capability mode.
        public static let capabilityEnabled = Flags(rawValue: 1 << 8)
        /// `NOLIB`: no stub in the library.
        public static let noLibrary = Flags(rawValue: 1 << 9)
        /// `NORETURN`: the call does not return.
        public static let noReturn = Flags(rawValue: 1 << 10)
        /// `NOTSTATIC`: loadable.
        public static let notStatic = Flags(rawValue: 1 << 11)
        /// `SYSMUX`: a call that calls others, handled in machine-dependent code.
        public static let multiplexer = Flags(rawValue: 1 << 12)

        /// The kind that a word of the third column names; `nil` for a word without meaning for the companions.
        public static func named(_ word: String) -> Flags? {
            switch word {
            case "STD": .std
            case "OBSOL": .obsolete
            case "RESERVED": .reserved
            case "UNIMPL": .unimplemented
            case "NODEF": .noDefinition
            case "NOARGS": .noArguments
            case "NOPROTO": .noPrototype
            case "NOSTD": .noStandard
            case "CAPENABLED": .capabilityEnabled
            case "NOLIB": .noLibrary
            case "NORETURN": .noReturn
            case "NOTSTATIC": .notStatic
            case "SYSMUX": .multiplexer
            default: nil
            }
        }
    }
}

extension Kinds {
    /// Where a call stands between the present and the past (`syscall:compatLevel` of core/syscall.lua).
    public enum Level: Sendable, Hashable {
        /// `UNIMPL` or `RESERVED`: not really a call.
        case none
        /// `OBSOL`
        case obsolete
        /// As release N had it, 3 for 4.3BSD.
        case compat(Int)
        /// The present interface.
        case native
    }

    /// The level; the first that holds of unimplemented or reserved, obsolete, compat, native.
    public var level: Level {
        if !flags.isDisjoint(with: [.unimplemented, .reserved]) { return .none }
        if flags.contains(.obsolete) { return .obsolete }
        if let compat { return .compat(compat) }
        return .native
    }

    /// What stands ahead of the name in symbols (`syscall:compatPrefix` of core/syscall.lua).
    public var symbolPrefix: String {
        if flags.contains(.obsolete) { return "obs_" }
        if flags.contains(.reserved) { return "reserved #" }
        if flags.contains(.unimplemented) { return "unimp_" }
        return switch level {
        case .compat(3): "o"
        case .compat(let level): "freebsd\(level)_"
        case .none, .obsolete, .native: ""
        }
    }
}
