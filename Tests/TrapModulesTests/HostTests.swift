import SlotModel
import TestSupport
import Testing
import TrapModules

/// Both sides of the wiring run, with a kernel that stands in.
@Suite("The wiring at work", .enabled(if: Clang.isInstalled, "\(Clang.absence)"))
struct HostTests {
    private func example() throws -> (TrapManifest, HostProgram) {
        let manifest = try Manifests.read(Manifests.example)
        return (manifest, try HostProgram(manifest, handlers: ["Examples/mach/mach_handlers.c"]))
    }

    private func complete() throws -> (TrapManifest, HostProgram) {
        let manifest = try Manifests.read(Manifests.complete)
        return (manifest, try HostProgram(manifest))
    }

    /// The lines of calls that all went well.
    private func fine(_ traps: [Trap]) -> [String] { traps.map { "\($0.name) ok" } }

    /// The numbers that the model predicts, as the driver prints them.
    private func predicted(_ manifest: TrapManifest, slots: Int) -> [String] {
        let rows = HostProgram.table(slots: slots).map { kind in
            kind == "s" ? SlotRow.slot : SlotRow(.call("other"))
        }
        let table = SwitchTable(Array(rows))
        let plan = SlotPlan([manifest], on: SlotKernel(native: table, freebsd32: table))
        return manifest.traps.map { trap in
            let numbers = SlotKernel.Table.allCases.map { plan.modules[0].number(of: trap, in: $0) ?? -1 }
            return "\(trap.name) \(numbers[0]) \(numbers[1])"
        }
    }

