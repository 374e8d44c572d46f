/// A piece of text with interpolations, on its way into a ``CodeWriter``.
///
/// The renderers make one for each line. Text goes into it byte by byte without becoming a `String`, into memory that is
/// not an array's, because an array asks at each append whether it is shared, which costs more than so few bytes.
struct Code: ExpressibleByStringInterpolation {
    private let buffer: Buffer

    init(stringLiteral value: StaticString) {
        var buffer = Buffer(capacity: value.utf8CodeUnitCount)
        buffer.append(value)
        self.buffer = buffer
    }

    init(stringInterpolation: StringInterpolation) {
        buffer = stringInterpolation.buffer
    }

    /// Appends the text to `bytes` and ends its life. The writer calls this, once; there is no other use of a text.
    func move(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: buffer.bytes)
        buffer.free()
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var buffer: Buffer

        init(literalCapacity: Int, interpolationCount: Int) {
            buffer = Buffer(capacity: literalCapacity + 24 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            buffer.append(literal)
        }

        mutating func appendInterpolation(_ text: String) {
            if text.utf8.withContiguousStorageIfAvailable({ buffer.append($0) }) == nil {
                Array(text.utf8).withUnsafeBufferPointer { buffer.append($0) }
            }
        }

        mutating func appendInterpolation(_ number: Int) {
            guard number >= 0 else { return appendInterpolation(String(number)) }
            buffer.append(digitsOf: UInt(number))
        }
    }
}

/// Bytes that grow, in memory that is freed by hand.
private struct Buffer {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        start = .allocate(capacity: self.capacity)
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    func free() {
        start.deallocate()
    }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        makeRoom(for: text.count)
        (start + count).initialize(from: source, count: text.count)
        count += text.count
    }

    mutating func append(digitsOf number: UInt) {
        var length = 1
        var rest = number / 10
        while rest > 0 {
            length += 1
            rest /= 10
        }
        makeRoom(for: length)
        count += length
        rest = number
        for place in 1...length {
            (start + count - place).initialize(to: 0x30 + UInt8(rest % 10))
            rest /= 10
        }
    }

    private mutating func makeRoom(for more: Int) {
        guard count + more > capacity else { return }
        capacity = 2 * (count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
