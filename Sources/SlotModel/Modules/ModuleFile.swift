/// A file of kernel code that brings calls, as far as kldload(2) and the switch tables see it.
public struct ModuleFile: Sendable, Hashable {
    /// The name by which the kernel knows whether it is loaded.
    public let name: String
    /// The calls in the order in which they are registered.
    public let calls: [ModuleCall]
    /// How they are registered.
    public let style: Style

    /// How a module registers its calls.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// One after the other; when one gets no number, all are taken back and the load fails.
        case all
        /// One after the other; one that gets no number is left out, and the load succeeds.
        case rest
        /// By `SYSCALL_MODULE`: each call is a module, and the load fails when none of them got a number.
        case syscallModule = "syscall-module"
        /// By `syscall_helper_register`, which takes numbers and stops at the first call without one.
        case helpers
    }

    /// Makes a file.
    public init(_ name: String, style: Style = .all, _ calls: [ModuleCall]) {
        self.name = name
        self.style = style
        self.calls = calls
    }
}

/// A call that a module brings.
public struct ModuleCall: Sendable, Hashable {
    /// What to call it.
    public let name: String
    /// Its row.
    public let row: SlotRow
    /// The number that it wants.
    public let number: Int
    /// The table that it goes to.
    public let table: SlotKernel.Table
    /// The flags of its registration.
    public let flags: SlotKernel.Flags

    /// Makes a call.
    public init(
        _ name: String,
        words: Int = 0,
        isCapabilityEnabled: Bool = false,
        number: Int = SlotKernel.noSyscall,
        in table: SlotKernel.Table = .native,
        flags: SlotKernel.Flags = .none
    ) {
        self.name = name
        row = SlotRow(.call(name), words: words, isCapabilityEnabled: isCapabilityEnabled, threads: .idle)
        self.number = number
        self.table = table
        self.flags = flags
    }
}
