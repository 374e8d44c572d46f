import SlotModel

/// Tables for tests.
enum Tables {
    /// A table of `size` rows: a multiplexer, calls, slots at `slots`, `NOSTD` rows at `reserved`, nothing at `empty`.
    static func table(_ size: Int, slots: Range<Int>, reserved: Set<Int> = [], empty: Set<Int> = []) -> SwitchTable {
        SwitchTable(
            (0..<size).map { number in
                if number == 0 { return SlotRow(.nosys, isCapabilityEnabled: true) }
                if slots.contains(number) { return .slot }
                if reserved.contains(number) { return SlotRow(.lkmressys, threads: .absent) }
                if empty.contains(number) { return .empty }
                return SlotRow(.call("sys_\(number)"), words: 1)
            }
        )
    }

    /// Ten rows: 3 to 5 are slots, 6 is a `NOSTD` row, 7 is none.
    static let small = table(10, slots: 3..<6, reserved: [6], empty: [7])
}

extension SlotRow {
    /// The row of a call to be registered.
    static func new(_ name: String, words: Int = 0, isCapabilityEnabled: Bool = false) -> SlotRow {
        SlotRow(.call(name), words: words, isCapabilityEnabled: isCapabilityEnabled, threads: .idle)
    }
}

extension SlotKernel {
    /// Registers a call by the number `offset` and gives the number that it got.
    mutating func claim(
        _ name: String = "new", at offset: Int = noSyscall, in table: Table = .native, flags: Flags = .none
    ) throws(SlotFailure) -> Int {
        var number = offset
        _ = try register(.new(name), at: &number, in: table, flags: flags)
        return number
    }
}
