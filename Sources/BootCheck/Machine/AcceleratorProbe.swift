import SystemPackage

/// Finds out whether an accelerator works: by a guest, however small.
///
/// `/dev/kvm` may be there, may open, and may still fail as soon as a guest runs. So a guest is run: some instructions that
/// write one byte to the serial port and end the machine.
public enum AcceleratorProbe {
    /// What the guest writes.
    private static let sign = UInt8(ascii: "K")

    /// Whether KVM plays machines of `architecture` with this `program`.
    public static func hasKVM(
        _ architecture: Machine.Architecture, program: String, supervisor: [String]
    ) throws(Errno) -> Bool {
        guard architecture.isHost, access("/dev/kvm") else { return false }
        return try works(.kvm, architecture, program: program, supervisor: supervisor)
    }

    /// Whether `accelerator` plays the smallest of guests.
    static func works(
        _ accelerator: Accelerator, _ architecture: Machine.Architecture, program: String, supervisor: [String]
    ) throws(Errno) -> Bool {
        let directory = try RunDirectory(supervisor: supervisor)
        let path = directory.path + "/firmware"
        do {
            let file = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: [.ownerReadWrite])
            _ = try file.writeAll(architecture == .amd64 ? amd64 : arm64)
            try file.close()
        } catch {
            throw error as? Errno ?? .ioError
        }
        var line = ["-nodefaults", "-no-user-config", "-display", "none", "-accel", accelerator.rawValue, "-m", "64M"]
        line += ["-machine", architecture == .amd64 ? "pc" : "virt"]
        line += ["-cpu", accelerator == .kvm ? "host" : "max", "-bios", path, "-no-reboot"]
        line += ["-chardev", "socket,id=console,fd=3", "-serial", "chardev:console"]
        if architecture == .amd64 { line += ["-device", "isa-debug-exit,iobase=0xf4,iosize=1"] }
        let process = try SupervisedProcess(program, line, supervisor: supervisor)
        defer { process.stop() }
        let end = ContinuousClock.now + .seconds(5)
        var buffer = [UInt8](repeating: 0, count: 64)
        while ContinuousClock.now < end {
            let ready = Poll.wait([process.console, process.report], for: end - ContinuousClock.now)
            if ready[0], case .bytes = buffer.withUnsafeMutableBufferPointer({ process.console.receive(into: $0) }) {
                return buffer[0] == sign
            }
            if ready[1], process.takeReport() != nil { return false }
        }
        return false
    }

    private static func access(_ path: String) -> Bool {
        guard let file = try? FileDescriptor.open(path, .readWrite, options: .closeOnExec) else { return false }
        try? file.close()
        return true
    }

    /// A processor starts 16 bytes before the end: `mov dx, 0x3f8; mov al, 'K'; out dx, al; mov dx, 0xf4; out dx, al; hlt`.
    private static let amd64: [UInt8] = {
        var image = [UInt8](repeating: 0, count: 1 << 16)
        let code: [UInt8] = [0xBA, 0xF8, 0x03, 0xB0, sign, 0xEE, 0xBA, 0xF4, 0x00, 0xEE, 0xF4]
        image.replaceSubrange((image.count - 16)..<(image.count - 16 + code.count), with: code)
        return image
    }()

    /// At its beginning: `movz x0, #0x900, lsl #16; mov w1, #'K'; str w1, [x0]`, and the call of the firmware that ends the
    /// machine, `movz w0, #0x8400, lsl #16; movk w0, #8; hvc #0; b .`.
    private static let arm64: [UInt8] = [
        0xD2A1_2000, 0x5280_0001 | UInt32(sign) << 5, 0xB900_0001, 0x52B0_8000, 0x7280_0100, 0xD400_0002, 0x1400_0000,
    ].flatMap { (word: UInt32) in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
}
