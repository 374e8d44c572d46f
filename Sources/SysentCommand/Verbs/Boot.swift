import ArgumentParser
import BootCheck
import Findings
import Reports
import SystemPackage

/// `sysent boot`
struct Boot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boot",
        abstract: "Boot a kernel in QEMU, and tell at once whether it holds.",
        discussion: """
            Watches the console for what a plan says. A panic, a trap, the debugger, a kernel without a root, a reset, silence, \
            a deadline: each ends the run at once with the lines around it. Exits with 0 when the boot held, with 1 when a \
            marker or the kernel failed, with 2 when nothing could be judged.

            With --probe the kernel needs no userland: its first process is a small program that loads the modules, reads \
            their numbers and makes their calls. 'Freestanding/build DIR sysent-probe' builds it.

            EXAMPLES
              sysent boot --kernel kernel --probe --module mach_traps.ko --manifest mach_traps.yml --tree /usr/src
              sysent boot --image disc.iso --replace-kernel kernel --plan login.yml --log logs
              sysent boot --image FreeBSD.qcow2 --plan login.yml --expect-traps mach_traps.yml --repeat 20 --junit boot.xml
              sysent boot --kernel kernel --dry-run
            """
    )

    @OptionGroup(title: "Machine") var machine: BootMachineOptions
    @OptionGroup(title: "Plan") var plan: BootPlanOptions
    @OptionGroup(title: "Probe") var probe: BootProbeOptions
    @OptionGroup(title: "Tree") var tree: TreeOptions

    @Option(
        name: .customLong("repeat"), help: ArgumentHelp("Boot so many times, and tell what flickers.", valueName: "n"))
    var count = 1

    @Option(help: ArgumentHelp("Keep the console of each run in this directory, raw and as text.", valueName: "dir"))
    var log: String?

    @Option(help: ArgumentHelp("Write a JUnit report to this file.", valueName: "file"))
    var junit: String?

    @Flag(help: "Only print the command line of QEMU, as it can be typed.")
    var dryRun = false

    @Option(help: "The form of the result: text, json or junit.")
    var format = BootFormat.text

    enum BootFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit
    }

    func validate() throws {
        guard count >= 1 else { throw ValidationError("--repeat wants a number from 1 up.") }
        if machine.kernel != nil, machine.image != nil {
            throw ValidationError("--kernel and --image exclude one another.")
        }
        if machine.kernel == nil, machine.image == nil { throw ValidationError("Give --kernel or --image.") }
        if probe.isWanted, machine.kernel == nil {
            throw ValidationError("--probe is for --kernel: an image has a first process of its own.")
        }
        if machine.replaceKernel != nil, machine.image == nil {
            throw ValidationError("--replace-kernel is for --image.")
        }
        if !probe.isWanted,
            !probe.module.isEmpty || !probe.manifest.isEmpty || probe.embedRoot || probe.probeFile != nil
        {
            throw ValidationError("--module, --manifest, --embed-root and --probe-file are for --probe.")
        }
        if probe.isWanted, machine.arch != .amd64 { throw ValidationError("The probe is for amd64.") }
    }

    func run() throws {
        var setup = try BootSetup(self)
        if dryRun { return tree.console.print(try setup.commandLine()) }
        let signals = try BootRun.StopSignalSource()
        try setup.prepare()
        let logs = try log.map { path throws(Refusal) in try BootLogs(path) }
        var runs: [BootResult] = []
        var number = 1
        while number <= count {
            var run = setup.run
            let file = try logs?.begin(number)
            if let file { run.log = { file.take($0) } }
            let result: BootResult
            do {
                result = try run.run(signals)
            } catch {
                throw Refusal("qemu-failed", "\(run.program) could not be started: \(error)")
            }
            if let file, !file.isComplete {
                tree.console.printError("sysent: warning: the log of run \(number) is not complete\n")
            }
            if result.outcome == .emulatorExit, setup.giveUpKVM() {
                // It passed its trial, and yet could not play this kernel.
                tree.console.printError("sysent: note: KVM failed (\(result.message)); going on without it\n")
                continue
            }
            runs.append(result)
            number += 1
            if count > 1, format == .text { tree.console.print(BootText.line(result, number: runs.count)) }
            if result.outcome == .interrupted { break }
        }
        try report(BootRuns(plan: setup.plan.name, runs: runs))
    }

    private func report(_ runs: BootRuns) throws {
        switch format {
        case .text: tree.console.print(Array(BootText(runs).text.utf8))
        case .json: tree.console.print(try JSONDocument.encode(BootRecord(runs)))
        case .junit: tree.console.print(runs.junit.bytes)
        }
        if let junit {
            do {
                let file = try FileDescriptor.open(
                    FilePath(junit), .writeOnly, options: [.create, .truncate, .closeOnExec],
                    permissions: [.ownerReadWrite, .groupRead, .otherRead])
                try file.closeAfter { _ = try file.writeAll(runs.junit.bytes) }
            } catch {
                throw Refusal("unwritable-file", at: Location(path: junit), "cannot be written: \(error)")
            }
        }
        if runs.runs.contains(where: { !$0.outcome.isJudgement }) { throw ExitCode.refused }
        if runs.runs.contains(where: { !$0.isHeld }) { throw ExitCode.findings }
    }
}
