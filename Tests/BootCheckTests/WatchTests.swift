import BootCheck
import Testing

/// Plays a console to a watch.
struct Playback {
    var watch: BootWatch

    init(_ plan: BootPlan) { watch = BootWatch(plan) }

    /// Everything at once, a millisecond after the start.
    mutating func play(_ text: String, at milliseconds: Int = 1) -> BootResult {
        watch.feed(Array(text.utf8), at: .milliseconds(milliseconds))
        return watch.result
    }
}

extension BootPlan {
    /// A plan with one stage.
    static func requiring(_ lines: String..., also markers: [Marker] = [], ordered: Bool = false) -> BootPlan {
        BootPlan(
            name: "test", deadline: .seconds(100), silence: .seconds(10),
            stages: [
                Stage(name: "all", isOrdered: ordered, markers: lines.map { Marker(.line($0)) } + markers)
            ])
    }
}

@Suite("A watched boot") struct WatchTests {
    @Test("holds with the last required marker, whatever their order")
    func held() {
        var playback = Playback(.requiring("A-OK", "B-OK"))
        #expect(playback.play("hello\r\nB-OK\r\n").outcome == .interrupted)
        let result = playback.play("noise\r\nA-OK\r\n", at: 7)
        #expect(result.outcome == .held && result.decidedAt == .milliseconds(7) && result.line == 4)
        #expect(result.markers.map(\.line) == [4, 2])
        #expect(result.stages[0].elapsed == .milliseconds(7))
    }

    @Test("takes a marker for what it is alone: a whole line")
    func wholeLine() {
        var playback = Playback(.requiring("BOOTSTRAP-OK"))
        let result = playback.play("HOST-BOOTSTRAP-OK\n# echo BOOTSTRAP-OK\nBOOTSTRAP-OK?\nBOOTSTRAP-OK \n")
        #expect(result.outcome == .held && result.line == 4)
        var other = Playback(.requiring("BOOTSTRAP-OK"))
        let missed = other.play("HOST-BOOTSTRAP-OK\n")
        #expect(missed.markers[0].seenAt == nil && missed.markers[0].nearMiss == "HOST-BOOTSTRAP-OK")
    }

    @Test("finds patterns on a line, and on one that has not ended unless they look at its end")
    func patterns() throws {
        let login = BootPlan.Marker(.pattern(try LinePattern("login: ")))
        var playback = Playback(.requiring(also: [login]))
        #expect(playback.play("FreeBSD/amd64 (x) (ttyu0)\r\n\r\nlogin: ").outcome == .held)
        let number = BootPlan.Marker(.pattern(try LinePattern("^slot [0-9]+$")))
        var other = Playback(.requiring(also: [number]))
        #expect(other.play("slot 21").outcome == .interrupted)
        #expect(other.play("0 is bad\n").outcome == .interrupted)
        #expect(other.play("slot 210\n").outcome == .held)
    }

    @Test(
        "knows each way in which a kernel fails, at the words themselves",
        arguments: [
            ("panic: no init\n", BootOutcome.panic), ("[1.204] panic: page fault\n", .panic),
            ("Fatal trap 12: page fault while in kernel mode\n", .fatalTrap), ("Fatal double fault\n", .doubleFault),
            ("db> ", .debugger), ("KDB: enter: sysctl debug.kdb.enter\n", .debugger), ("mountroot> ", .mountroot),
        ])
    func failures(words: String, outcome: BootOutcome) {
        var playback = Playback(.requiring("A-OK"))
        let result = playback.play("one\r\ntwo\r\n" + words)
        #expect(result.outcome == outcome && result.line == 3, "\(result.message)")
        #expect(result.before.starts(with: ["one", "two"]) && result.before.count == 3)
        let more = playback.play("three\r\n")
        #expect(more.outcome == outcome && more.after.last?.hasSuffix("three") == true)
    }

    @Test("takes words of failure for what they are only where a kernel writes them")
    func words() {
        var playback = Playback(.requiring("A-OK"))
        let text = "test 3: no panic: fine\nno Fatal trap 12 here\n# db> \nsee mountroot> \nwho said panic: me\nA-OK\n"
        #expect(playback.play(text).outcome == .held)
    }

    @Test("knows a panic whose words stand in another writer's line by the lines that follow")
    func splicedPanic() {
        var playback = Playback(.requiring("A-OK"))
        #expect(playback.play("LIBDISPATCH-panic: out of slots\n").outcome == .interrupted)
        let result = playback.play("cpuid = 0\n")
        #expect(result.outcome == .panic && result.line == 1 && result.message.hasSuffix("out of slots"))
    }

