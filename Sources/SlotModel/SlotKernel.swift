/// A kernel's switch tables and what happens to them while it runs: the rules of `sys/kern/kern_syscalls.c` and of the
/// system-call entry (`syscallenter` of `sys/kern/subr_syscall.c`) as a value.
///
/// Nothing runs at the same time here. What a kernel does while it waits is cut into steps instead: a thread enters a call
/// and leaves it, a deregistration that waits is a ``Drain`` that is polled.
public struct SlotKernel: Sendable, Hashable {
    /// The table that a registration or a call means.
    public enum Table: String, Sendable, Hashable, CaseIterable {
        /// `sysent`, that of the kernel's own programs.
        case native
        /// `freebsd32_sysent`, that of 32-bit programs on a 64-bit kernel.
        case freebsd32
    }

    /// The rules that differ between kernels.
    public var rules: KernelRules
    /// `kern.signosys`: whether a call that is none raises SIGSYS.
    public var signalsMissingCalls = true
    /// The tables.
    public private(set) var tables: [Table: SwitchTable]
    /// `SYS_MAXSYSCALL`. It bounds a search and an explicit number, whichever table is meant.
    public let bound: Int

    /// Boots a kernel.
    ///
    /// - Parameters:
    ///   - native: the native table; its size is `SYS_MAXSYSCALL`.
    ///   - freebsd32: the table of 32-bit programs, if the kernel has one.
    ///   - rules: what this kernel does differently.
    public init(native: SwitchTable, freebsd32: SwitchTable? = nil, rules: KernelRules = .current) {
        tables = [.native: native]
        tables[.freebsd32] = freebsd32
        bound = native.rows.count
        self.rules = rules
    }

    /// Row `number` of `table`; `nil` where the table has none.
    public func row(_ number: Int, of table: Table = .native) -> SlotRow? {
        guard let rows = tables[table]?.rows, rows.indices.contains(number) else { return nil }
        return rows[number]
    }

    /// Writes row `number` of `table`, which is there.
    mutating func write(_ row: SlotRow, to number: Int, of table: Table) {
        tables[table]?.rows[number] = row
    }

    /// What an assertion that does not hold does.
    func assertion(_ message: String) throws(SlotFailure) {
        if rules.hasInvariants { throw .panic(message) }
    }
}
