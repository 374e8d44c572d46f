import BootCheck
import Findings
import SlotModel
import SourceTree
import SystemPackage
import TrapModules

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A boot as the options describe it.
struct BootSetup {
    private let options: Boot
    private let program: String
    private var machine: Machine
    private(set) var plan: BootPlan
    private var expectation: TrapExpectation?
    /// Holds the images of the run; they go with it.
    private var directory: RunDirectory?
    private var arguments: [String] = []
    private var isKVMGuessed = false

    private static let supervisor = Supervisor.ownProgram

    init(_ options: Boot) throws {
        self.options = options
        let name = options.machine.qemu ?? options.machine.arch.program
        guard let program = Programs.find(name) else {
            let package = options.machine.arch == .amd64 ? "qemu-system-x86" : "qemu-system-arm"
            throw Refusal("qemu-missing", "\(name) was not found; Debian's package is '\(package)'")
        }
        self.program = program
        plan = try Self.plan(options)
        expectation = try Self.expectation(options)
        if let expectation { plan.add(Self.machMarkers(expectation)) }
        machine = try Self.machine(options)
        machine.restarts = plan.resets > 0
    }

    /// What runs, once ``prepare()`` has made all that it needs.
    var run: BootRun {
        var run = BootRun(program: program, arguments: arguments, plan: plan, supervisor: Self.supervisor)
        run.expectation = expectation
        return run
    }

    /// The command line as it can be typed.
    func commandLine() throws -> String {
        ShellText.command([program] + machine.commandLine(try accelerator(), .terminal))
    }

    /// Makes images, and finds out what plays the processor.
    mutating func prepare() throws {
        if options.probe.isWanted { try makeRoot() }
        if let kernel = options.machine.replaceKernel { try replaceKernel(by: kernel) }
        let accelerator = try accelerator()
        isKVMGuessed = accelerator == .kvm && options.machine.accelerator == .auto
        arguments = machine.commandLine(accelerator, .descriptors)
    }

    /// Gives KVM up when it was not asked for; whether that was so.
    mutating func giveUpKVM() -> Bool {
        guard isKVMGuessed else { return false }
        isKVMGuessed = false
        arguments = machine.commandLine(.tcg, .descriptors)
        return true
    }

    // MARK: The plan

    private static func plan(_ options: Boot) throws -> BootPlan {
        var plan: BootPlan
        if let path = options.plan.plan {
            plan = try BootPlan.read(try UserFile(path).read(), path: path)
        } else if options.probe.isWanted {
            plan = .kernel
            plan.name = "probe"
        } else {
            plan = options.machine.kernel == nil ? .login : .kernel
        }
        if options.probe.isWanted { plan.stages.append(BootPlan.probe) }
        if let deadline = options.plan.deadline { plan.deadline = deadline.duration }
        if let silence = options.plan.silence { plan.silence = silence.duration }
        if let settle = options.plan.settle { plan.settle = settle.duration }
        return plan
    }

    /// The markers that NextBSD's own programs write when the calls work that they rest on.
    private static func machMarkers(_ expectation: TrapExpectation) -> BootPlan.Stage? {
        let names = Set(expectation.traps.map(\.name))
        let calls = ["task_set_special_port", "host_set_special_port", "mach_port_move_member"]
        guard !expectation.hasProbe, names.isSuperset(of: calls) else { return nil }
        return BootPlan.machAcceptance(isRequired: true)
    }

    // MARK: Calls

    private static func expectation(_ options: Boot) throws -> TrapExpectation? {
        var manifests: [TrapManifest] = []
        for path in options.probe.manifest + options.plan.expectTraps
        where !manifests.contains(where: { $0.path == path }) {
            manifests.append(try TrapManifest.read(try UserFile(path).read(), path: path))
        }
        guard !manifests.isEmpty else { return nil }
        let plan = try kernel(options.tree).map { SlotPlan(manifests, on: $0) }
        if plan == nil {
            options.tree.console.printError(
                "sysent: note: no tree, so no number is predicted; --tree names the kernel's sources\n")
        }
        let traps = manifests.flatMap { manifest in
            manifest.traps.map { trap in
                TrapExpectation.Trap(
                    name: trap.name,
                    object: "\(manifest.sysctl.name).\(trap.name)",
                    predicted: plan?.modules.first { $0.manifest.path == manifest.path }?
                        .number(of: trap, in: .native),
                    words: trap.words(wide: true)
                )
            }
        }
        return TrapExpectation(traps, roots: roots(manifests), hasProbe: options.probe.isWanted)
    }

