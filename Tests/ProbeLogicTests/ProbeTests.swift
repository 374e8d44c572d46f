import ProbeLogic
import Testing

@Suite("The probe") struct ProbeTests {
    @Test("loads the modules that it is told to, and says what the kernel says")
    func modules() {
        var kernel = StandIn()
        kernel.modules = ["/modules/a.ko": KernelAnswer(2), "/modules/b.ko": KernelAnswer(-1, error: 8)]
        let told = kernel.probed("load /modules/a.ko\nload /modules/b.ko\n").told
        #expect(
            told == [
                "0 start", "1 loading /modules/a.ko", "2 loaded /modules/a.ko is 2", "3 loading /modules/b.ko",
                "4 loaded /modules/b.ko error 8", "5 end",
            ])
    }

    @Test("reads everything below a node, and nothing beside it")
    func nodes() {
        let told = StandIn.withCalls.probed("read mach.syscall\n").told
        #expect(
            told == ["0 start", "1 value mach.syscall.one is 210", "2 value mach.syscall.two is -1", "3 end"])
        #expect(StandIn.withCalls.probed("read mach\n").told.count == 5)
    }

    @Test("reads a value of any kind")
    func values() {
        let job = "read kern.osreldate\nread kern.version\nread mach.stats\nread net\nread nothing"
        let told = StandIn.withCalls.probed(job).told
        #expect(
            told == [
                "0 start", "1 value kern.osreldate is 1501534", "2 value kern.version says A\\x5cB\\x0a",
                "3 value mach.stats is 4294967297", "4 value net has abcd", "5 value nothing error 2", "6 end",
            ])
    }

    @Test("calls the number that a name has, with the words that it is given")
    func calls() {
        let job = "call mach.syscall.one 1 22 18446744073709551615\ncall mach.syscall.two\ncall mach.syscall.three\n"
        let kernel = StandIn.withCalls.probed(job)
        #expect(
            kernel.told == [
                "0 start", "1 calling mach.syscall.one 210", "2 called mach.syscall.one 210 returned 26",
                "3 calling mach.syscall.two -1", "4 called mach.syscall.two -1 no-number",
                "5 calling mach.syscall.three -1", "6 called mach.syscall.three -1 no-number", "7 end",
            ])
        #expect(kernel.made.map(\.number) == [210])
        #expect(kernel.made.first?.words == [1, 22, .max, 0, 0, 0, 0, 0])
    }

    @Test(
        "tells how a call ended",
        arguments: [
            (CallEnd.returned(.max), "returned 18446744073709551615"), (.failed(78), "error 78"),
            (.killed(12), "signal 12"), (.late, "late"), (.notMade(35), "not-made 35"),
        ])
    func ends(end: CallEnd, words: String) {
        var kernel = StandIn.withCalls
        kernel.calls = [210: end]
        #expect(kernel.probed("call mach.syscall.one\n").told[2] == "2 called mach.syscall.one 210 " + words)
    }

    @Test("switches the machine off in the end, whatever it was told to do")
    func end() {
        for job in ["", "dance\n\n\nread\nload\ncall\n", String(repeating: "read nothing\n", count: 2000)] {
            let kernel = StandIn.withCalls.probed(job)
            #expect(kernel.isOff && kernel.told.last?.hasSuffix(" end") == true)
        }
        #expect(StandIn().probed("").told == ["0 start", "1 no-job", "2 end"])
        #expect(StandIn().probed("dance x\n").told[1] == "1 unknown-step dance")
    }

    @Test("writes lines of a length that a console keeps whole")
    func lines() {
        var kernel = StandIn.withCalls
        kernel.objects.append(
            StandIn.Object(name: "long", path: [500], kind: 3, value: [UInt8](repeating: 0x01, count: 5000)))
        let probed = kernel.probed("read long\nread \(String(repeating: "x", count: 900))\n")
        #expect(probed.lines.allSatisfy { $0.utf8.count < 520 && $0.hasPrefix("@sysent ") })
        #expect(probed.told[1].hasSuffix("..."))
    }
}
