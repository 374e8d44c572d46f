/// What kernels do differently. Registration itself has been the same from FreeBSD 11 to 16.
public struct KernelRules: Sendable, Hashable {
    /// Whether an absent row is called as `nosys_sysent` is, and with it every number past the end: SIGSYS, and allowed
    /// in capability mode. Before, an absent row was ENOSYS without a signal, and a number past the end meant row 0.
    public var hasNoCallRow: Bool
    /// Whether there is `kern.signosys`, by which an administrator turns SIGSYS off.
    public var hasSignalSwitch: Bool
    /// Whether the kernel is built with `INVARIANTS`, and panics where a release kernel goes on.
    public var hasInvariants: Bool

    /// Makes a set of rules.
    public init(hasNoCallRow: Bool, hasSignalSwitch: Bool, hasInvariants: Bool = false) {
        self.hasNoCallRow = hasNoCallRow
        self.hasSignalSwitch = hasSignalSwitch
        self.hasInvariants = hasInvariants
    }

    /// The rules since the end of 2023: FreeBSD 15 and 16, and stable branches that took the change.
    public static let current = KernelRules(hasNoCallRow: true, hasSignalSwitch: true)
    /// The rules of FreeBSD 13.2 and before.
    public static let former = KernelRules(hasNoCallRow: false, hasSignalSwitch: false)

    /// The rules of the kernel whose sources are given; they decide, since stable branches differ within a release.
    ///
    /// - Parameters:
    ///   - registration: the text of `sys/kern/kern_syscalls.c`.
    ///   - signals: the text of `sys/kern/kern_sig.c`; empty when the tree has none.
    public init(registration: [UInt8], signals: [UInt8]) {
        self.init(
            hasNoCallRow: registration.holds("nosys_sysent"),
            hasSignalSwitch: signals.holds("kern_signosys")
        )
    }
}

extension [UInt8] {
    fileprivate func holds(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            guard let first = word.first else { return true }
            return indices.contains { self[$0] == first && self[$0...].starts(with: word) }
        }
    }
}