    @Test("makes every call of the example by name, with the numbers that the model predicted")
    func calls() throws {
        let (manifest, program) = try example()
        let lines = try program.run("boot \(HostProgram.table(slots: 20))", "load", "numbers", "calls", "narrow")
        #expect(
            lines == ["load 0"] + predicted(manifest, slots: 20) + fine(manifest.traps) + fine(manifest.traps))
    }

    @Test("makes calls of every kind, from programs of 64 and of 32 bits")
    func kinds() throws {
        let (manifest, program) = try complete()
        let lines = try program.run("boot \(HostProgram.table(slots: 12))", "load", "numbers", "calls", "narrow")
        let narrow = manifest.traps.map { $0.isNarrow ? "\($0.name) ok" : "\($0.name) none" }
        #expect(
            lines == ["load 0"] + predicted(manifest, slots: 12)
                + fine(manifest.traps.filter { $0.user != nil }) + narrow)
    }

    @Test("tells a module that is not loaded from a slot that is missing")
    func absent() throws {
        let (manifest, program) = try example()
        let lines = try program.run("boot \(HostProgram.table(slots: 10))", "calls", "load", "calls", "numbers")
        let value = { (trap: Trap) in trap.absent == "0" ? "0" : "268435459" }
        let unloaded = manifest.traps.map { "\($0.name) \(value($0)) errno 74" }
        let short = manifest.traps[10...].map { "mach_traps: no slot for \($0.name): error 23" }.flatMap { [$0, $0] }
        let missing = manifest.traps[10...].map { "\($0.name) \(value($0)) errno 76" }
        #expect(
            lines == unloaded + short + ["load 0"] + fine(Array(manifest.traps[..<10])) + missing
                + predicted(manifest, slots: 10))
    }

    @Test("does not load when a slot is missing and the manifest wants all, and leaves every slot free")
    func refuses() throws {
        let (_, program) = try complete()
        for (native, narrow, short) in [(11, 12, "nothing"), (12, 8, "hidden")] {
            let lines = try program.run(
                "boot \(HostProgram.table(slots: native)) \(HostProgram.table(slots: narrow))", "free", "load", "free",
                "numbers")
            #expect(
                lines.prefix(4) == [
                    "free \(native) \(narrow)", "lamp: no slot for \(short): error 23", "load 8",
                    "free \(native) \(narrow)",
                ])
            #expect(lines.dropFirst(4).allSatisfy { $0.hasSuffix(" -1 -1") })
        }
    }

    @Test("gives all slots back, and finds its calls again after a reload")
    func reload() throws {
        let (manifest, program) = try example()
        let lines = try program.run(
            "boot \(HostProgram.table(slots: 14))", "load", "calls", "unload", "free", "calls", "load", "calls")
        let value = { (trap: Trap) in trap.absent == "0" ? "0" : "268435459" }
        #expect(
            lines == ["load 0"] + fine(manifest.traps) + ["unload 0", "free 14 14"]
                + manifest.traps.map { "\($0.name) \(value($0)) errno 74" } + ["load 0"] + fine(manifest.traps))
    }

    @Test("finds a call at another number by itself where the old one is empty, and all of them when told to forget")
    func moved() throws {
        let (manifest, program) = try example()
        let last = try #require(manifest.traps.last).name
        // Another module holds the first slot while the numbers are looked up, and is gone later.
        let lines = try program.run(
            "boot \(HostProgram.table(slots: 15))", "claim", "load", "calls", "unload", "release", "load", "calls",
            "forget", "calls")
        let calls = lines.filter { $0.hasPrefix(last) }
        #expect(calls == Array(repeating: "\(last) ok", count: 3))
        #expect(lines.suffix(14) == fine(manifest.traps)[...])
    }

    @Test("asks its guards first")
    func guards() throws {
        let (manifest, program) = try example()
        let lines = try program.run("boot \(HostProgram.table(slots: 14))", "load", "process 0", "calls")
        #expect(
            lines.dropFirst() == [
                "mach_reply_port 0 errno 0", "task_self_trap 0 errno 0", "thread_self_trap 0 errno 0",
                "host_self_trap 0 errno 0", "mach_msg_trap 268435469 errno 0", "mach_port_allocate 6 errno 0",
                "mach_port_deallocate 6 errno 0", "mach_port_insert_right 6 errno 0",
                "mach_port_request_notification 6 errno 0", "task_get_special_port 4 errno 0",
                "task_set_special_port 4 errno 0", "host_set_special_port 4 errno 0",
                "mach_port_move_member 4 errno 0", "mach_wait_quiet ok",
            ])
        #expect(manifest.traps.count == 14)
        let other = try complete().1
        let errors = try other.run("boot \(HostProgram.table(slots: 12))", "load", "process 0", "calls")
        #expect(errors.contains("dim -1 errno 1"))
        #expect(errors.contains("flux 140737488355327 errno 0"))
    }

    @Test("allows in capability mode what the manifest allows")
    func capability() throws {
        let (manifest, program) = try complete()
        let lines = try program.run("boot \(HostProgram.table(slots: 12))", "load", "confined")
        #expect(lines.dropFirst() == manifest.traps.map { "\($0.name) \($0.isCapabilityEnabled ? 0 : 94)" }[...])
    }

    @Test("looks each number up once, however often it is called")
    func once() throws {
        let (manifest, program) = try example()
        let lines = try program.run(
            "boot \(HostProgram.table(slots: 14))", "load", "calls", "lookups", "calls", "threads 8 50", "lookups")
        #expect(
            lines.filter { $0.hasPrefix("lookups") } == Array(repeating: "lookups \(manifest.traps.count)", count: 2))
    }

    @Test("is called by several threads that come first at the same time")
    func threads() throws {
        for (_, program) in [try example(), try complete()] {
            #expect(
                try program.run("boot \(HostProgram.table(slots: 14))", "load", "threads 8 200").last == "wrong 0")
        }
    }

    @Test("comes and goes under the threads that call it")
    func reloadUnderLoad() throws {
        let (_, program) = try complete()
        let lines = try program.run("boot \(HostProgram.table(slots: 12))", "load", "reload 4 40", "unload", "free")
        #expect(lines == ["load 0", "wrong 0", "unload 0", "free 12 12"])
    }
}