    private static func roots(_ manifests: [TrapManifest]) -> [String] {
        manifests.map(\.sysctl.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The kernel of the tree that is named, or encloses the current directory; `nil` when there is none.
    private static func kernel(_ options: TreeOptions) throws(Refusal) -> SlotKernel? {
        do {
            return try TreeKernel(try options.tables()).kernel
        } catch {
            let isNamed = options.tree != nil || options.sample || options.onto != nil
            guard !isNamed, error.findings.first?.rule == "missing-tree" else { throw error }
            return nil
        }
    }

    // MARK: The machine

    private static func machine(_ options: Boot) throws -> Machine {
        let given = options.machine
        let start: Machine.Start
        if let kernel = given.kernel {
            try check(kernel)
            if given.arch == .amd64, options.probe.isWanted, given.append == nil {
                start = .kernel(kernel, commandLine: try commandLine(given, root: "cd9660:/dev/vtbd0"))
            } else {
                start = .kernel(kernel, commandLine: try given.append ?? commandLine(given, root: nil))
            }
        } else {
            let image = given.image ?? ""
            try check(image)
            let format = given.imageFormat ?? (image.hasSuffix(".qcow2") ? "qcow2" : "raw")
            start = .image(Machine.Drive(image, format: format), try firmware(given))
        }
        var machine = Machine(given.arch, start: start, memory: given.memory, processorCount: given.cpus)
        machine.board = given.machine
        machine.processor = given.cpu
        machine.arguments = given.qemuArgument
        for drive in given.drive {
            let parts = drive.split(separator: ",format=", maxSplits: 1).map(String.init)
            try check(parts[0])
            let format = parts.count > 1 ? parts[1] : parts[0].hasSuffix(".qcow2") ? "qcow2" : "raw"
            machine.drives.append(Machine.Drive(parts[0], format: format))
        }
        return machine
    }

    private static func check(_ path: String) throws(Refusal) {
        do {
            try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec).close()
        } catch {
            throw Refusal("unreadable-file", at: Location(path: path), "cannot be read: \(error)")
        }
    }

    /// The kernel's environment: PVH hands it over as one text. A kernel that is not started by the loader is told here that
    /// its console is the serial port, and where that is.
    private static func commandLine(_ options: BootMachineOptions, root: String?) throws -> String {
        guard options.arch == .amd64 else {
            return options.env.filter { !$0.hasSuffix("=") }.joined(separator: " ")
        }
        var values: [(String, String)] = [
            ("boot_serial", "YES"), ("boot_multicons", "YES"), ("hint.uart.0.at", "isa"), ("hint.uart.0.port", "0x3F8"),
            ("hint.uart.0.flags", "0x10"), ("hint.uart.0.irq", "4"),
        ]
        if let root { values.append(("vfs.root.mountfrom", root)) }
        for entry in options.env {
            guard let equals = entry.firstIndex(of: "="), equals != entry.startIndex else {
                throw Refusal("malformed-variable", "--env \(entry): expected NAME=VALUE")
            }
            let (name, value) = (String(entry[..<equals]), String(entry[entry.index(after: equals)...]))
            guard !value.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }) else {
                throw Refusal("malformed-variable", "--env \(entry): the kernel ends a value at a space or a comma")
            }
            values.removeAll { $0.0 == name }
            if !value.isEmpty { values.append((name, value)) }
        }
        return values.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }

    private static func firmware(_ options: BootMachineOptions) throws -> Machine.Firmware {
        let files: [String]
        switch (options.firmware, options.arch) {
        case (nil, .amd64), ("bios", .amd64): return .bios
        case ("bios", .arm64):
            throw Refusal("firmware-missing", "arm64 machines have no BIOS; --firmware uefi is theirs")
        case (nil, .arm64), ("uefi", .arm64):
            files = ["/usr/share/qemu-efi-aarch64/QEMU_EFI.fd", "/usr/share/edk2/aarch64/QEMU_EFI.fd"]
        case ("uefi", .amd64):
            files = ["/usr/share/ovmf/OVMF.fd", "/usr/share/qemu/OVMF.fd", "/usr/share/edk2/x64/OVMF.fd"]
        case (let file?, _): files = [file]
        }
        guard let file = files.first(where: { (try? check($0)) != nil }) else {
            let package = options.arch == .amd64 ? "ovmf" : "qemu-efi-aarch64"
            throw Refusal(
                "firmware-missing",
                "no UEFI firmware at \(files.joined(separator: ", ")); Debian's package is '\(package)'")
        }
        return .uefi(file)
    }

    private func accelerator() throws -> Accelerator {
        switch options.machine.accelerator {
        case .tcg: return .tcg
        case .kvm: return .kvm
        case .auto:
            do {
                return try AcceleratorProbe.hasKVM(
                    machine.architecture, program: program, supervisor: Self.supervisor) ? .kvm : .tcg
            } catch {
                throw Refusal("qemu-failed", "\(program) could not be started: \(error)")
            }
        }
    }

    // MARK: Images

    private mutating func runDirectory() throws(Refusal) -> RunDirectory {
        if let directory { return directory }
        do {
            let made = try RunDirectory(supervisor: Self.supervisor)
            directory = made
            return made
        } catch {
            throw Refusal("unwritable-file", "no directory for temporary files: \(error)")
        }
    }

    private mutating func makeRoot() throws {
        let probe = try probeFile()
        let directory = try runDirectory()
        var modules: [(file: String, path: String)] = []
        for path in options.probe.module {
            try Self.check(path)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard !modules.contains(where: { $0.path == "/modules/" + name }) else {
                throw Refusal("malformed-value", "two modules are called '\(name)'")
            }
            modules.append((path, "/modules/" + name))
        }
        let job = ProbeJob(
            modules: modules.map(\.path), roots: expectation?.roots ?? [], calls: expectation?.traps ?? [])
        let image = directory.path + "/root.iso"
        try RootImage.make(
            image, probe: probe, modules: modules, job: job, in: directory, supervisor: Self.supervisor)
        guard options.probe.embedRoot else {
            var root = Machine.Drive(image, isDisc: false)
            root.format = "raw"
            machine.drives.insert(root, at: 0)
            return
        }
        let kernel = options.machine.kernel ?? ""
        let file = try KernelFile(try UserFile(kernel).read(), path: kernel)
        let copy = directory.path + "/kernel"
        do {
            let bytes = try file.carrying(try UserFile(image).read())
            let target = try FileDescriptor.open(
                FilePath(copy), .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite])
            try target.closeAfter { _ = try target.writeAll(bytes) }
        } catch {
            throw error as? Refusal ?? Refusal("unwritable-file", at: Location(path: copy), "cannot write: \(error)")
        }
        if case .kernel(_, let line) = machine.start {
            let text = options.machine.append ?? line.replacing("cd9660:/dev/vtbd0", with: "cd9660:/dev/md0")
            machine.start = .kernel(copy, commandLine: text)
        }
    }

    private func probeFile() throws(Refusal) -> String {
        if let file = options.probe.probeFile {
            try Self.check(file)
            return file
        }
        let beside = Programs.own.map { $0.removingLastComponent().appending("sysent-probe").string }
        let named = environment("SYSENT_PROBE")
        for file in [named.isEmpty ? nil : named, beside].compactMap({ $0 }) where (try? Self.check(file)) != nil {
            return file
        }
        throw Refusal(
            "probe-missing",
            "the probe was not found beside this program or by SYSENT_PROBE",
            notes: [Note("'Freestanding/build DIR sysent-probe' builds it; --probe-file names it")])
    }

    private mutating func replaceKernel(by kernel: String) throws {
        try Self.check(kernel)
        guard case .image(let image, let firmware) = machine.start else { return }
        let copy = try runDirectory().path + "/image.iso"
        try RootImage.replaceKernel(
            of: image.path, copy: copy, by: kernel, at: options.machine.kernelPath, supervisor: Self.supervisor)
        machine.start = .image(Machine.Drive(copy, isDisc: image.isDisc), firmware)
    }
}

/// Programs on this machine.
enum Programs {
    /// The program called `name`, by its path or on `PATH`.
    static func find(_ name: String) -> String? {
        if name.contains("/") { return isProgram(name) ? name : nil }
        let path = environment("PATH")
        return (path.isEmpty ? "/usr/bin:/bin" : path).split(separator: ":").map { "\($0)/\(name)" }.first(
            where: isProgram)
    }

    private static func isProgram(_ path: String) -> Bool {
        access(path, X_OK) == 0
    }

    /// Where this program lies.
    static var own: FilePath? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return nil }
        return FilePath(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}
