/// The machine: QEMU's `q35`, `pc` or `microvm`.
enum Platform {
    private static let serial: UInt16 = 0x3F8

    static func setUp() {
        // 8 bits, FIFO. The speed of an emulated port is what it is.
        port_write(serial + 3, 0x03)
        port_write(serial + 2, 0x07)
        port_write(serial + 4, 0x03)
    }

    static func write(_ byte: UInt8) {
        while port_read(serial + 5) & 0x20 == 0 { processor_rest() }
        port_write(serial, byte)
    }

    static func read() -> UInt8? {
        port_read(serial + 5) & 1 == 1 ? port_read(serial) : nil
    }

    /// Waits by the timer of 1.193182 MHz, which counts down.
    static func wait(milliseconds: Int) {
        var rest = milliseconds * 1193
        port_write(0x43, 0x34)
        port_write(0x40, 0xFF)
        port_write(0x40, 0xFF)
        var last = count
        while rest > 0 {
            let now = count
            rest -= Int(last &- now)
            last = now
            processor_rest()
        }
    }

    private static var count: UInt16 {
        port_write(0x43, 0)
        let low = port_read(0x40)
        return UInt16(low) | UInt16(port_read(0x40)) << 8
    }

    /// Switches the machine off by the ports of its ACPI: q35, then pc.
    static func powerOff() {
        port_write16(0x604, 0x2000)
        port_write16(0xB004, 0x2000)
    }

    static func reset() {
        port_write(0x64, 0xFE)
        port_write(0xCF9, 0x06)
    }

    /// The command line: the start information has its address at offset 24.
    static func commandLine(_ information: UInt) -> UnsafePointer<UInt8>? {
        guard let address = UnsafeRawPointer(bitPattern: information)?.load(fromByteOffset: 24, as: UInt64.self) else {
            return nil
        }
        return UnsafePointer(bitPattern: UInt(address))
    }
}
