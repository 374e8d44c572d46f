/// A trap of XNU's table.
public struct XNUTrap: Sendable, Hashable {
    /// Its index in the table. Programs ask for it by this number with another sign, or with a class added.
    public let number: Int
    /// The function that does it.
    public let name: String
    /// Its arguments.
    public let arguments: [Argument]
    /// How many 32-bit words a 32-bit program hands over, as the table says.
    public let words: Int
    /// The letters of the function that converts the arguments of a 32-bit program: `w` for a word, `l` for two.
    public let munged: String
    /// Whether it returns the name of a port, and no error.
    public let returnsPort: Bool
    /// The routine of MIG that does the same by a message, and needs no slot.
    public let mig: String?
    /// Whether 32-bit programs have no such trap.
    public let isWideOnly: Bool

    /// An argument of a trap.
    public struct Argument: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// How wide it is.
        public let width: Width
    }

    /// How wide an argument is.
    public enum Width: Character, Sendable, Hashable, CaseIterable {
        /// 32 bits everywhere.
        case word = "w"
        /// 64 bits everywhere.
        case long = "l"
        /// An address: as wide as those of the program.
        case pointer = "p"

        /// The 32-bit words of a 32-bit program.
        var words: Int { self == .long ? 2 : 1 }

        /// A type that FreeBSD's headers know and its generator projects.
        var type: String {
            switch self {
            case .word: "uint32_t"
            case .long: "uint64_t"
            case .pointer: "void *"
            }
        }
    }

    init(
        _ number: Int, _ name: String, _ arguments: String, words: Int, munged: String? = nil,
        returnsPort: Bool = false, mig: String? = nil,
        isWideOnly: Bool = false
    ) {
        self.number = number
        self.name = name
        let parsed = arguments.split(separator: " ").compactMap { text -> Argument? in
            let parts = text.split(separator: ":")
            guard parts.count == 2, let letter = parts[1].first, let width = Width(rawValue: letter) else { return nil }
            return Argument(name: String(parts[0]), width: width)
        }
        self.arguments = parsed
        self.words = words
        self.munged = munged ?? String(parsed.map { $0.width == .long ? "l" : "w" })
        self.returnsPort = returnsPort
        self.mig = mig
        self.isWideOnly = isWideOnly
    }

    /// Its name without what XNU puts around the names of those that stand for a routine: `mach_port_allocate` for
    /// `_kernelrpc_mach_port_allocate_trap`.
    public var plainName: String { Self.plain(name) }

    /// `name` without `_kernelrpc_` and `_trap`.
    public static func plain(_ name: String) -> String {
        var name = name[...]
        if name.hasPrefix("sys_") { name = name.dropFirst(4) }
        if name.hasPrefix("_kernelrpc_") { name = name.dropFirst(11) }
        if name.hasSuffix("_trap") { name = name.dropLast(5) }
        if name.hasPrefix("_") { name = name.dropFirst() }
        return String(name)
    }

    /// The trap that `name` means, written as XNU does or plainly.
    public static func named(_ name: String) -> XNUTrap? {
        all.first { $0.name == name } ?? byPlainName[plain(name)]
    }

    private static let byPlainName = Dictionary(all.map { ($0.plainName, $0) }, uniquingKeysWith: { first, _ in first })
}
