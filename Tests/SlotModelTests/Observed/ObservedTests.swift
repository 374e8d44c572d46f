import Edits
import Foundation
import SlotModel
import SourceTree
import SyscallTable
import TestSupport
import Testing

/// Consoles of two kernels on which a module and process 1 registered, called and took back calls: one with the table of the
/// released tree, one with 48 slots more.
@Suite(
    "The model answers as a running kernel did",
    .enabled(if: SharedTrees.arePresent, "\(SharedTrees.absence)")
)
struct ObservedTests {
    /// The calls of System V that the kernel registers when it boots.
    private static let builtIn: Set = [
        "semget", "semop", "__semctl", "msgget", "msgsnd", "msgrcv", "msgctl", "shmat", "shmctl", "shmdt", "shmget",
        "semsys", "msgsys", "shmsys",
    ]

    /// The kernel when the first process starts. Its configuration left out the interfaces of releases before 10.
    private func kernel(slots: Int) throws -> SlotKernel {
        let tree = try TreeTables.load(DiskView(root: SharedTrees.path(of: "freebsd-main")))
        func table(_ directory: String) throws -> SwitchTable {
            let table = try #require(tree.tables.first { $0.site.directory.string == directory }).table
            var rows = try SwitchTable(table).rows
            for call in table.calls where [.compat(3), .compat(4), .compat(6)].contains(call.kinds.level) {
                if rows[call.number].handler != .lkmressys { rows[call.number].handler = .nosys }
            }
            let isNarrow = directory.hasSuffix("freebsd32")
            for call in table.calls where call.isNative && call.has(.noStandard) {
                let name = isNarrow ? call.name.replacing("freebsd32_", with: "") : call.name
                guard Self.builtIn.contains(name), isNarrow || !name.hasSuffix("sys") else { continue }
                rows[call.number].handler = .call(call.handler)
                rows[call.number].threads = .static
            }
            return SwitchTable(rows + Array(repeating: .slot, count: slots))
        }
        return SlotKernel(native: try table("sys/kern"), freebsd32: try table("sys/compat/freebsd32"))
    }

    @Test("on the experiments of a console", arguments: [("stock.txt", 0, 300), ("widened.txt", 48, 340)])
    func replay(file: String, slots: Int, answers: Int) throws {
        let bytes = try SharedTrees.read("\(SharedTrees.directory)/kernel-observed/\(file)")
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        var replay = ConsoleReplay(ObservedKernel(try kernel(slots: slots)))
        for line in lines {
            guard let (expected, actual) = replay.pass(line) else { continue }
            #expect(actual == expected, "\(line)")
        }
        #expect(replay.answers >= answers, "too few lines were understood")
    }
}

/// Reads a console line by line: what the kernel answered, and what the model does.
struct ConsoleReplay {
    private var observed: ObservedKernel
    /// How many lines held an answer.
    private(set) var answers = 0
    /// Whether the unload of the module comes next.
    private var unloads = false

    init(_ observed: ObservedKernel) {
        self.observed = observed
    }

    /// The answer of a line, and the model's; `nil` for a line without one.
    mutating func pass(_ line: String) -> (expected: String, actual: String)? {
        guard let answer = answer(to: line) else { return nil }
        answers += 1
        return answer
    }

    private mutating func answer(to line: String) -> (expected: String, actual: String)? {
        registration(line) ?? helpers(line) ?? rows(line) ?? calls(line) ?? modules(line)
    }

    private mutating func registration(_ line: String) -> (String, String)? {
        if let match = line.wholeMatch(of: /mach: reg(32)? (\d+) (slot .*)/), let index = Int(match.2) {
            return (String(match.3), observed.reg(index, match.1 == nil ? .native : .freebsd32))
        }
        if let match = line.wholeMatch(of: /mach: try .* off=(-?\d+) flags=(0x)?(\w+) -> (err=.*)/),
            let offset = Int(match.1), let flags = UInt32(match.3, radix: 16)
        {
            return (String(match.4), observed.attempt(offset, flags: flags))
        }
        if let match = line.wholeMatch(of: /mach: hole dereg idx (\d+) (slot .*)/), let index = Int(match.1) {
            return (Self.withoutAudit(match.2), observed.hole(index))
        }
        if let match = line.wholeMatch(of: /mach: hole re-reg idx (\d+) -> (slot .*)/), let index = Int(match.1) {
            return (String(match.2), observed.again(index))
        }
        if let match = line.wholeMatch(of: /mach: double reg idx (\d+) (slot .*)/), let index = Int(match.1) {
            return (String(match.2), observed.double(index))
        }
        if let match = line.wholeMatch(of: /mach: dereg\((\d+)[ a-z]*\) -> (.*)/), let number = Int(match.1) {
            return (String(match.2), observed.deregisterNumber(number))
        }
        if line == "T: -- exp 11" { observed.deregisterAll(.freebsd32) }
        return nil
    }

