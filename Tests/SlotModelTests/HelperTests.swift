import SlotModel
import Testing

@Suite("An array of calls")
struct HelperTests {
    private let machine = Machine(Tables.small)

    private func array(_ numbers: Int...) -> [HelperEntry] {
        numbers.map { HelperEntry(.new("call \($0)"), number: $0) }
    }

    private func register(_ entries: inout [HelperEntry]) throws {
        let failure = try machine.kernel.registerHelpers(&entries)
        #expect(failure == nil)
    }

    private func unregister(_ entries: inout [HelperEntry], from first: Int = 0) throws {
        let wait = try machine.kernel.unregisterHelpers(&entries, from: first)
        #expect(wait == nil)
    }

    @Test("is registered in order, and taken back")
    func all() throws {
        var entries = array(4, 6)
        try register(&entries)
        #expect(entries.map(\.isRegistered) == [true, true])
        #expect(machine.row(6)?.handler == .call("call 6"))
        try unregister(&entries)
        #expect(entries.map(\.isRegistered) == [false, false])
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }

    @Test("ends at the first dynamic number: it registers nothing and succeeds")
    func dynamic() throws {
        var entries = array(SlotKernel.noSyscall, 4)
        try register(&entries)
        #expect(entries.map(\.isRegistered) == [false, false])
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }

    @Test("is taken back when a number is taken")
    func failure() throws {
        var entries = array(4, 1, 5)
        let failure = try machine.kernel.registerHelpers(&entries)
        #expect(failure?.error == .EEXIST)
        #expect(failure?.entry == 1)
        #expect(failure?.wait == nil)
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }

    @Test("that is registered twice loses its first registration")
    func twice() throws {
        var entries = array(4, 5)
        try register(&entries)
        let failure = try machine.kernel.registerHelpers(&entries)
        #expect(failure?.error == .EEXIST)
        #expect(failure?.entry == 0)
        #expect(failure?.wait == nil)
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }

    @Test("of permanent calls says that it is taken back, and is not")
    func permanent() throws {
        var entries = array(4)
        _ = try machine.kernel.registerHelpers(&entries, flags: .static)
        try unregister(&entries)
        #expect(!entries[0].isRegistered)
        #expect(machine.row(4)?.handler == .call("call 4"))
    }

    @Test("waits at the call that a thread is in; those behind it can be called until then")
    func waits() throws {
        var entries = array(3, 4, 5)
        try register(&entries)
        let inside = try #require(machine.enter(4))
        let result = try machine.kernel.unregisterHelpers(&entries)
        let wait = try #require(result)
        #expect(machine.row(3) == .slot)
        #expect(wait.next == 2)
        let other = try #require(machine.enter(5))
        machine.leave(other)
        machine.leave(inside)
        #expect(machine.poll(wait.drain))
        try unregister(&entries, from: wait.next)
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }
}