    @Test("finds a marker that another writer's line splits, and says so")
    func splices() {
        for text in [
            "HOST-BOOem0: link state changed to UP\nTSTRAP-OK\n", "Hem0: link state changed to UP\nOST-BOOTSTRAP-OK\n",
            "HOST-BOOTSTRAP-Oem0: link state changed to UP\nK\n",
            "HOST-em0: link state changed to UP\nem0: link state changed to DOWN\nBOOTSTRAP-OK\n",
            "HOST-BOOTSTRAP-OKem0: link state changed to UP\n\n",
            "HOST-em0: link state changed to UP\nBOOTem1: link state changed to UP\nSTRAP-OK\n",
            "HOST-BOOTSTRAP-GEOM: new disk vtbd0\nOK\n",
        ] {
            var playback = Playback(.requiring("HOST-BOOTSTRAP-OK"))
            let result = playback.play(text)
            #expect(result.outcome == .held && result.markers[0].isSpliced, "\(text)")
        }
    }

    @Test("does not make a marker of other markers")
    func falseSplices() {
        for text in [
            "BOOTSTRAP-REMOTE-BEGIN\nOK\n", "BOOTSTRAP-REMOTE-OK\n\n", "BOOTSTRAP-OK2\n\n",
            "BOOTem0: link state changed to UP\n1\n2\n3\n4\n5\nSTRAP-OK\n", "BOOTSTRAP\n-OK\n", "STRAP-OK\n",
            "BOOTSTRAP-OK: 3 tests\n\n",
        ] {
            var playback = Playback(.requiring("BOOTSTRAP-OK"))
            #expect(playback.play(text).outcome == .interrupted, "\(text)")
        }
    }

    @Test("finds a pattern that another writer's line splits")
    func splicedPattern() throws {
        let marker = BootPlan.Marker(.pattern(try LinePattern("^mach_msg is system call [0-9]+$")))
        for text in [
            "mach_msg is sem0: link state changed to UP\nystem call 214\n",
            "mach_msg is system call 2em0: link state changed to UP\n14\n",
        ] {
            var playback = Playback(.requiring(also: [marker]))
            #expect(playback.play(text).markers[0].isSpliced, "\(text)")
        }
        var playback = Playback(.requiring(also: [marker]))
        #expect(playback.play("mach_msg is system call none\n14\n").markers[0].seenAt == nil)
    }

    @Test("fails at once with a forbidden marker")
    func forbidden() {
        var playback = Playback(.requiring("A-OK", also: [.init(.line("A-FAIL"), kind: .forbidden)]))
        let result = playback.play("x\nA-FAIL\nA-OK\n")
        #expect(result.outcome == .forbiddenMarker && result.line == 2)
    }

    @Test("minds the order only where the plan does")
    func order() {
        var playback = Playback(.requiring("A", "B", ordered: true))
        #expect(playback.play("B\n").outcome == .outOfOrder)
        var other = Playback(.requiring("A", "B", ordered: true))
        #expect(other.play("A\nB\n").outcome == .held)
    }

    @Test("follows states: a marker belongs to one, and leads to the next")
    func states() {
        let plan = BootPlan.requiring(
            also: [
                .init(.line("login"), before: "up"), .init(.line("kernel"), after: "up"),
                .init(.line("oops"), kind: .forbidden, before: "up"),
            ])
        var early = Playback(plan)
        #expect(early.play("login\n").outcome == .outOfOrder)
        var playback = Playback(plan)
        #expect(playback.play("oops\nkernel\nlogin\n").outcome == .held)
        var late = Playback(plan)
        #expect(late.play("kernel\noops\n").outcome == .forbiddenMarker)
    }

