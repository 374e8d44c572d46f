import Foundation
import TestSupport
import Testing

/// What a script of the guest must come to.
struct BootStory: Sendable, CustomTestStringConvertible {
    let name: String
    let script: String
    var plan = BootStory.twoMarkers
    var options: [String] = []
    let outcome: String
    var status: Int32 = 1
    var words = ""

    var testDescription: String { name }

    static let twoMarkers = """
        deadline: 40s
        silence: 20s
        stages:
          - name: kernel
            markers: [---<<BOOT>>---]
          - name: tests
            markers:
              - A-OK
              - line: B-OK
              - { pattern: '-FAIL$', kind: forbidden, name: a failure }
              - { line: note, kind: informational }

        """

    private static let loader = """
        deadline: 40s
        stages:
          - name: loader
            conversation:
              - { wait: 'OK $', send: "boot\\r", pace: 2ms }
          - name: kernel
            markers: [A-OK]

        """

    private static let boot = "line ---<<BOOT>>---;"

    static let all = [
        BootStory(name: "a clean boot", script: boot + "line B-OK;line A-OK;hang", outcome: "held", status: 0),
        BootStory(
            name: "a panic", script: boot + "line A-OK;line panic: no init;line cpuid = 0;hang", outcome: "panic",
            words: "the kernel panicked: no init"),
        BootStory(
            name: "a trap", script: boot + "line;line Fatal trap 12: page fault while in kernel mode;hang",
            outcome: "fatal-trap"),
        BootStory(name: "a double fault", script: boot + "line Fatal double fault;hang", outcome: "double-fault"),
        BootStory(name: "the debugger", script: boot + "say db> ;hang", outcome: "debugger"),
        BootStory(
            name: "a kernel without a root", script: boot + "line Mounting failed.;say mountroot> ;hang",
            outcome: "mountroot"),
        BootStory(
            name: "a hang", script: boot + "line A-OK;hang", options: ["--silence", "1s"], outcome: "silence",
            words: "not seen in the stage 'tests': 'B-OK'"),
        BootStory(
            name: "a machine that is silent from the start", script: "hang", options: ["--silence", "1s"],
            outcome: "silence", words: "has not brought one byte"),
        BootStory(
            name: "a boot that goes on for ever", script: "line again;wait 100;again", options: ["--deadline", "1s"],
            outcome: "deadline", words: "took longer than 1s"),
        BootStory(
            name: "an early end", script: boot + "line A-OK;off", outcome: "powered-off",
            words: "not seen in the stage 'tests': 'B-OK'"),
        BootStory(name: "a reset", script: boot + "line A-OK;reset", outcome: "reset"),
        BootStory(name: "a fault that nobody handles", script: boot + "line A-OK;fault", outcome: "reset"),
        BootStory(
            name: "a reset loop", script: boot + "line A-OK;reset", plan: "resets: 2\n" + twoMarkers, outcome: "reset",
            words: "the machine was reset 3 times; the plan allows 2"),
        BootStory(
            name: "a marker that another line splits",
            script: boot + "say A-;line em0: link state changed to UP;line OK;line B-OK;hang", outcome: "held",
            status: 0,
            words: "spliced: 'A-OK'"),
        BootStory(
            name: "a missing marker", script: boot + "line x A-OK;line B-OK;line done;off", outcome: "powered-off",
            words: "'A-OK' is not a line of its own in: x A-OK"),
        BootStory(name: "a forbidden marker", script: boot + "line B-FAIL;hang", outcome: "forbidden-marker"),
        BootStory(
            name: "a loader that asks", script: "say OK ;hear boot;line A-OK;hang", plan: loader, outcome: "held",
            status: 0),
        BootStory(
            name: "a loader that asks for something else", script: "say ok? ;hang", plan: loader,
            options: ["--silence", "1s"], outcome: "silence", words: "waits for the prompt 'OK $'"),
        BootStory(
            name: "a flood", script: boot + "flood 80;line A-OK;flood 80;line B-OK;hang", outcome: "held", status: 0),
        BootStory(
            name: "bytes without meaning",
            script: boot + "garbage 40;line;line A-OK;storm 40;line B-OK;hang", outcome: "held", status: 0),
        BootStory(
            name: "a panic after the last marker, where the plan watches on",
            script: boot + "line A-OK;line B-OK;wait 200;line panic: late;hang", options: ["--settle", "5s"],
            outcome: "panic"),
        BootStory(
            name: "a boot that switches itself off as it shall", script: boot + "line A-OK;line B-OK;off",
            plan: "end: power-off\n" + twoMarkers, outcome: "held", status: 0),
        BootStory(
            name: "colours and carriage returns", script: boot + "say \\e[1mA-\\e[0mOK\\r\\r\\n;line B-OK ;hang",
            outcome: "held", status: 0),
    ]
}

