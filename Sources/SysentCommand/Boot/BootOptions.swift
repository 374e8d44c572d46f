import ArgumentParser
import BootCheck

/// The machine that boots.
struct BootMachineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Boot this kernel itself: through PVH or multiboot on amd64.", valueName: "file"))
    var kernel: String?

    @Option(
        help: ArgumentHelp(
            "Boot this disk, or CD where its name ends in .iso; it is not written to.", valueName: "file"))
    var image: String?

    @Option(help: ArgumentHelp("The format of the image: raw or qcow2 (default: by its name).", valueName: "format"))
    var imageFormat: String?

    @Option(
        help: ArgumentHelp("Put this kernel into a copy of the ISO image that --image names.", valueName: "file"))
    var replaceKernel: String?

    @Option(help: ArgumentHelp("Where the kernel lies in the image.", valueName: "path"))
    var kernelPath = "/boot/kernel/kernel"

    @Option(help: "The architecture: amd64 or arm64.")
    var arch = Machine.Architecture.amd64

    @Option(help: ArgumentHelp("The firmware of an image: bios, uefi, or a file.", valueName: "firmware"))
    var firmware: String?

    @Option(help: ArgumentHelp("QEMU's machine (default: q35, or virt).", valueName: "name"))
    var machine: String?

    @Option(help: ArgumentHelp("QEMU's processor (default: the one with all that can be had).", valueName: "name"))
    var cpu: String?

    @Option(help: ArgumentHelp("Memory in MiB.", valueName: "mib"))
    var memory = 512

    @Option(help: ArgumentHelp("How many processors.", valueName: "n"))
    var cpus = 1

    @Option(
        help: ArgumentHelp("What plays the processor: auto, kvm or tcg. KVM is tried by a guest.", valueName: "name"))
    var accelerator = AcceleratorChoice.auto

    @Option(
        help: ArgumentHelp("A further disk; ',format=qcow2' behind its name says what it is.", valueName: "file"))
    var drive: [String] = []

    @Option(
        help: ArgumentHelp(
            "A variable of the kernel's environment, with --kernel; 'NAME=' leaves out a usual one.",
            valueName: "name=value"))
    var env: [String] = []

    @Option(help: ArgumentHelp("The kernel's whole command line instead, as it is.", valueName: "text"))
    var append: String?

    @Option(help: ArgumentHelp("QEMU's program.", valueName: "program"))
    var qemu: String?

    @Option(
        name: .customLong("qemu-argument"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A further argument of QEMU, as it is.", valueName: "argument"))
    var qemuArgument: [String] = []

    enum AcceleratorChoice: String, ExpressibleByArgument, CaseIterable {
        case auto, kvm, tcg
    }
}

extension Machine.Architecture: ExpressibleByArgument {}

/// What is waited for.
struct BootPlanOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The plan (see Documentation/boot.md).", valueName: "file"))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "How long the whole boot may take, instead of what the plan says: 90s, 2m.", valueName: "time"))
    var deadline: BootTime?

    @Option(help: ArgumentHelp("How long the console may be silent.", valueName: "time"))
    var silence: BootTime?

    @Option(help: ArgumentHelp("How long to watch on when everything was seen.", valueName: "time"))
    var settle: BootTime?

    @Option(
        help: ArgumentHelp(
            "A manifest whose calls must have their numbers: those that 'sysent slots plan' predicts from the tree.",
            valueName: "manifest"))
    var expectTraps: [String] = []
}

/// A time on the command line.
struct BootTime: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        guard let duration = Duration(bootText: argument) else { return nil }
        self.duration = duration
    }
}

/// The probe.
struct BootProbeOptions: ParsableArguments {
    @Flag(name: .customLong("probe"), help: "Boot with a small first process that loads modules and makes calls.")
    var isWanted = false

    @Option(help: ArgumentHelp("A module that the probe loads, in order.", valueName: "file"))
    var module: [String] = []

    @Option(
        help: ArgumentHelp(
            "The manifest of a module: its calls are made, and must have their numbers.", valueName: "manifest"))
    var manifest: [String] = []

    @Flag(help: "Write the probe's root into a copy of the kernel (MD_ROOT_SIZE), rather than on a disk.")
    var embedRoot = false

    @Option(
        help: ArgumentHelp(
            "The probe's program (default: 'sysent-probe' beside this program, or what SYSENT_PROBE names).",
            valueName: "file"))
    var probeFile: String?
}
