/// An architecture that a module is made for, by FreeBSD's name.
public enum Architecture: String, Sendable, Hashable, CaseIterable {
    case amd64, arm64, i386

    /// Whether its programs' words have 64 bits.
    var isWide: Bool { self != .i386 }

    /// What C defines for it.
    var macro: String {
        switch self {
        case .amd64: "__amd64__"
        case .arm64: "__aarch64__"
        case .i386: "__i386__"
        }
    }

    /// How many words of arguments get through `syscall(2)`.
    ///
    /// A kernel keeps eight (`struct syscall_args`). amd64 and i386 take from the stack what is in no register. arm64 copies
    /// registers alone, x0 to x7, and `syscall(2)` needs the first for the number (`cpu_fetch_syscall_args` of
    /// sys/arm64/arm64/trap.c).
    public var indirectWords: Int { self == .arm64 ? 7 : TrapManifest.wordLimit }
}
