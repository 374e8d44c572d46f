import SlotModel

/// A kernel that tests change in place.
final class Machine {
    var kernel: SlotKernel

    init(_ kernel: SlotKernel) {
        self.kernel = kernel
    }

    convenience init(_ native: SwitchTable, freebsd32: SwitchTable? = nil, rules: KernelRules = .current) {
        self.init(SlotKernel(native: native, freebsd32: freebsd32, rules: rules))
    }

    /// Registers a call and gives the number that it got.
    func claim(
        _ name: String = "new",
        at offset: Int = SlotKernel.noSyscall,
        in table: SlotKernel.Table = .native,
        flags: SlotKernel.Flags = .none
    ) throws(SlotFailure) -> Int {
        var number = offset
        _ = try kernel.register(.new(name), at: &number, in: table, flags: flags)
        return number
    }

    func deregister(_ number: Int, restoring old: SlotRow = .slot) throws(SlotFailure) -> Drain? {
        try kernel.deregister(number, restoring: old)
    }

    func poll(_ drain: Drain) -> Bool { kernel.poll(drain) }

    func call(_ number: Int, confined: Bool = false) -> SlotKernel.Call {
        kernel.call(number, inCapabilityMode: confined)
    }

    /// Enters the call `number`; `nil` when there is none.
    func enter(_ number: Int) -> SlotKernel.Entry? {
        if case .entered(let entry) = kernel.call(number) { entry } else { nil }
    }

    func leave(_ entry: SlotKernel.Entry) { kernel.leave(entry) }

    func row(_ number: Int) -> SlotRow? { kernel.row(number) }
}
