/// The guest: it plays the script on its command line over the serial port.
///
/// A script is a list of commands with `;` between:
///
///     say TEXT        writes TEXT; \n \r \e \\ \s (;) \xNN
///     line TEXT       the same, and the end of a line
///     wait N          N milliseconds pass
///     hear TEXT       reads lines, and echoes them, until one is TEXT
///     flood N         N KiB of lines such as a kernel writes
///     garbage N       N KiB of bytes without meaning
///     storm N         N KiB of carriage returns
///     again           plays the script from its beginning
///     off             switches the machine off
///     reset           resets it
///     fault           a fault that nobody handles
///     hang            nothing any more
@_cdecl("guest_main")
func guestMain(_ information: UInt) {
    Platform.setUp()
    guard let script = Platform.commandLine(information) else { return }
    var position = script
    while position.pointee != 0 {
        while position.pointee == 0x20 || position.pointee == 0x3B { position += 1 }
        let start = position
        while position.pointee != 0, position.pointee != 0x3B { position += 1 }
        let command = Command(start: start, end: position)
        if command.isCalled("again") { position = script } else { command.play() }
    }
}

/// A command of a script.
struct Command {
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    func isCalled(_ name: StaticString) -> Bool {
        let count = name.utf8CodeUnitCount
        guard end - start >= count else { return false }
        for index in 0..<count where start[index] != name.utf8Start[index] { return false }
        return end - start == count || start[count] == 0x20
    }

    /// What stands behind the name.
    private var argument: UnsafePointer<UInt8> {
        var position = start
        while position < end, position.pointee != 0x20 { position += 1 }
        return position < end ? position + 1 : end
    }

    private var number: Int {
        var value = 0
        var position = argument
        while position < end, position.pointee >= 0x30, position.pointee <= 0x39 {
            value = value &* 10 &+ Int(position.pointee - 0x30)
            position += 1
        }
        return value
    }

    func play() {
        if isCalled("say") { return say() }
        if isCalled("line") {
            say()
            Platform.write(0x0D)
            return Platform.write(0x0A)
        }
        if isCalled("wait") { return Platform.wait(milliseconds: number) }
        if isCalled("hear") { return hear() }
        if isCalled("flood") { return flood(number << 10) }
        if isCalled("garbage") { return garbage(number << 10) }
        if isCalled("storm") { return storm(number << 10) }
        if isCalled("off") { Platform.powerOff() }
        if isCalled("reset") { Platform.reset() }
        if isCalled("fault") { guest_fault() }
        // Also whatever was to end the machine and did not, and what is no command.
        while true { processor_rest() }
    }

    private func say() {
        var position = argument
        while position < end {
            var byte = position.pointee
            if byte == 0x5C, position + 1 < end {
                position += 1
                switch position.pointee {
                case 0x6E: byte = 0x0A
                case 0x72: byte = 0x0D
                case 0x65: byte = 0x1B
                case 0x73: byte = 0x3B
                case 0x78 where position + 2 < end:
                    byte = digit(position[1]) << 4 | digit(position[2])
                    position += 2
                default: byte = position.pointee
                }
            }
            Platform.write(byte)
            position += 1
        }
    }

    private func digit(_ byte: UInt8) -> UInt8 {
        byte <= 0x39 ? byte &- 0x30 : (byte | 0x20) &- 0x57
    }

    private func hear() {
        let wanted = argument
        var count = 0
        var isWanted = true
        while true {
            guard let byte = Platform.read() else {
                processor_rest()
                continue
            }
            guard byte != 0x0D else {
                Platform.write(0x0D)
                Platform.write(0x0A)
                if isWanted, wanted + count == end { return }
                count = 0
                isWanted = true
                continue
            }
            Platform.write(byte)
            isWanted = isWanted && wanted + count < end && wanted[count] == byte
            count += 1
        }
    }

    private func flood(_ count: Int) {
        var written = 0
        while written < count { written += write("vtbd0: 64MB (131072 512 byte sectors) at virtio_blk0 on pci0\r\n") }
    }

    private func write(_ text: StaticString) -> Int {
        for index in 0..<text.utf8CodeUnitCount { Platform.write(text.utf8Start[index]) }
        return text.utf8CodeUnitCount
    }

    private func garbage(_ count: Int) {
        var state: UInt32 = 1
        for _ in 0..<count {
            state = state &* 1_664_525 &+ 1_013_904_223
            Platform.write(UInt8(truncatingIfNeeded: state >> 24))
        }
    }

    private func storm(_ count: Int) {
        for _ in 0..<count { Platform.write(0x0D) }
    }
}
