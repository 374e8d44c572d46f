import SlotModel
import Testing

/// A kernel with a linker that tests change in place.
private final class Host {
    var loader = ModuleLoader(SlotKernel(native: Tables.small))

    func load(_ file: ModuleFile) throws(ModuleLoader.Obstacle) -> ModuleLoader.LoadResult { try loader.load(file) }
    func unload(_ name: String) throws(ModuleLoader.Obstacle) -> Bool { try loader.unload(name) }
    func poll() throws(ModuleLoader.Obstacle) -> Bool { try loader.poll() }
}

@Suite("A file of modules")
struct ModuleTests {
    private let host = Host()

    private func file(_ name: String, _ style: ModuleFile.Style = .all, calls: Int) -> ModuleFile {
        ModuleFile(name, style: style, (0..<calls).map { ModuleCall("\(name)\($0)") })
    }

    private func numbers(_ name: String) -> [Int?] {
        host.loader.loaded.first { $0.file.name == name }?.claims.map(\.number) ?? []
    }

    @Test("gets slots in load order, gives them back, and gets others later")
    func reload() throws {
        _ = try host.load(file("a", calls: 1))
        _ = try host.load(file("b", calls: 2))
        #expect(numbers("b") == [4, 5])
        #expect(try host.unload("a"))
        #expect(try host.unload("b"))
        _ = try host.load(file("b", calls: 2))
        #expect(numbers("b") == [3, 4])
    }

    @Test("that wants all or nothing fails to load, and leaves nothing behind")
    func all() throws {
        let before = host.loader
        guard case .failed(.ENOEXEC, let claims) = try host.load(file("a", calls: 4)) else {
            Issue.record("loaded")
            return
        }
        #expect(claims.map(\.error) == [nil, nil, nil, .ENFILE])
        #expect(host.loader == before)
    }

    @Test("that makes do with the rest loads, without slots if need be")
    func rest() throws {
        _ = try host.load(file("a", .rest, calls: 4))
        #expect(numbers("a") == [3, 4, 5, nil])
        _ = try host.load(file("b", .rest, calls: 1))
        #expect(numbers("b") == [nil])
    }

    @Test("of SYSCALL_MODULE fails with ENOEXEC when no call of it got a slot")
    func syscallModule() throws {
        _ = try host.load(file("a", calls: 2))
        _ = try host.load(file("b", .syscallModule, calls: 2))
        #expect(numbers("b") == [5, nil])
        guard case .failed(.ENOEXEC, _) = try host.load(file("c", .syscallModule, calls: 1)) else {
            Issue.record("loaded")
            return
        }
    }

    @Test("is refused with EEXIST when it is loaded already")
    func twice() throws {
        _ = try host.load(file("a", calls: 1))
        #expect(try host.load(file("a", calls: 1)) == .failed(.EEXIST, []))
    }

    @Test("of an array of dynamic numbers loads without a slot; of numbers that are taken, not at all")
    func helpers() throws {
        _ = try host.load(file("a", .helpers, calls: 2))
        #expect(numbers("a") == [nil, nil])
        let numbered = ModuleFile("b", style: .helpers, [ModuleCall("b0", number: 4), ModuleCall("b1", number: 1)])
        guard case .failed(.ENOEXEC, let claims) = try host.load(numbered) else {
            Issue.record("loaded")
            return
        }
        #expect(claims.map(\.error) == [nil, .EEXIST])
        #expect(host.loader.kernel.row(4) == .slot)
    }

    @Test("that is not loaded cannot be unloaded")
    func notLoaded() {
        #expect(throws: ModuleLoader.Obstacle.notLoaded) { try host.unload("a") }
    }

    @Test("waits for a thread in its call, its last call being taken back first, and locks the linker meanwhile")
    func waits() throws {
        _ = try host.load(file("a", calls: 3))
        guard case .entered(let entry) = host.loader.kernel.call(4) else {
            Issue.record("refused")
            return
        }
        #expect(try !host.unload("a"))
        #expect(host.loader.kernel.row(5) == .slot)
        #expect(host.loader.kernel.row(3)?.handler == .call("a0"))
        #expect(throws: ModuleLoader.Obstacle.locked(by: "a")) { try host.load(file("b", calls: 1)) }
        #expect(throws: ModuleLoader.Obstacle.locked(by: "a")) { try host.unload("a") }
        #expect(try !host.poll())
        host.loader.kernel.leave(entry)
        #expect(try host.poll())
        #expect(host.loader.loaded.isEmpty)
        #expect(host.loader == ModuleLoader(SlotKernel(native: Tables.small)))
    }

    @Test("with a permanent call can be unloaded, and leaves its row behind")
    func permanent() throws {
        _ = try host.load(ModuleFile("a", [ModuleCall("a0", flags: .static)]))
        #expect(try host.unload("a"))
        #expect(host.loader.kernel.row(3)?.handler == .call("a0"))
    }
}

@Suite("A module of one call")
struct SyscallModuleTests {
    private let machine = Machine(Tables.small)

    private func send(_ event: SyscallModule.Event, to module: inout SyscallModule) throws(SlotFailure) {
        let drain = try module.handle(event, by: &machine.kernel)
        #expect(drain == nil)
    }

    @Test("publishes its number, and gives the slot back")
    func loads() throws {
        var module = SyscallModule("a", .new("a"))
        try send(.load, to: &module)
        #expect(module.number == 3)
        try send(.unload, to: &module)
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }

    @Test("that failed to load has nothing to give back")
    func fails() throws {
        var module = SyscallModule("a", .new("a"), number: 1)
        #expect(throws: SlotFailure.error(.EEXIST)) { try send(.load, to: &module) }
        try send(.unload, to: &module)
        #expect(machine.kernel == SlotKernel(native: Tables.small))
    }

    @Test("knows no other event")
    func other() {
        var module = SyscallModule("a", .new("a"))
        #expect(throws: SlotFailure.error(.EOPNOTSUPP)) { try send(.other, to: &module) }
    }
}
