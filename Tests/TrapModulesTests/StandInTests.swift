import SlotModel
import TestSupport
import Testing

/// The kernel that stands in does with slots what the model does.
@Suite("The kernel that stands in", .enabled(if: Clang.isInstalled, "\(Clang.absence)"))
struct StandInTests {
    @Test("registers, drains and refuses as the model does, whatever is asked of it")
    func agrees() throws {
        let directory = try TemporaryDirectory()
        let object = directory.path("stand_in.o")
        let program = directory.path("registrar")
        for arguments in [
            Clang.flags(kernel: true) + ["-I\(Clang.host)", "-c", Clang.host + "/stand_in.c", "-o", object],
            Clang.warnings + [Clang.host + "/registrar.c", object, "-o", program],
        ] {
            let run = try Tool.run("clang", arguments)
            try #require(run.status == 0, "\(run.errors)")
        }
        var session = RegistrarSession(seed: 7)
        for _ in 0..<4000 { session.step() }
        let run = try Tool.run(program, [], input: session.script)
        #expect(run.status == 0)
        #expect(differences(Array(run.output.utf8), from: Array(session.expected.utf8)) == [])
    }
}

/// Random requests for the registrar, and what the model answers.
private struct RegistrarSession {
    private(set) var script = ""
    private(set) var expected = ""
    private var random: SeededGenerator
    private var kernel: SlotKernel
    private var registered: [Int: (number: Int, table: SlotKernel.Table, old: SlotRow)] = [:]
    private var drains: [Int: Drain] = [:]
    private var inside: [SlotKernel.Entry] = []

    init(seed: UInt64) {
        var random = SeededGenerator(seed)
        var kinds: [String] = []
        var tables: [SwitchTable] = []
        for _ in 0..<2 {
            let text = "m" + (0..<24).map { _ in random.pick(["c", "s", "s", "s", "r", "n"]) }.joined()
            kinds.append(text)
            tables.append(SwitchTable(text.map(Self.row)))
        }
        self.random = random
        kernel = SlotKernel(native: tables[0], freebsd32: tables[1])
        script = "boot \(kinds[0]) \(kinds[1])\n"
    }

    private static func row(_ kind: Character) -> SlotRow {
        switch kind {
        case "s": .slot
        case "r": SlotRow(.lkmressys, threads: .absent)
        case "n": .empty
        case "m": SlotRow(.nosys)
        default: SlotRow(.call("call"), words: 1)
        }
    }

    private static func number(of table: SlotKernel.Table) -> Int { table == .native ? 0 : 1 }

    mutating func step() {
        let table: SlotKernel.Table = random.once(in: 2) ? .native : .freebsd32
        switch random.below(6) {
        case 0, 1: register(table)
        case 2: deregister()
        case 3: enter(table)
        case 4: leave()
        default: poll()
        }
        let number = random.below(25)
        guard let row = kernel.row(number, of: table) else { return }
        script += "row \(Self.number(of: table)) \(number)\n"
        let name =
            switch row.handler {
            case .nosys: "nosys"
            case .lkmnosys: "lkmnosys"
            case .lkmressys: "lkmressys"
            case .call: "call"
            }
        expected += "\(name) 0x\(String(row.threads.word, radix: 16))\n"
    }

    private mutating func register(_ table: SlotKernel.Table) {
        let free = (0..<64).filter { registered[$0] == nil && drains[$0] == nil }
        guard let id = free.randomElement(using: &random) else { return }
        let wanted = random.once(in: 2) ? -1 : random.below(31) - 3
        let flags = random.pick([0, 0, 0, 0, 1, 2, 4])
        script += "register \(id) \(Self.number(of: table)) \(wanted) \(flags)\n"
        var number = wanted
        var error = 0
        do throws(SlotFailure) {
            let new = SlotRow(.call("call"), words: 1, isCapabilityEnabled: id % 2 == 1)
            let old = try kernel.register(
                new, at: &number, in: table, flags: SlotKernel.Flags(rawValue: UInt32(flags)))
            registered[id] = (number, table, old)
        } catch .error(let kernelError) {
            error = kernelError.rawValue
        } catch {
            // The tables are as long as the native one.
        }
        expected += "\(error) \(number)\n"
    }

    private mutating func deregister() {
        guard let (id, call) = registered.sorted(by: { $0.key < $1.key }).randomElement(using: &random) else { return }
        script += "deregister \(id) \(Self.number(of: call.table)) \(call.number)\n"
        do throws(SlotFailure) {
            drains[id] = try kernel.deregister(call.number, restoring: call.old, in: call.table)
            registered[id] = nil
            expected += drains[id] == nil ? "0\n" : "-1\n"
        } catch .error(let error) {
            expected += "\(error.rawValue)\n"
        } catch {
            // Only rows of the table are asked for.
        }
    }

    private mutating func poll() {
        guard let (id, drain) = drains.sorted(by: { $0.key < $1.key }).randomElement(using: &random) else { return }
        script += "poll \(id) \(Self.number(of: drain.table)) \(drain.number)\n"
        let isDone = kernel.poll(drain)
        if isDone { drains[id] = nil }
        expected += isDone ? "0\n" : "-1\n"
    }

    private mutating func enter(_ table: SlotKernel.Table) {
        let number = random.below(28) - 1
        let isConfined = random.once(in: 4)
        script += "enter \(Self.number(of: table)) \(number) \(isConfined ? 1 : 0)\n"
        switch kernel.call(number, of: table, inCapabilityMode: isConfined) {
        case .entered(let entry):
            inside.append(entry)
            expected += "0 0\n"
        case .refused(let error, let signal):
            expected += "\(error.rawValue) \(signal ? 1 : 0)\n"
        }
    }

    private mutating func leave() {
        guard let index = inside.indices.randomElement(using: &random) else { return }
        let entry = inside.remove(at: index)
        script += "leave \(Self.number(of: entry.table)) \(entry.number)\n"
        kernel.leave(entry)
    }
}