    @Test("gives each stage its time, and all of them theirs")
    func deadlines() {
        var plan = BootPlan.requiring("A")
        plan.stages[0].deadline = .seconds(5)
        plan.stages.append(.init(name: "late", deadline: .seconds(3), markers: [.init(.line("B")), .init(.line("C"))]))
        var playback = Playback(plan)
        #expect(playback.watch.nextDeadline == .seconds(5))
        _ = playback.play("C\nA\n", at: 4000)
        #expect(playback.watch.nextDeadline == .seconds(7))
        playback.watch.tick(at: .seconds(7))
        #expect(playback.watch.result.outcome == .stageDeadline)
        #expect(
            playback.watch.result.message == "the stage 'late' took longer than 3s; not seen in the stage 'late': 'B'")
        #expect(playback.watch.result.stages.map(\.ended) == [.seconds(4), nil])
        plan.stages[1].deadline = nil
        plan.silence = nil
        var other = Playback(plan)
        _ = other.play("A\n", at: 4000)
        other.watch.tick(at: .seconds(100))
        #expect(other.watch.result.outcome == .deadline)
    }

    @Test("tells silence from the start and silence later apart")
    func silence() {
        var playback = Playback(.requiring("A"))
        playback.watch.tick(at: .seconds(9))
        #expect(!playback.watch.isDecided)
        playback.watch.tick(at: .seconds(10))
        #expect(playback.watch.result.message.hasPrefix("the console has not brought one byte in 10s"))
        var other = Playback(.requiring("A"))
        _ = other.play("x\n", at: 5000)
        other.watch.tick(at: .seconds(14))
        #expect(!other.watch.isDecided)
        other.watch.tick(at: .seconds(15))
        #expect(other.watch.result.outcome == .silence && other.watch.result.decidedAt == .seconds(15))
    }

    @Test("watches on for what goes wrong after the last marker, where the plan wants it")
    func settling() {
        var plan = BootPlan.requiring("A")
        plan.settle = .seconds(2)
        var playback = Playback(plan)
        #expect(playback.play("A\n", at: 1000).outcome == .interrupted)
        #expect(playback.watch.nextDeadline == .seconds(3))
        var other = playback
        playback.watch.tick(at: .seconds(3))
        #expect(playback.watch.outcome == .held)
        #expect(other.play("panic: late\n", at: 1500).outcome == .panic)
    }

    @Test("tells what a machine does: reset, power off, its own end")
    func machine() {
        var playback = Playback(.requiring("A"))
        playback.watch.take(.reset, at: .seconds(1))
        #expect(playback.watch.outcome == .reset)
        var plan = BootPlan.requiring("A")
        plan.resets = 1
        plan.end = .powerOff
        var other = Playback(plan)
        other.watch.take(.reset, at: .seconds(1))
        #expect(other.play("A", at: 2000).outcome == .interrupted)
        var early = other
        early.watch.take(.reset, at: .seconds(3))
        #expect(early.watch.outcome == .reset)
        other.watch.take(.poweredOff, at: .seconds(3))
        #expect(other.watch.outcome == .held)
        var off = Playback(.requiring("A"))
        off.watch.take(.poweredOff, at: .seconds(1))
        #expect(off.watch.outcome == .poweredOff)
        var gone = Playback(.requiring("A"))
        gone.watch.take(.exited("qemu was ended by signal 9"), at: .seconds(1))
        #expect(gone.watch.outcome == .emulatorExit && !gone.watch.result.outcome.isJudgement)
    }

    @Test("answers prompts, each once, in their order")
    func conversation() throws {
        var plan = BootPlan.requiring("welcome")
        plan.stages[0].conversation = [
            .init(wait: try LinePattern("^login: $"), send: Array("root\r".utf8)),
            .init(wait: try LinePattern("Password:"), send: Array("x\r".utf8), pace: .milliseconds(20)),
        ]
        var playback = Playback(plan)
        _ = playback.play("Password: no\r\nlogin: ")
        #expect(playback.watch.takeOutput().map(\.bytes) == [Array("root\r".utf8)])
        _ = playback.play("root\r\n")
        #expect(playback.watch.takeOutput().isEmpty)
        _ = playback.play("Password:")
        #expect(playback.watch.takeOutput().map(\.pace) == [.milliseconds(20)])
        #expect(playback.play("\r\nwelcome\r\n").outcome == .held)
    }

    @Test("gives the same verdict in whatever pieces the bytes come")
    func pieces() {
        let plan = BootPlan.requiring("A-OK", "B-OK", also: [.init(.line("C"), kind: .informational)])
        let text = "\u{1B}[31mA-\u{1B}[0mOK\r\r\n\u{7}noise é \u{1B}]0;title\u{7}x\nB-em0: link UP\nOK\nC\nmore\n"
        let bytes = Array(text.utf8)
        var whole = BootWatch(plan)
        whole.feed(bytes, at: .zero)
        #expect(whole.outcome == .held)
        for size in 1...9 {
            var watch = BootWatch(plan)
            var rest = bytes[...]
            while !rest.isEmpty {
                watch.feed(rest.prefix(size), at: .zero)
                rest = rest.dropFirst(size)
            }
            #expect(watch.result.outcome == .held && watch.result.line == whole.result.line)
            #expect(watch.result.markers == whole.result.markers)
        }
    }
}
