/// The white space of `isspace(3)` in the C locale, which is Lua's `%s`.
@inlinable
public func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
}

/// An ASCII decimal digit.
@inlinable
public func isDigit(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39
}

/// A byte of a C identifier.
@inlinable
public func isIdentifier(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F
}

extension ArraySlice<UInt8> {
    /// The bytes without the white space at their ends.
    public var trimmed: ArraySlice<UInt8> {
        withUnsafeBufferPointer { bytes in
            var (low, high) = (0, bytes.count)
            while low < high, isSpace(bytes[low]) { low += 1 }
            while high > low, isSpace(bytes[high - 1]) { high -= 1 }
            return self[startIndex + low..<startIndex + high]
        }
    }

    /// Whether all bytes may stand in a C identifier.
    public var isWord: Bool {
        withUnsafeBufferPointer { bytes in
            for byte in bytes where !isIdentifier(byte) { return false }
            return true
        }
    }

    /// The bytes as text; bytes that are not UTF-8 become replacement characters.
    public var text: String {
        withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// `range` without the white space at its ends.
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isSpace(self[low]) { low += 1 }
        while high > low, isSpace(self[high - 1]) { high -= 1 }
        return low..<high
    }

    /// The maximal runs of bytes other than white space in `range`.
    public func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        words.reserveCapacity(4)
        var position = range.lowerBound
        while let word = word(in: position..<range.upperBound) {
            words.append(word)
            position = word.upperBound
        }
        return words
    }

    /// The first run of bytes other than white space in `range`.
    public func word(in range: Range<Int>) -> Range<Int>? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBufferPointer { bytes in
            var start = range.lowerBound
            while start < range.upperBound, isSpace(bytes[start]) { start += 1 }
            var end = start
            while end < range.upperBound, !isSpace(bytes[end]) { end += 1 }
            return start < end ? start..<end : nil
        }
    }

    /// Whether all bytes of `range` may stand in a C identifier.
    public func isWord(_ range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBufferPointer { bytes in
            for index in range where !isIdentifier(bytes[index]) { return false }
            return true
        }
    }

    /// Whether the bytes of `range` and of `other` are the same.
    public func isSame(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        precondition(other.lowerBound >= 0 && other.upperBound <= count)
        guard range.count == other.count else { return false }
        return withUnsafeBufferPointer { bytes in
            let distance = other.lowerBound - range.lowerBound
            for index in range where bytes[index] != bytes[index + distance] { return false }
            return true
        }
    }

    /// Whether the bytes of `range` are those of `text`.
    public func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for (index, byte) in expected.enumerated() where self[range.lowerBound + index] != byte { return false }
            return true
        }
    }

    /// Whether the bytes from `start` on begin with those of `text`.
    public func holds(_ text: StaticString, from start: Int) -> Bool {
        let end = start + text.utf8CodeUnitCount
        return end <= count && holds(text, at: start..<end)
    }

    /// Where `text` begins in `range`; `nil` when it does not stand there.
    public func firstIndex(of text: StaticString, in range: Range<Int>) -> Int? {
        let length = text.utf8CodeUnitCount
        guard length > 0, length <= range.count else { return length == 0 ? range.lowerBound : nil }
        let first = text.utf8Start.pointee
        return withUnsafeBufferPointer { bytes in
            for position in range.lowerBound...range.upperBound - length where bytes[position] == first {
                if holds(text, from: position) { return position }
            }
            return nil
        }
    }

    /// The bytes of `range` as text; bytes that are not UTF-8 become replacement characters.
    public func text(_ range: Range<Int>) -> String {
        withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
    }

    /// The bytes of `range` for a message: as text, and not endless.
    public func excerpt(_ range: Range<Int>) -> String {
        range.count <= 80 ? text(range) : text(range.lowerBound..<range.lowerBound + 77) + "..."
    }

    /// The number written in decimal digits in `range`; `nil` for anything else or beyond ten digits.
    public func decimal(_ range: Range<Int>) -> Int? {
        guard !range.isEmpty, range.count <= 10 else { return nil }
        var value = 0
        for index in range {
            guard isDigit(self[index]) else { return nil }
            value = value * 10 + Int(self[index] - 0x30)
        }
        return value
    }
}
