/// A piece of text with interpolations, on its way into a ``CodeWriter``.
///
/// The renderers make one for each line. Text goes into it byte by byte without becoming a `String`, and stays on the
/// stack, since to ask for memory costs more than so few bytes.
struct Code: ExpressibleByStringInterpolation, StringInterpolationProtocol {
    private typealias Room = (SIMD64<UInt8>, SIMD64<UInt8>, SIMD64<UInt8>)

    private var room: Room = (SIMD64(), SIMD64(), SIMD64())
    /// How much of the room is taken.
    private var count = 0
    /// What did not fit any more, ahead of what is in the room.
    private var overflow: UnsafeMutableRawBufferPointer?

    @inline(__always)
    init(stringLiteral value: StaticString) {
        appendLiteral(value)
    }

    @inline(__always)
    init(literalCapacity: Int, interpolationCount: Int) {}

    @inline(__always)
    init(stringInterpolation: Code) {
        self = stringInterpolation
    }

    /// Appends the text to `writer` and ends its life. The writer calls this, once; there is no other use of a text.
    @inline(__always)
    func move(to writer: inout CodeWriter) {
        if let overflow {
            writer.append(UnsafeRawBufferPointer(overflow))
            overflow.deallocate()
        }
        withUnsafeBytes(of: room) {
            writer.append(UnsafeRawBufferPointer(start: $0.baseAddress, count: count))
        }
    }
}

// MARK: - What texts are made of

extension Code {
    @inline(__always)
    mutating func appendLiteral(_ literal: StaticString) {
        append(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    @inline(__always)
    mutating func appendInterpolation(_ text: String) {
        text.utf8.span.withUnsafeBufferPointer { append($0) }
    }

    @inline(__always)
    mutating func appendInterpolation(_ text: Text) {
        append(text.bytes)
    }

    /// The size in words of an argument structure.
    mutating func appendInterpolation(sizeOf structure: Text?) {
        guard let structure else { return appendLiteral("0") }
        appendLiteral("AS(")
        appendInterpolation(structure)
        appendLiteral(")")
    }

    mutating func appendInterpolation(_ number: Int) {
        guard number >= 0 else { return appendInterpolation(String(number)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var first = digits.count
            var rest = UInt(number)
            repeat {
                first -= 1
                digits[first] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: digits[first...]))
        }
    }
}

// MARK: - Bytes

extension Code {
    private static let capacity = MemoryLayout<Room>.size

    @inline(__always)
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if let start = text.baseAddress { append(start, text.count) }
    }

    @inline(__always)
    private mutating func append(_ text: UnsafePointer<UInt8>, _ length: Int) {
        guard count + length <= Self.capacity else { return overflow(with: text, length) }
        let start = count
        withUnsafeMutableBytes(of: &room) { room in
            room.baseAddress?.advanced(by: start).copyMemory(from: text, byteCount: length)
        }
        count += length
    }

    @inline(never)
    private mutating func overflow(with text: UnsafePointer<UInt8>, _ length: Int) {
        let earlier = overflow?.count ?? 0
        let all = UnsafeMutableRawBufferPointer.allocate(
            byteCount: earlier + count + length, alignment: 1)
        if let overflow { all.copyMemory(from: UnsafeRawBufferPointer(overflow)) }
        overflow?.deallocate()
        withUnsafeBytes(of: room) {
            UnsafeMutableRawBufferPointer(rebasing: all[earlier...]).copyMemory(
                from: .init(rebasing: $0[..<count]))
        }
        let rest = UnsafeMutableRawBufferPointer(rebasing: all[(earlier + count)...])
        rest.copyMemory(from: UnsafeRawBufferPointer(start: text, count: length))
        overflow = all
        count = 0
    }
}
