/// Writes lines that are known again, whatever is written between: each has a number and a sum.
///
///     @sysent 12 value mach.syscall.mach_reply_port is 210 #5f3a09c1
///
/// The sum (CRC-32 as of IEEE 802.3) is over what stands between `@sysent ` and ` #`. It is long enough to put pieces together
/// by trying.
struct FrameWriter {
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    private var start = 0
    private(set) var number = 0

    /// What does not fit into a line is left out: it is told by `...` at its end.
    private static let room = 480

    init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
        self.memory = memory
    }

    mutating func begin(_ kind: StaticString) {
        count = 0
        put("@sysent ")
        start = count
        put(number)
        number += 1
        space()
        put(kind)
    }

    mutating func end<Kernel: KernelCalls>(_ kernel: inout Kernel) {
        var sum: UInt32 = .max
        for index in start..<count {
            sum ^= UInt32(memory[index])
            for _ in 0..<8 { sum = sum & 1 != 0 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        sum = ~sum
        append(0x20)
        append(0x23)
        for index in 0..<8 { append(Self.digit(UInt8(truncatingIfNeeded: sum >> UInt32(28 - index * 4)) & 15)) }
        append(0x0A)
        kernel.write(UnsafeBufferPointer(rebasing: memory[0..<count]))
    }

    mutating func put(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { add(text.utf8Start[index]) }
    }

    mutating func put(_ value: some BinaryInteger) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var length = 0
        var rest = value.magnitude
        repeat {
            digits[length] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            length += 1
        } while rest > 0
        if value < 0 { add(0x2D) }
        while length > 0 {
            length -= 1
            add(digits[length])
        }
    }

    /// Text; what does not print is `\xNN`, and so are backslashes.
    mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            if count > Self.room { return put("...") }
            if byte < 0x20 || byte > 0x7E || byte == 0x5C {
                add(0x5C)
                add(0x78)
                put(hex: byte)
            } else {
                add(byte)
            }
        }
    }

    mutating func put(hex byte: UInt8) {
        add(Self.digit(byte >> 4))
        add(Self.digit(byte & 15))
    }

    mutating func space() { add(0x20) }

    private mutating func add(_ byte: UInt8) {
        if count < Self.room + 16 { append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