@Suite("sysent boot", .enabled(if: BootGuest.hasQEMU, Comment(rawValue: BootGuest.absence)))
struct BootTests {
    let files: TemporaryDirectory
    let sysent: Program

    init() throws {
        files = try TemporaryDirectory()
        sysent = Program(directory: files.path)
        #expect(!BootGuest.directory.isEmpty, "Freestanding/build failed")
    }

    private func boot(_ script: String, _ options: [String] = [], guest: String = BootGuest.amd64) throws -> Program.Run
    {
        try sysent.run(["boot", "--accelerator", "tcg", "--kernel", guest, "--append", script] + options)
    }

    @Test("gives the verdict that the guest's script must come to, and leaves nothing behind", arguments: BootStory.all)
    func stories(story: BootStory) throws {
        // A kernel of its own, so that its processes are known.
        let guest = files.path("guest")
        try FileManager.default.copyItem(atPath: BootGuest.amd64, toPath: guest)
        try files.write("plan.yml", story.plan)
        let run = try boot(story.script, ["--plan", "plan.yml"] + story.options, guest: guest)
        #expect(run.status == story.status, "\(run.output)\(run.errors)")
        #expect(run.output.hasPrefix(story.outcome + " after "), "\(run.output)")
        #expect(story.words.isEmpty || run.output.contains(story.words), "\(run.output)")
        #expect(BootGuest.processes(with: guest).isEmpty)
    }

    @Test("boots a guest for arm64 as well", .enabled(if: BootGuest.hasARM, "qemu-system-arm is not installed"))
    func arm64() throws {
        try files.write("plan.yml", BootStory.twoMarkers)
        let script = "line ---<<BOOT>>---;wait 5;line A-OK;line B-OK;off"
        let run = try boot(script, ["--arch", "arm64", "--plan", "plan.yml"], guest: BootGuest.arm64)
        #expect(run.status == 0 && run.output.hasPrefix("held after "), "\(run.output)\(run.errors)")
        let off = try boot(
            "line ---<<BOOT>>---;off", ["--arch", "arm64", "--plan", "plan.yml"], guest: BootGuest.arm64)
        #expect(off.output.hasPrefix("powered-off after "), "\(off.output)")
        let reset = try boot("reset", ["--arch", "arm64", "--plan", "plan.yml"], guest: BootGuest.arm64)
        #expect(reset.output.hasPrefix("reset after "), "\(reset.output)")
    }

    @Test("boots a disk by its first sector, and writes nothing to it")
    func disk() throws {
        // `mov si, text; mov dx, 0x3f8`, and each byte up to a NUL goes to the serial port.
        let code: [UInt8] = [
            0xFA, 0x31, 0xC0, 0x8E, 0xD8, 0xBE, 0x16, 0x7C, 0xBA, 0xF8, 0x03, 0xAC, 0x84, 0xC0, 0x74, 0x03, 0xEE, 0xEB,
            0xF8, 0xF4, 0xEB, 0xFD,
        ]
        var sectors = code + Array("from the disk\r\n".utf8)
        sectors +=
            [UInt8](repeating: 0, count: 510 - sectors.count) + [0x55, 0xAA] + [UInt8](repeating: 0, count: 1 << 20)
        try files.write("disk.img", sectors)
        try files.write("plan.yml", "deadline: 60s\nstages: [{ name: a, markers: [from the disk] }]\n")
        let run = try sysent("boot", "--accelerator", "tcg", "--image", "disk.img", "--plan", "plan.yml")
        #expect(run.status == 0 && run.output.hasPrefix("held after "), "\(run.output)\(run.errors)")
        #expect(try Data(contentsOf: URL(filePath: files.path("disk.img"))) == Data(sectors))
    }

