/// The machine: QEMU's `virt`.
enum Platform {
    private static let serial: UInt64 = 0x0900_0000

    static func setUp() {}

    static func write(_ byte: UInt8) {
        while register_read(serial + 0x18) & 0x20 != 0 { processor_rest() }
        register_write(serial, UInt32(byte))
    }

    static func read() -> UInt8? {
        register_read(serial + 0x18) & 0x10 == 0 ? UInt8(truncatingIfNeeded: register_read(serial)) : nil
    }

    static func wait(milliseconds: Int) {
        let end = counter() &+ counter_frequency() / 1000 * UInt64(milliseconds)
        while counter() < end { processor_rest() }
    }

    /// PSCI SYSTEM_OFF.
    static func powerOff() { firmware_call(0x8400_0008) }

    /// PSCI SYSTEM_RESET.
    static func reset() { firmware_call(0x8400_0009) }

    /// The command line: the property `bootargs` of the device tree, whose names stand in a block of strings.
    static func commandLine(_ tree: UInt) -> UnsafePointer<UInt8>? {
        guard let tree = UnsafePointer<UInt8>(bitPattern: tree), word(tree) == 0xD00D_FEED else { return nil }
        let names = tree + Int(word(tree + 12))
        var position = tree + Int(word(tree + 8))
        while true {
            let token = word(position)
            position += 4
            switch token {
            case 1:
                while position.pointee != 0 { position += 1 }
                position = aligned(position + 1)
            case 3:
                let length = Int(word(position))
                let name = names + Int(word(position + 4))
                position += 8
                if matches(name, "bootargs") { return position }
                position = aligned(position + length)
            case 2, 4: continue
            default: return nil
            }
        }
    }

    private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(bytes[0]) << 24 | UInt32(bytes[1]) << 16 | UInt32(bytes[2]) << 8 | UInt32(bytes[3])
    }

    private static func aligned(_ pointer: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        pointer + Int((4 - UInt(bitPattern: pointer) & 3) & 3)
    }

    private static func matches(_ name: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
        for index in 0..<text.utf8CodeUnitCount where name[index] != text.utf8Start[index] { return false }
        return name[text.utf8CodeUnitCount] == 0
    }
}
