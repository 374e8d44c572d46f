/// How a system makes a number, or something like it, of a trap of XNU.
public enum NumberingScheme: String, Sendable, Hashable, CaseIterable {
    /// XNU on amd64: `eax` holds the number with the class of Mach in its top byte (`osfmk/mach/i386/syscall_sw.h`).
    case xnuX86_64 = "xnu-x86_64"
    /// XNU on arm64: `x16` holds the negative number.
    case xnuArm64 = "xnu-arm64"
    /// XNU on i386: `eax` holds the negative number.
    case xnuI386 = "xnu-i386"
    /// NextBSD of 2015 and ravynOS: a row of `syscalls.master`, trap N at 600 + N.
    case band600 = "band-600"
    /// NextBSD today: the first free slot, found by a name in sysctl(8).
    case byName = "by-name"

    /// The first number of the band.
    public static let bandBase = 600

    /// The class of Mach in the numbers of amd64, `SYSCALL_CLASS_MACH << SYSCALL_CLASS_SHIFT`.
    static let machClass = 1 << 24

    /// The number of `trap`; `nil` where a name stands for it.
    ///
    /// - Parameters:
    ///   - trap: the trap.
    ///   - base: where a band begins.
    public func number(of trap: XNUTrap, base: Int = Self.bandBase) -> Int? {
        switch self {
        case .xnuX86_64: Self.machClass | trap.number
        case .xnuArm64, .xnuI386: -trap.number
        case .band600: base + trap.number
        case .byName: nil
        }
    }

    /// The traps that there are in it.
    public var traps: [XNUTrap] { self == .xnuI386 ? XNUTrap.all.filter { !$0.isWideOnly } : XNUTrap.all }

    /// A number as sources write it.
    func spelled(_ number: Int) -> String {
        self == .xnuX86_64 ? "0x" + String(number, radix: 16) : "\(number)"
    }
}