    @Test("writes JSON, JUnit and the consoles, and tells what flickers")
    func results() throws {
        try files.write("plan.yml", BootStory.twoMarkers)
        let script = "line ---<<BOOT>>---;say \\e[1mnote\\r\\n;line panic: <&>;hang"
        let run = try boot(
            script, ["--plan", "plan.yml", "--repeat", "2", "--format", "json", "--junit", "j.xml", "--log", "a/logs"])
        #expect(run.status == 1, "\(run.errors)")
        let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["schemaVersion"] as? Int == 1 && document["held"] as? Int == 0)
        let runs = try #require(document["runs"] as? [[String: Any]])
        #expect(runs.map { $0["outcome"] as? String } == ["panic", "panic"] && runs[0]["line"] as? Int == 3)
        #expect(runs[0]["linesBefore"] as? [String] == ["---<<BOOT>>---", "note", "panic: <&>"])
        let junit = try String(contentsOfFile: files.path("j.xml"), encoding: .utf8)
        #expect(junit.contains("<failure type=\"panic\" message=\"the kernel panicked: &lt;&amp;&gt;\""))
        #expect(try XMLDocumentCheck.isWellFormed(files.path("j.xml")))
        let raw = try Data(contentsOf: URL(filePath: files.path("a/logs/console-1.raw")))
        #expect(raw.starts(with: Array("---<<BOOT>>---\r\n\u{1B}[1mnote\r\n".utf8)))
        let text = try String(contentsOfFile: files.path("a/logs/console-2.txt"), encoding: .utf8)
        #expect(text.hasPrefix("---<<BOOT>>---\nnote\npanic: <&>\n"))
    }

    @Test(
        "compares the numbers in the kernel's lines with those that the tree's slots give, and wants the plan's markers"
    )
    func traps() throws {
        let manifest = PackageFiles.root + "/Examples/mach/mach_traps.yml"
        let names = [
            "mach_reply_port", "task_self_trap", "thread_self_trap", "host_self_trap", "mach_msg_trap",
            "mach_port_allocate", "mach_port_deallocate", "mach_port_insert_right", "mach_port_request_notification",
            "task_get_special_port", "task_set_special_port", "host_set_special_port", "mach_port_move_member",
            "mach_wait_quiet",
        ]
        try files.writeSample(below: "src/")
        let widened = try sysent("widen", "--slots", "20", "--tree", "src", "--in-place")
        #expect(widened.status == 0, "\(widened.errors)")
        let planned = try sysent("slots", "plan", manifest, "--tree", "src", "--format", "json")
        let document = try #require(JSONSerialization.jsonObject(with: Data(planned.output.utf8)) as? [String: Any])
        let traps = try #require((document["modules"] as? [[String: Any]])?.first?["traps"] as? [[String: Any]])
        let numbers = traps.compactMap { $0["number"] as? Int }
        #expect(traps.compactMap { $0["name"] as? String } == names && numbers.count == names.count)
        var lines = zip(names, numbers).map { "line mach: \($0) registered at syscall \($1)" }
        let markers = ["TASK-SPECIAL-PORT-OK", "HOST-BOOTSTRAP-OK", "BOOTSTRAP-REMOTE-OK"].map { "line " + $0 }
        let root = ["line Trying to mount root from ufs:/dev/vtbd0 []...", "hang"]
        let options = ["--expect-traps", manifest, "--tree", "src", "--silence", "3s"]
        let good = try boot((lines + markers + root).joined(separator: ";"), options)
        #expect(good.status == 0 && good.output.contains("14 of 14 in the slots that were predicted"), "\(good.output)")
        let unmarked = try boot((lines + markers.dropLast() + root).joined(separator: ";"), options)
        #expect(unmarked.status == 1 && unmarked.output.contains("'BOOTSTRAP-REMOTE-OK'"), "\(unmarked.output)")
        let failed = try boot((lines + ["line HOST-BOOTSTRAP-FAIL: 4"] + root).joined(separator: ";"), options)
        #expect(failed.output.hasPrefix("forbidden-marker after "), "\(failed.output)")
        lines.swapAt(0, 1)
        lines[0] = "line mach: mach_reply_port registered at syscall 7"
        let wrong = try boot((lines + markers + root).joined(separator: ";"), options)
        #expect(wrong.status == 1 && wrong.output.hasPrefix("trap-mismatch after "), "\(wrong.output)")
        lines[0] = "line mach: syscall_register(mach_reply_port) failed: 23"
        let none = try boot((lines + markers + root).joined(separator: ";"), options)
        #expect(none.output.contains("mach_reply_port got no slot: 23 (ENFILE)"), "\(none.output)")
    }

    @Test("prints a command line that does by itself what a run does")
    func dryRun() throws {
        let run = try boot("line it's me;off", ["--dry-run", "--memory", "64", "--cpus", "2"])
        #expect(run.status == 0 && run.output.contains(" -m 64M -smp 2 "))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", run.output]
        let pipe = Pipe()
        shell.standardOutput = pipe
        shell.standardInput = FileHandle.nullDevice
        try shell.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        #expect(String(decoding: output, as: UTF8.self) == "it's me\r\n")
    }

    @Test(
        "ends what it has started when it is itself ended, whatever the signal", arguments: [SIGINT, SIGTERM, SIGKILL])
    func signals(signal: Int32) throws {
        let guest = files.path("guest")
        try FileManager.default.copyItem(atPath: BootGuest.amd64, toPath: guest)
        try files.write("plan.yml", BootStory.twoMarkers)
        let log = files.path("logs/console-1.raw")
        let process = Process()
        process.executableURL = URL(filePath: Program.directory + "/sysent")
        process.arguments = [
            "boot", "--accelerator", "tcg", "--kernel", guest, "--append", "line up;hang", "--plan",
            files.path("plan.yml"),
            "--log", files.path("logs"),
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The guest's first line tells that everything runs.
        while process.isRunning, (FileManager.default.contents(atPath: log) ?? Data()).isEmpty { usleep(5000) }
        #expect(!BootGuest.processes(with: guest).isEmpty)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        if signal != SIGKILL { #expect(process.terminationStatus == 2) }
        let end = Date() + 20
        while !BootGuest.processes(with: guest).isEmpty, Date() < end { usleep(5000) }
        #expect(BootGuest.processes(with: guest).isEmpty)
    }

    @Test("says why nothing could be judged, and ends with 2")
    func refusals() throws {
        try files.write("bad.yml", "stages: [{ name: a, markers: [{ line: b, kind: x }] }]\n")
        for (arguments, words) in [
            (["boot"], "Give --kernel or --image"), (["boot", "--kernel", "none"], "[unreadable-file]"),
            (["boot", "--kernel", BootGuest.amd64, "--qemu", "no-qemu"], "[qemu-missing]"),
            (["boot", "--kernel", BootGuest.amd64, "--plan", "bad.yml"], "bad.yml:1:48: error: "),
            (["boot", "--kernel", BootGuest.amd64, "--env", "a"], "[malformed-variable]"),
            (["boot", "--image", BootGuest.amd64, "--probe"], "--probe is for --kernel"),
            (["boot", "--kernel", BootGuest.amd64, "--manifest", "x"], "are for --probe"),
        ] {
            let run = try sysent.run(arguments)
            #expect(run.status == 2 && run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        let run = try boot("off", ["--qemu-argument", "-no-such"])
        #expect(run.status == 2 && run.output.hasPrefix("emulator-exit after "), "\(run.output)")
        #expect(run.output.contains("-no-such"), "\(run.output)")
    }

    @Test(
        "puts a kernel into a copy of an image, which stays as it is",
        .enabled(if: BootGuest.hasXorriso, "xorriso is not installed"))
    func replaceKernel() throws {
        try files.write("old", "the old kernel")
        try files.write("new", "the new kernel")
        // What stands for QEMU takes the kernel out of its disk, and writes it on the console.
        try files.write(
            "qemu",
            """
            #!/bin/sh
            for word; do case $word in file=*) image=${word%%,*}; image=${image#file=};; esac; done
            xorriso -osirrox on -indev "stdio:$image" -extract /boot/kernel/kernel "$0.out" >/dev/null 2>&1
            cat "$0.out" >&3
            echo >&3

            """, mode: 0o755)
        try files.write("plan.yml", "stages: [{ name: a, markers: [the new kernel] }]\n")
        let make = Process()
        make.executableURL = URL(filePath: "/usr/bin/env")
        make.arguments = [
            "xorriso", "-outdev", "stdio:" + files.path("disc.iso"), "-map", files.path("old"), "/boot/kernel/kernel",
        ]
        make.standardError = FileHandle.nullDevice
        try make.run()
        make.waitUntilExit()
        let before = try Data(contentsOf: URL(filePath: files.path("disc.iso")))
        let options = [
            "boot", "--accelerator", "tcg", "--image", "disc.iso", "--replace-kernel", "new", "--qemu",
            files.path("qemu"), "--plan", "plan.yml",
        ]
        let run = try sysent.run(options)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(try Data(contentsOf: URL(filePath: files.path("disc.iso"))) == before)
        let missing = try sysent.run(options + ["--kernel-path", "/boot/no/kernel"])
        #expect(
            missing.status == 2 && missing.errors.contains("[xorriso-failed]"), "\(missing.output)\(missing.errors)")
    }

    @Test(
        "builds the probe's root, and says what is missing for it",
        .enabled(if: BootGuest.hasXorriso, "xorriso is not installed"))
    func probe() throws {
        try files.write("m.ko", "a module")
        try files.write("m.yml", "module: m\ntraps:\n  - { name: one, arguments: [{ name: a, type: int }] }\n")
        try files.write(
            "qemu",
            """
            #!/bin/sh
            for word; do case $word in file=*) image=${word%%,*}; image=${image#file=};; esac; done
            mkdir "$0.out"
            xorriso -osirrox on -indev "stdio:$image" -extract / "$0.out/root" >/dev/null 2>&1
            (cat "$0.out/root/sysent.job" "$0.out/root/modules/m.ko"; ls "$0.out/root"; echo; echo panic: enough) >&3

            """, mode: 0o755)
        let options = ["boot", "--accelerator", "tcg", "--kernel", BootGuest.amd64, "--probe", "--module", "m.ko"]
        let run = try sysent.run(
            options + ["--manifest", "m.yml", "--qemu", files.path("qemu"), "--probe-file", BootGuest.probe])
        #expect(run.status == 1, "\(run.output)\(run.errors)")
        for line in [
            "load /modules/m.ko", "read m.syscall", "call m.syscall.one 0", "a module", "dev", "sbin", "panic: enough",
        ] {
            #expect(run.output.contains(line), "\(line): \(run.output)")
        }
        #expect(run.errors.contains("no number is predicted"))
        let missing = try sysent.run(options)
        #expect(missing.status == 2 && missing.errors.contains("[probe-missing]"), "\(missing.errors)")
        let embedded = try sysent.run(options + ["--embed-root", "--probe-file", BootGuest.probe])
        #expect(embedded.status == 2 && embedded.errors.contains("[no-room-for-root]"), "\(embedded.errors)")
    }
}

/// Whether a file is XML.
enum XMLDocumentCheck {
    static func isWellFormed(_ path: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", path]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
