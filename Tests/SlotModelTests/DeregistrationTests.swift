import SlotModel
import Testing

@Suite("Taking a call back")
struct DeregistrationTests {
    private let machine = Machine(Tables.small)

    @Test("restores the row, and slots are handed out again lowest first, whatever order they were freed in")
    func holes() throws {
        for _ in 0..<3 { _ = try machine.claim() }
        #expect(try machine.deregister(5) == nil)
        #expect(try machine.deregister(3) == nil)
        #expect(machine.row(3) == .slot)
        #expect(try machine.claim() == 3)
        #expect(try machine.claim() == 5)
    }

    @Test("of number 0 does nothing")
    func zero() throws {
        let before = machine.kernel
        #expect(try machine.deregister(0) == nil)
        #expect(machine.kernel == before)
    }

    @Test("of a permanent call is EINVAL, and it stays", arguments: [1, 3])
    func permanent(number: Int) throws {
        _ = try machine.claim(at: 3, flags: .static)
        let before = machine.kernel
        #expect(throws: SlotFailure.error(.EINVAL)) { try machine.deregister(number) }
        #expect(machine.kernel == before)
    }

    @Test("by a number that is no row reads memory that is no table", arguments: [SlotKernel.noSyscall, 10])
    func outside(number: Int) {
        #expect(
            throws: SlotFailure.undefined(
                "row \(number) is outside the native table, which has 10 rows; SYS_MAXSYSCALL is 10")
        ) {
            try machine.deregister(number)
        }
    }

    @Test("waits for every thread inside, and lets nobody else in")
    func drains() throws {
        let number = try machine.claim("sleep")
        let first = try #require(machine.enter(number))
        let second = try #require(machine.enter(number))
        #expect(machine.row(number)?.threads.threads == 2)
        let drain = try #require(try machine.deregister(number))
        #expect(machine.call(number) == .refused(.ENOSYS, signal: true))
        machine.leave(first)
        #expect(!machine.poll(drain))
        #expect(!machine.kernel.waitsForEver(drain))
        machine.leave(second)
        #expect(machine.row(number)?.handler == .call("sleep"))
        #expect(machine.poll(drain))
        #expect(machine.row(number) == .slot)
    }

    @Test("twice waits for ever, and the row can be registered meanwhile")
    func twice() throws {
        let number = try machine.claim()
        #expect(try machine.deregister(number) == nil)
        let drain = try #require(try machine.deregister(number))
        #expect(machine.kernel.waitsForEver(drain))
        #expect(machine.row(number)?.threads == ThreadCount(word: 6))
        let panicking = Machine(machine.kernel)
        panicking.kernel.rules.hasInvariants = true
        #expect(throws: SlotFailure.panic("dynamic syscall is not protected")) { try panicking.claim(at: number) }
        #expect(try machine.claim(at: number) == number)
        #expect(!machine.poll(drain))
        #expect(machine.kernel.waitsForEver(drain))
        #expect(machine.row(number)?.threads == .idle)
    }
}
