import SystemPackage

/// Finds out whether an accelerator works: by a guest, however small.
///
/// `/dev/kvm` may be there, may open, and may still fail as soon as a guest runs, or play it a thousand times slower than a
/// processor does. So a guest is run: it writes one byte to the serial port after some work, and ends the machine.
public enum AcceleratorProbe {
    /// How long the guest may take, with QEMU's start; a processor takes a tenth of it.
    private static let patience = Duration.seconds(1)
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
        let end = ContinuousClock.now + patience
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

    /// A processor starts 16 bytes before the end, with a jump to what stands 256 bytes before it: the way to long mode, where
    /// twenty million instructions are carried out that a kernel has and simple emulators have not.
    ///
    ///     .code16
    ///         .globl start
    ///     start:
    ///         cli
    ///         movw    %cs, %ax
    ///         movw    %ax, %ds
    ///         lgdtl    gdtr - start + 0xFF00
    ///         movl    %cr0, %eax
    ///         orl    $1, %eax
    ///         movl    %eax, %cr0
    ///         ljmpl    $8, $(0xFFFFFF00 + (start32 - start))
    ///         .code32
    ///     start32:
    ///         movw    $16, %ax
    ///         movw    %ax, %ds
    ///         movw    %ax, %es
    ///         movw    %ax, %ss
    ///         movl    $0x2003, 0x1000        /* PML4 -> PDPT */
    ///         movl    $0, 0x1004
    ///         movl    $0x3003, 0x2018        /* -> the last page directory */
    ///         movl    $0, 0x201C
    ///         movl    $0xFFE00083, 0x3FF8    /* and in it the last 2 MiB */
    ///         movl    $0, 0x3FFC
    ///         movl    $0x1000, %eax
    ///         movl    %eax, %cr3
    ///         movl    $0x620, %eax
    ///         movl    %eax, %cr4
    ///         movl    $0xC0000080, %ecx
    ///         movl    $0x100, %eax
    ///         xorl    %edx, %edx
    ///         wrmsr
    ///         movl    $0x80000011, %eax
    ///         movl    %eax, %cr0
    ///         ljmpl    $24, $(0xFFFFFF00 + (start64 - start))
    ///         .code64
    ///     start64:
    ///         movl    $20000000, %ecx
    ///     1:    popcntq    %rcx, %rax
    ///         decl    %ecx
    ///         jnz    1b
    ///         movq    %rax, %xmm0
    ///         movw    $0x3F8, %dx
    ///         movb    $'K', %al
    ///         outb    %al, %dx
    ///         movw    $0xF4, %dx
    ///         outb    %al, %dx
    ///     2:    hlt
    ///         jmp    2b
    ///         .balign 8
    ///     gdt:    .quad    0, 0x00CF9A000000FFFF, 0x00CF92000000FFFF, 0x00AF9A000000FFFF
    ///     gdtr:    .word    31
    ///         .long    0xFFFFFF00 + (gdt - start)
    ///     end:
    private static let amd64: [UInt8] = {
        var image = [UInt8](repeating: 0, count: 1 << 16)
        image.replaceSubrange(0xFF00..<(0xFF00 + amd64Code.count), with: amd64Code)
        image.replaceSubrange(0xFFF0..<0xFFF3, with: [0xE9, 0x0D, 0xFF])
        return image
    }()

    private static let amd64Code: [UInt8] = [
        0xFA, 0x8C, 0xC8, 0x8E, 0xD8, 0x66, 0x0F, 0x01, 0x16, 0xD8, 0xFF, 0x0F, 0x20, 0xC0, 0x66, 0x83,
        0xC8, 0x01, 0x0F, 0x22, 0xC0, 0x66, 0xEA, 0x1D, 0xFF, 0xFF, 0xFF, 0x08, 0x00, 0x66, 0xB8, 0x10,
        0x00, 0x8E, 0xD8, 0x8E, 0xC0, 0x8E, 0xD0, 0xC7, 0x05, 0x00, 0x10, 0x00, 0x00, 0x03, 0x20, 0x00,
        0x00, 0xC7, 0x05, 0x04, 0x10, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC7, 0x05, 0x18, 0x20, 0x00,
        0x00, 0x03, 0x30, 0x00, 0x00, 0xC7, 0x05, 0x1C, 0x20, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xC7,
        0x05, 0xF8, 0x3F, 0x00, 0x00, 0x83, 0x00, 0xE0, 0xFF, 0xC7, 0x05, 0xFC, 0x3F, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0xB8, 0x00, 0x10, 0x00, 0x00, 0x0F, 0x22, 0xD8, 0xB8, 0x20, 0x06, 0x00, 0x00,
        0x0F, 0x22, 0xE0, 0xB9, 0x80, 0x00, 0x00, 0xC0, 0xB8, 0x00, 0x01, 0x00, 0x00, 0x31, 0xD2, 0x0F,
        0x30, 0xB8, 0x11, 0x00, 0x00, 0x80, 0x0F, 0x22, 0xC0, 0xEA, 0x90, 0xFF, 0xFF, 0xFF, 0x18, 0x00,
        0xB9, 0x00, 0x2D, 0x31, 0x01, 0xF3, 0x48, 0x0F, 0xB8, 0xC1, 0xFF, 0xC9, 0x75, 0xF7, 0x66, 0x48,
        0x0F, 0x6E, 0xC0, 0x66, 0xBA, 0xF8, 0x03, 0xB0, 0x4B, 0xEE, 0x66, 0xBA, 0xF4, 0x00, 0xEE, 0xF4,
        0xEB, 0xFD, 0x66, 0x0F, 0x1F, 0x44, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0xFF, 0xFF, 0x00, 0x00, 0x00, 0x9A, 0xCF, 0x00, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x92, 0xCF, 0x00,
        0xFF, 0xFF, 0x00, 0x00, 0x00, 0x9A, 0xAF, 0x00, 0x1F, 0x00, 0xB8, 0xFF, 0xFF, 0xFF,
    ]

    /// At its beginning: `movz x0, #0x900, lsl #16; mov w1, #'K'; str w1, [x0]`, and the call of the firmware that ends the
    /// machine, `movz w0, #0x8400, lsl #16; movk w0, #8; hvc #0; b .`.
    private static let arm64: [UInt8] = [
        0xD2A1_2000, 0x5280_0001 | UInt32(sign) << 5, 0xB900_0001, 0x52B0_8000, 0x7280_0100, 0xD400_0002, 0x1400_0000,
    ].flatMap { (word: UInt32) in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
}
