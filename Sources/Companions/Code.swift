import SyscallTable

/// A piece of text with interpolations, on its way into a ``CodeWriter``.
///
/// The renderers make one for each line. Text goes into it byte by byte without becoming a `String`, and stays on the
/// stack, since to ask for memory costs more than so few bytes.
struct Code: ExpressibleByStringInterpolation {
    private let text: ShortText

    @inline(__always)
    init(stringLiteral value: StaticString) {
        var text = ShortText()
        text.append(value)
        self.text = text
    }

    @inline(__always)
    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    /// Appends the text to `bytes`.
    func write(to bytes: inout [UInt8]) {
        text.write(to: &bytes)
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ShortText()

        @inline(__always)
        init(literalCapacity: Int, interpolationCount: Int) {}

        @inline(__always)
        mutating func appendLiteral(_ literal: StaticString) {
            text.append(literal)
        }

        mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { self.text.append($0) }
        }

        mutating func appendInterpolation(_ name: AffixedName) {
            appendInterpolation(name.prefix)
            appendInterpolation(name.stem)
            appendInterpolation(name.suffix)
        }

        /// The size in words of an argument structure.
        mutating func appendInterpolation(sizeOf structure: AffixedName?) {
            guard let structure else { return appendLiteral("0") }
            appendLiteral("AS(")
            appendInterpolation(structure)
            appendLiteral(")")
        }

        mutating func appendInterpolation(_ number: Int) {
            guard number >= 0 else { return appendInterpolation(String(number)) }
            text.append(digitsOf: UInt(number))
        }
    }
}

/// Bytes that grow: a line's worth in place, what comes before in an array.
private struct ShortText {
    private typealias Room = (SIMD64<UInt8>, SIMD64<UInt8>, SIMD64<UInt8>)

    private var room: Room = (SIMD64(), SIMD64(), SIMD64())
    /// How much of the room is taken.
    private var count = 0
    /// What did not fit any more, ahead of what is in the room.
    private var overflow: [UInt8] = []

    private static let capacity = MemoryLayout<Room>.size

    func write(to bytes: inout [UInt8]) {
        if !overflow.isEmpty { bytes += overflow }
        withUnsafeBytes(of: room) { room in
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: room.baseAddress, count: count))
        }
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        guard count + text.count <= Self.capacity else { return makeRoom(for: text) }
        let start = count
        withUnsafeMutableBytes(of: &room) { room in
            room.baseAddress?.advanced(by: start).copyMemory(from: source, byteCount: text.count)
        }
        count += text.count
    }

    mutating func append(digitsOf number: UInt) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = digits.count
            var rest = number
            repeat {
                first -= 1
                digits[first] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }

    @inline(never)
    private mutating func makeRoom(for text: UnsafeBufferPointer<UInt8>) {
        withUnsafeBytes(of: room) { overflow += $0[..<count] }
        count = 0
        if text.count <= Self.capacity { append(text) } else { overflow += text }
    }
}
