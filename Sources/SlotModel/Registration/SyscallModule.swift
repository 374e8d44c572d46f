/// A module that the macro `SYSCALL_MODULE` makes of one call, `struct syscall_module_data`.
public struct SyscallModule: Sendable, Hashable {
    /// The module's name is `sys/` and this.
    public let name: String
    /// The call.
    public let new: SlotRow
    /// The number that is wanted, or has been got; modstat(2) reports it as `data.intval`.
    public private(set) var number: Int
    private let flags: SlotKernel.Flags
    private var old = SlotRow.empty
    /// Whether a load failed, so that the unload that follows has nothing to do.
    private var hasFailed = false

    /// Makes a module.
    public init(_ name: String, _ new: SlotRow, number: Int = SlotKernel.noSyscall, flags: SlotKernel.Flags = .none) {
        self.name = name
        self.new = new
        self.number = number
        self.flags = flags
    }

    /// What the kernel tells a module.
    public enum Event: Sendable, Hashable, CaseIterable {
        /// `MOD_LOAD`
        case load
        /// `MOD_UNLOAD`
        case unload
        /// `MOD_QUIESCE`, `MOD_SHUTDOWN`
        case other
    }

    /// `kern_syscall_module_handler`, for a module without a handler of its own behind it.
    ///
    /// - Returns: the drain that an unload waits for.
    /// - Throws: what registering or deregistering throws; EOPNOTSUPP for another event.
    public mutating func handle(
        _ event: Event,
        by kernel: inout SlotKernel,
        in table: SlotKernel.Table = .native
    ) throws(SlotFailure) -> Drain? {
        switch event {
        case .load:
            do {
                old = try kernel.register(new, at: &number, in: table, flags: flags)
            } catch {
                hasFailed = true
                throw error
            }
            return nil
        case .unload:
            if hasFailed { return nil }
            return try kernel.deregister(number, restoring: old, in: table)
        case .other:
            throw .error(.EOPNOTSUPP)
        }
    }
}
