import Testing

@testable import BootCheck

@Suite("The acceptance of calls") struct AcceptanceTests {
    private static func frame(_ number: Int, _ text: String) -> String {
        let line = "\(number) \(text)"
        var sum = UInt32.max
        for byte in line.utf8 {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 != 0 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        let digits = String(~sum, radix: 16)
        return "@sysent \(line) #" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static func frames(_ texts: [String]) -> [String] {
        texts.enumerated().map { frame($0, $1) }
    }

    private static let traps = [
        TrapExpectation.Trap(name: "one", object: "mach.syscall.one", predicted: 210, words: 0),
        TrapExpectation.Trap(name: "two", object: "mach.syscall.two", predicted: 211, words: 2),
    ]

    private static let good = [
        "start", "loading /m.ko", "loaded /m.ko is 2", "value mach.syscall.two is 211", "value mach.syscall.one is 210",
        "calling mach.syscall.one 210", "called mach.syscall.one 210 returned 26", "calling mach.syscall.two 211",
        "called mach.syscall.two 211 error 14", "end",
    ]

    private func result(_ lines: [String], hasProbe: Bool = true) -> BootResult {
        let plan = BootPlan(name: "test", stages: hasProbe ? [BootPlan.probe] : [BootPlan.login.stages[0]])
        var watch = BootWatch(
            plan, expecting: TrapExpectation(Self.traps, roots: ["mach.syscall"], hasProbe: hasProbe))
        watch.feed(Array((lines.joined(separator: "\r\n") + "\r\n").utf8), at: .milliseconds(5))
        return watch.result
    }

    private func replaced(_ old: String, _ new: String) -> [String] {
        Self.frames(Self.good.map { $0.replacing(old, with: new) })
    }

    @Test("holds when each call has the number that was predicted, and answers")
    func good() {
        let result = result(Self.frames(Self.good))
        #expect(result.outcome == .held, "\(result.message)")
        #expect(result.traps.map(\.number) == [210, 211])
        #expect(result.traps.map(\.answer) == ["returned 26", "error 14 (EFAULT)"])
    }

    @Test("tells each way apart in which calls are wrong")
    func bad() {
        for (old, new, outcome, words) in [
            ("is 211", "is -1", BootOutcome.trapMismatch, "1 of 2 calls have no slot, the table has too few: two"),
            ("is 211", "is 212", .trapMismatch, "two: predicted was 211"),
            ("is 211", "is 210", .trapMismatch, "it shares the number 210 with another call"),
            ("loaded /m.ko is 2", "loaded /m.ko error 2", .moduleFailed, "did not load /m.ko: 2 (ENOENT)"),
            ("error 14", "signal 12", .trapMismatch, "two: killed its caller by signal 12 (SIGSYS)"),
            ("error 14", "error 78", .trapMismatch, "two: error 78 (ENOSYS)"),
            ("error 14", "late", .trapMismatch, "two: did not return"),
            ("value mach.syscall.two is 211", "value mach.syscall.mach_trap_mux is 219", .trapMismatch, "multiplexor"),
            ("loading /m.ko", "no-job", .probeFailed, "nothing to do"),
        ] {
            let result = result(replaced(old, new))
            #expect(result.outcome == outcome && result.message.contains(words), "\(new): \(result.message)")
        }
    }

    @Test("names the call in which a kernel panicked")
    func panic() {
        let result = result(Self.frames(Array(Self.good.prefix(8))) + ["panic: two is bad"])
        #expect(result.outcome == .panic && result.message.hasSuffix("two is bad; mach.syscall.two was being called"))
    }

    @Test("finds lines of the probe that another writer's line splits, wherever")
    func splices() {
        let good = Self.frames(Self.good)
        for index in good.indices {
            for cut in 1..<good[index].count where cut % 3 == 0 {
                var lines = good
                let foreign = "em0: link state changed to UP"
                lines[index] = good[index].prefix(cut) + foreign
                lines.insert(String(good[index].dropFirst(cut)), at: index + 1)
                let result = result(lines)
                // A part of the frame's head is no sign of one.
                if cut > 8 || index != 0 && index != good.count - 1 && cut > 8 {
                    #expect(result.outcome == .held, "\(index) \(cut): \(result.message)")
                }
            }
        }
        var middle = good
        middle[4] = good[4].prefix(20) + "em0: up" + good[4].dropFirst(20)
        #expect(result(middle).outcome == .held)
    }

    @Test("reads the kernel's own lines, and those of sysctl(8), where no probe runs")
    func kernelLines() {
        let lines = ["mach: one registered at syscall 210", "m: two is system call 211", "login: "]
        #expect(result(lines, hasProbe: false).outcome == .held)
        #expect(
            result(["mach.syscall.one: 210", "mach.syscall.two: 211", "login: "], hasProbe: false).outcome == .held)
        let failed = result(["mach: syscall_register(one) failed: 23", "login: "], hasProbe: false)
        #expect(failed.outcome == .trapMismatch && failed.message == "one got no slot: 23 (ENFILE)")
        let short = result(["m: no slot for two: error 23", "login: "], hasProbe: false)
        #expect(short.outcome == .trapMismatch && short.line == 1)
        #expect(result(["login: "], hasProbe: false).message.contains("no number of a call was told"))
    }
}