    private mutating func helpers(_ line: String) -> (String, String)? {
        if let match = line.wholeMatch(of: /mach: helper: freed (idx (\d+) .*)/), let index = Int(match.2) {
            return (String(match.1), observed.freed(index))
        }
        if let match = line.wholeMatch(of: /mach: helper {(.*)} -> (.*)/) {
            let numbers = match.1.split(separator: ",").map { word -> Int? in
                switch word {
                case "NO_SYSCALL": SlotKernel.noSyscall
                case "getpid": 20
                default: nil
                }
            }
            return (Self.withoutAudit(match.2), observed.helper(numbers))
        }
        if let match = line.wholeMatch(of: /mach: helper unregister -> (.*)/) {
            return (Self.withoutAudit(match.1), observed.unregisterHelper())
        }
        if let match = line.wholeMatch(of: /mach: helper: re-claimed explicit (.*)/) {
            return (String(match.1), observed.claimAgain(4))
        }
        if let match = line.wholeMatch(of: /mach: STATIC register 377 -> (.*)/) {
            return (Self.withoutAudit(match.1), observed.permanent())
        }
        if let match = line.wholeMatch(of: /mach: STATIC deregister 377 -> (.*)/) {
            return (Self.withoutAudit(match.1), observed.permanentBack())
        }
        if let match = line.wholeMatch(of: /mach: DD first deregister\((\d+)\) -> (.*)/), let number = Int(match.1) {
            return (Self.withoutAudit(match.2), observed.drainTwice(number))
        }
        if let match = line.wholeMatch(of: /mach: DD .*: (done=.*)/) {
            return (Self.withoutAudit(match.1), observed.drainState())
        }
        if let match = line.wholeMatch(of: /mach: DD explicit register onto the row being drained -> (.*)/) {
            return (Self.withoutAudit(match.1), observed.registerOntoDrain())
        }
        return nil
    }

    private mutating func rows(_ line: String) -> (String, String)? {
        if line.hasPrefix("T: drain: sleeper slot") { unloads = true }
        if let match = line.wholeMatch(of: /mach: census (\w+) (.*)/) {
            // The module takes the census first of all when it is unloaded.
            if unloads {
                observed.beginUnload()
                unloads = false
            }
            return (String(match.2), observed.census(match.1 == "freebsd32" ? .freebsd32 : .native))
        }
        // Number 0 is what the module called `nosys_sysent`.
        if let match = line.wholeMatch(of: /mach: (row ([1-9]\d*) .*)/), let number = Int(match.2) {
            return (Self.withoutAudit(match.1), observed.line(of: number))
        }
        if let match = line.wholeMatch(of: #/T: sysctl mach\.syscall(32)?\.call\*: (.*) /#) {
            return (String(match.2), observed.list(match.1 == nil ? .native : .freebsd32))
        }
        return nil
    }

    private mutating func calls(_ line: String) -> (String, String)? {
        if let match = line.wholeMatch(of: /T: probe (.*) (\d+) (dfl|ign|hnd|cap) -> (.*?)( si_signo.*)?/),
            let number = Int(match.2)
        {
            observed.kernel.signalsMissingCalls = match.1 != "signosys=0"
            defer { observed.kernel.signalsMissingCalls = true }
            return (String(match.4), observed.probe(number, match.3))
        }
        if let match = line.wholeMatch(of: /T: pid1 direct 210 -> (.*)/) {
            return (String(match.1), observed.probe(210, "ign"))
        }
        if let match = line.wholeMatch(of: /T: callall (.*)/) { return (String(match.1), observed.callAll()) }
        if let match = line.wholeMatch(of: /T: cap: .* idx (\d+) slot (\d+) -> .* err (\d+)/), let index = Int(match.1)
        {
            return (
                "\(match.2) \(match.3)",
                "\(observed.number(index)) \(observed.call(observed.number(index), confined: true))"
            )
        }
        if let match = line.wholeMatch(of: /T: syscall\(slot (\d+)\) via .* err (\d+)/), let number = Int(match.1) {
            return (String(match.2), observed.call(number))
        }
        if let match = line.wholeMatch(of: /mach: sleeper enter code (\d+)/), let number = Int(match.1) {
            return (String(match.1), observed.sleep(number))
        }
        if line == "mach: sleeper leave" { observed.wake() }
        return nil
    }

    private mutating func modules(_ line: String) -> (String, String)? {
        if line.hasPrefix("T: === phase 7") { observed.forget() }
        if let match = line.wholeMatch(of: /T: kldload \/boot\/machtst2\.ko -> .* err (\d+)/) {
            return (String(match.1), observed.loadCopy())
        }
        if let match = line.wholeMatch(of: /T: kldload \/boot\/machmod\.ko -> .* err (\d+)/) {
            return (String(match.1), observed.loadSingle())
        }
        if let match = line.wholeMatch(of: /T: modstat .* data\.intval (\d+)/) {
            return (String(match.1), "\(observed.singleNumber)")
        }
        if let match = line.wholeMatch(of: /T: call it -> .* err (\d+)/) {
            return (String(match.1), observed.call(observed.singleNumber))
        }
        if line.hasPrefix("T: kldunload 3 -> err 0"), observed.singleNumber != SlotKernel.noSyscall {
            observed.unloadSingle()
        }
        if let match = line.wholeMatch(of: /T: drain: call on the DRAINING slot -> (.*) in .*/) {
            return (String(match.1), observed.probe(212, "ign"))
        }
        if let match = line.wholeMatch(of: /T: drain: call on idx 9 .* slot (\d+) -> .* err (\d+)/),
            let number = Int(match.1)
        {
            return (String(match.2), observed.call(number))
        }
        return nil
    }

    /// A row without its audit event, which the model does not know.
    private static func withoutAudit(_ text: Substring) -> String {
        String(text.replacing(#/ auevent=\d+/#, with: "").replacing("mach: ", with: ""))
    }
}
