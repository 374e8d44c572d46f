import SlotModel
import Testing

@Suite("Registering a call")
struct RegistrationTests {
    private let machine = Machine(Tables.small)

    @Test("hands out the lowest free slot, and ENFILE when there is none")
    func dynamic() throws {
        #expect(try [machine.claim(), machine.claim(), machine.claim()] == [3, 4, 5])
        #expect(throws: SlotFailure.error(.ENFILE)) { try machine.claim() }
    }

    @Test("leaves the number as it was when it fails")
    func unchanged() throws {
        for wanted in [-2, 0, 1, 7, 10] {
            var number = wanted
            #expect(throws: SlotFailure.self) { try machine.kernel.register(.new("a"), at: &number) }
            #expect(number == wanted)
        }
    }

    @Test(
        "by a number takes a slot or a NOSTD row, and nothing else",
        arguments: [
            (-2, KernelError.EINVAL), (0, .EEXIST), (1, .EEXIST), (3, nil), (6, nil), (7, .EEXIST), (9, .EEXIST),
            (10, .EINVAL), (.max, .EINVAL), (.min, .EINVAL),
        ]
    )
    func explicit(number: Int, error: KernelError?) throws {
        if let error {
            #expect(throws: SlotFailure.error(error)) { try machine.claim(at: number) }
        } else {
            #expect(try machine.claim(at: number) == number)
            #expect(throws: SlotFailure.error(.EEXIST)) { try machine.claim(at: number) }
        }
    }

    @Test("never hands out row 0, though it were a slot")
    func rowZero() throws {
        let machine = Machine(SwitchTable([.slot, .slot]))
        #expect(try machine.claim() == 1)
        #expect(throws: SlotFailure.error(.ENFILE)) { try machine.claim() }
        #expect(try machine.claim(at: 0) == 0)
    }

    @Test("refuses every flag but that of a permanent call", arguments: [2, 4, 8, 0x80, 3] as [UInt32])
    func flags(flags: UInt32) {
        #expect(throws: SlotFailure.error(.EINVAL)) { try machine.claim(flags: SlotKernel.Flags(rawValue: flags)) }
    }

    @Test("writes the row with its flags, whatever its thread count was")
    func row() throws {
        var number = SlotKernel.noSyscall
        let new = SlotRow(.call("a"), words: 8, isCapabilityEnabled: true, threads: .absent)
        let old = try machine.kernel.register(new, at: &number, flags: .static)
        #expect(old == .slot)
        var expected = new
        expected.threads = .static
        #expect(machine.row(3) == expected)
    }

    @Test("in the 32-bit table is nothing to 64-bit programs, and is bounded by the native table")
    func narrow() throws {
        let machine = Machine(Tables.small, freebsd32: Tables.table(10, slots: 4..<5))
        #expect(try machine.claim(in: .freebsd32) == 4)
        #expect(machine.row(4) == .slot)
        #expect(throws: SlotFailure.error(.ENFILE)) { try machine.claim(in: .freebsd32) }
        #expect(throws: SlotFailure.error(.EINVAL)) { try machine.claim(at: 10, in: .freebsd32) }
    }

    @Test("searches past the end of a 32-bit table that was not widened with the native one")
    func pastEnd() throws {
        let machine = Machine(Tables.table(12, slots: 10..<12), freebsd32: Tables.table(10, slots: 3..<4))
        #expect(try machine.claim(in: .freebsd32) == 3)
        let failure = SlotFailure.undefined(
            "row 10 is outside the freebsd32 table, which has 10 rows; SYS_MAXSYSCALL is 12")
        #expect(throws: failure) { try machine.claim(in: .freebsd32) }
        #expect(throws: failure) { try machine.claim(at: 10, in: .freebsd32) }
    }

    @Test("in a table that the kernel does not have is no orderly request")
    func noTable() {
        #expect(throws: SlotFailure.undefined("the kernel has no freebsd32 table")) {
            try machine.claim(in: .freebsd32)
        }
    }

    @Test("of a slot that was generated without NOTSTATIC panics a kernel with INVARIANTS alone")
    func unprotected() throws {
        var rows = Tables.small.rows
        rows[3].threads = .static
        #expect(try Machine(SwitchTable(rows)).claim() == 3)
        var rules = KernelRules.current
        rules.hasInvariants = true
        #expect(throws: SlotFailure.panic("dynamic syscall is not protected")) {
            try Machine(SwitchTable(rows), rules: rules).claim()
        }
    }

    @Test("at the same time as another one may find the same slot: nothing is locked in between")
    func race() throws {
        let first = try machine.kernel.claimable(SlotKernel.noSyscall)
        let second = try machine.kernel.claimable(SlotKernel.noSyscall)
        #expect(first == second)
    }
}
