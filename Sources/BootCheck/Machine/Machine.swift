/// A machine that QEMU plays, and what it starts with.
public struct Machine: Sendable, Hashable {
    /// The processor's architecture.
    public var architecture: Architecture
    /// What it starts.
    public var start: Start
    /// The kind of machine; `nil` for the usual one.
    public var board: String?
    /// The processor; `nil` for the one with all that can be had.
    public var processor: String?
    /// Memory in MiB.
    public var memory: Int
    /// How many processors.
    public var processorCount: Int
    /// Further disks.
    public var drives: [Drive]
    /// Further arguments of QEMU, as they are.
    public var arguments: [String]
    /// Whether a reset lets the machine start again, and does not end it.
    public var restarts: Bool

    /// What a machine is.
    public enum Architecture: String, Sendable, Hashable, CaseIterable {
        case amd64, arm64

        /// QEMU's program for it.
        public var program: String {
            switch self {
            case .amd64: "qemu-system-x86_64"
            case .arm64: "qemu-system-aarch64"
            }
        }

        /// Whether this program runs on such a processor, so that KVM can play it.
        var isHost: Bool {
            #if arch(x86_64)
            self == .amd64
            #elseif arch(arm64)
            self == .arm64
            #else
            false
            #endif
        }
    }

    /// What a machine starts.
    public enum Start: Sendable, Hashable {
        /// A kernel, entered through PVH or multiboot on amd64; with the text that it is started with.
        case kernel(String, commandLine: String)
        /// A disk or a CD, with its loader.
        case image(Drive, Firmware)
    }

    /// A disk.
    public struct Drive: Sendable, Hashable {
        /// The file.
        public var path: String
        /// Its format: raw, qcow2.
        public var format: String
        /// Whether it is a CD.
        public var isDisc: Bool

        /// Makes a disk; an ISO image is a CD.
        public init(_ path: String, format: String = "raw", isDisc: Bool? = nil) {
            self.path = path
            self.format = format
            self.isDisc = isDisc ?? path.hasSuffix(".iso")
        }
    }

    /// What the machine itself brings.
    public enum Firmware: Sendable, Hashable {
        case bios
        /// UEFI, from a file.
        case uefi(String)
    }

    /// Makes a machine.
    public init(
        _ architecture: Architecture, start: Start, memory: Int = 512, processorCount: Int = 1, drives: [Drive] = []
    ) {
        self.architecture = architecture
        self.start = start
        self.memory = memory
        self.processorCount = processorCount
        self.drives = drives
        arguments = []
        restarts = false
    }
}

/// What plays a processor.
public enum Accelerator: String, Sendable, Hashable, CaseIterable {
    /// The host's own processor.
    case kvm
    /// QEMU alone.
    case tcg
}

extension Machine {
    /// How QEMU's serial port and control connection are reached.
    public enum Connection: Sendable {
        /// By descriptors 3 and 4, as a run does.
        case descriptors
        /// The terminal, for a command line that is typed.
        case terminal
    }

    /// QEMU's arguments.
    public func commandLine(_ accelerator: Accelerator, _ connection: Connection) -> [String] {
        var line = ["-nodefaults", "-no-user-config", "-display", "none"]
        line += ["-machine", board ?? (architecture == .amd64 ? "q35" : "virt")]
        line += ["-accel", accelerator.rawValue]
        line += ["-cpu", processor ?? (accelerator == .kvm ? "host" : "max")]
        line += ["-m", "\(memory)M", "-smp", "\(processorCount)"]
        if !restarts { line.append("-no-reboot") }
        switch connection {
        case .descriptors:
            line += ["-chardev", "socket,id=console,fd=3", "-serial", "chardev:console"]
            line += ["-chardev", "socket,id=control,fd=4", "-mon", "chardev=control,mode=control", "-S"]
        case .terminal:
            line += ["-serial", "stdio", "-monitor", "none"]
        }
        var number = 0
        switch start {
        case .kernel(let path, let commandLine):
            line += ["-kernel", path]
            if !commandLine.isEmpty { line += ["-append", commandLine] }
        case .image(let image, let firmware):
            if case .uefi(let path) = firmware { line += ["-bios", path] }
            line += drive(image, number, isFirst: true)
            number += 1
        }
        for other in drives {
            line += drive(other, number, isFirst: false)
            number += 1
        }
        return line + arguments
    }

    /// What is written stays in memory that vanishes with the machine.
    private func drive(_ drive: Drive, _ number: Int, isFirst: Bool) -> [String] {
        let id = "drive\(number)"
        let file = "file=\(Self.escaped(drive.path)),format=\(drive.format)"
        let index = isFirst ? ",bootindex=0" : ""
        if drive.isDisc {
            let bus = architecture == .amd64 ? "ide-cd" : "scsi-cd"
            let controller =
                architecture == .amd64 || number > 0 && hasDisc(before: number) ? [] : ["-device", "virtio-scsi"]
            return ["-drive", "\(file),if=none,media=cdrom,readonly=on,id=\(id)"] + controller
                + ["-device", "\(bus),drive=\(id)\(index)"]
        }
        return [
            "-drive", "\(file),if=none,snapshot=on,id=\(id)", "-device", "virtio-blk-pci,drive=\(id)\(index)",
        ]
    }

    private func hasDisc(before number: Int) -> Bool {
        var all = drives
        if case .image(let image, _) = start { all.insert(image, at: 0) }
        return all.prefix(number).contains(where: \.isDisc)
    }

    /// A comma ends a value, and two of them are one.
    private static func escaped(_ path: String) -> String {
        path.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",,")
    }
}
