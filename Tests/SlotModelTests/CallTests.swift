import SlotModel
import Testing

@Suite("Calling a number")
struct CallTests {
    private static let table = Tables.small

    private func machine(_ rules: KernelRules) throws -> Machine {
        let machine = Machine(Self.table, rules: rules)
        _ = try machine.claim("open", at: 5)
        var number = 4
        _ = try machine.kernel.register(.new("allowed", words: 8, isCapabilityEnabled: true), at: &number)
        return machine
    }

    @Test(
        "that is none raises SIGSYS; in capability mode only numbers outside the table are ENOSYS",
        arguments: [3, 6, 7])
    func current(empty: Int) throws {
        let machine = try machine(.current)
        #expect(machine.call(empty) == .refused(.ENOSYS, signal: true))
        #expect(machine.call(empty, confined: true) == .refused(.ECAPMODE, signal: false))
        for outside in [10, 11, Int.max, -1] {
            #expect(machine.call(outside) == .refused(.ENOSYS, signal: true))
            #expect(machine.call(outside, confined: true) == .refused(.ENOSYS, signal: true))
        }
    }

    @Test(
        "that is none raises no SIGSYS up to 13 unless it is outside the table, which means row 0",
        arguments: [3, 6, 7])
    func former(empty: Int) throws {
        let machine = try machine(.former)
        #expect(machine.call(empty) == .refused(.ENOSYS, signal: false))
        #expect(machine.call(10) == .refused(.ENOSYS, signal: true))
        // The generators of 13 give row 0 no flag; the tests' table does.
        #expect(machine.call(10, confined: true) == .refused(.ENOSYS, signal: true))
        var rows = Self.table.rows
        rows[0].isCapabilityEnabled = false
        #expect(
            Machine(SwitchTable(rows), rules: .former).call(10, confined: true) == .refused(.ECAPMODE, signal: false))
    }

    @Test("raises no SIGSYS where an administrator turned it off, if this kernel can")
    func signosys() throws {
        for (rules, signal) in [(KernelRules.current, false), (.former, true)] {
            let machine = try machine(rules)
            machine.kernel.signalsMissingCalls = false
            #expect(machine.call(10) == .refused(.ENOSYS, signal: signal))
            #expect(machine.call(3) == .refused(.ENOSYS, signal: false))
        }
    }

    @Test("of a registered call enters it; in capability mode its row must allow it")
    func registered() throws {
        let machine = try machine(.current)
        guard case .entered(let entry) = machine.call(4, confined: true) else {
            Issue.record("refused")
            return
        }
        #expect(entry.handler == "allowed")
        #expect(entry.words == 8)
        #expect(machine.call(5, confined: true) == .refused(.ECAPMODE, signal: false))
        #expect(machine.enter(5) != nil)
    }

    @Test("of a static call counts no threads")
    func statics() throws {
        let machine = try machine(.current)
        let before = machine.kernel
        let entry = try #require(machine.enter(1))
        #expect(machine.kernel == before)
        machine.leave(entry)
        #expect(machine.kernel == before)
    }

    @Test("of the multiplexer's own row is no call")
    func multiplexer() throws {
        let machine = try machine(.current)
        #expect(machine.call(0) == .refused(.ENOSYS, signal: true))
    }
}

@Suite("The rules of a kernel")
struct KernelRulesTests {
    private func rules(_ registration: String, _ signals: String = "") -> KernelRules {
        KernelRules(registration: Array(registration.utf8), signals: Array(signals.utf8))
    }

    @Test("are read from its sources")
    func sources() {
        #expect(rules("struct sysent nosys_sysent = {", "int kern_signosys = 1;") == .current)
        #expect(rules("return (ENOSYS);", "int kern_lognosys;") == .former)
        #expect(rules("struct sysent nosys_sysent = {").hasSignalSwitch == false)
        #expect(rules("nosys_sysen") == .former)
    }
}
