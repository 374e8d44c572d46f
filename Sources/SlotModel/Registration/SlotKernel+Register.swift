extension SlotKernel {
    /// `NO_SYSCALL`: whatever slot is free.
    public static let noSyscall = -1

    /// The flags that a registration may carry; others are refused.
    public struct Flags: RawRepresentable, Sendable, Hashable {
        /// The argument `flags` of `kern_syscall_register`.
        public let rawValue: UInt32

        /// Makes flags; see ``ThreadCount`` for their values.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// A call that can be taken back.
        public static let none = Flags(rawValue: 0)
        /// `SY_THR_STATIC`: a call that stays.
        public static let `static` = Flags(rawValue: ThreadCount.static.word)
    }

    /// Registers a call, `kern_syscall_register`.
    ///
    /// - Parameters:
    ///   - new: the row; its thread count is overwritten.
    ///   - offset: the number that is wanted, or ``noSyscall`` for the lowest free slot; afterwards the number that the
    ///     call got. Unchanged when the registration fails.
    ///   - table: the table.
    ///   - flags: none, or that the call is permanent.
    /// - Returns: the row that stood there, which ``deregister(_:restoring:in:)`` wants back.
    /// - Throws: ENFILE when no slot is free; EINVAL for unknown flags and for a number outside the native table; EEXIST for
    ///   a row that is neither a free slot nor a `NOSTD` row. A failure beyond an error for a table that is shorter than the
    ///   native one, which bounds the search, and on a kernel with `INVARIANTS` for a row that was not generated as loadable.
    public mutating func register(
        _ new: SlotRow,
        at offset: inout Int,
        in table: Table = .native,
        flags: Flags = .none
    ) throws(SlotFailure) -> SlotRow {
        guard flags.rawValue & ~Flags.static.rawValue == 0 else { throw .error(.EINVAL) }
        let number = try claimable(offset, in: table)
        guard let old = row(number, of: table) else { throw pastEnd(number, of: table) }
        if old.threads != .absent { try assertion("dynamic syscall is not protected") }
        var row = new
        row.threads = ThreadCount(word: flags.rawValue)
        write(row, to: number, of: table)
        offset = number
        return old
    }

    /// The number that a registration with `offset` would get. The kernel takes no lock between this and the claim: two
    /// registrations at the same time may find the same slot, and both succeed.
    ///
    /// - Throws: what ``register(_:at:in:flags:)`` throws.
    public func claimable(_ offset: Int, in table: Table = .native) throws(SlotFailure) -> Int {
        if offset == Self.noSyscall {
            // Row 0 is never handed out.
            for number in 1..<max(1, bound) {
                guard let row = row(number, of: table) else { throw pastEnd(number, of: table) }
                if row.handler == .lkmnosys { return number }
            }
            throw .error(.ENFILE)
        }
        guard (0..<bound).contains(offset) else { throw .error(.EINVAL) }
        guard let row = row(offset, of: table) else { throw pastEnd(offset, of: table) }
        switch row.handler {
        case .lkmnosys, .lkmressys: return offset
        case .nosys, .call: throw .error(.EEXIST)
        }
    }

    func pastEnd(_ number: Int, of table: Table) -> SlotFailure {
        guard let rows = tables[table]?.rows else {
            return .undefined("the kernel has no \(table.rawValue) table")
        }
        return .undefined(
            "row \(number) is outside the \(table.rawValue) table, which has \(rows.count) rows; SYS_MAXSYSCALL is \(bound)"
        )
    }
}
