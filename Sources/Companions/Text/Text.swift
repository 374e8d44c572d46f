/// Bytes that somebody else keeps: a name, a type, preprocessor lines.
///
/// A companion is thousands of names. A `String` is counted each time that one is handed on, and threads that write
/// companions of one table at the same time wait for one another to count; this is a place and a length.
struct Text: BitwiseCopyable, @unchecked Sendable {
    /// Where they stand: in a ``TextStore``, or in the program itself.
    let bytes: UnsafeBufferPointer<UInt8>

    var isEmpty: Bool { bytes.isEmpty }

    var count: Int { bytes.count }

    /// The last `count` bytes.
    func suffix(_ count: Int) -> Text { Text(bytes: UnsafeBufferPointer(rebasing: bytes.suffix(count))) }

    /// The text without its last `count` bytes.
    func dropLast(_ count: Int) -> Text { Text(bytes: UnsafeBufferPointer(rebasing: bytes.dropLast(count))) }
}

extension Text: ExpressibleByStringLiteral {
    init(stringLiteral literal: StaticString) {
        bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    }
}

extension Text: Equatable {
    static func == (left: Text, right: Text) -> Bool { left.bytes.elementsEqual(right.bytes) }
}
