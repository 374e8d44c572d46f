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
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || isDigit(byte) || byte == 0x5F
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
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBufferPointer { bytes in
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high, isSpace(bytes[low]) { low += 1 }
            while high > low, isSpace(bytes[high - 1]) { high -= 1 }
            return low..<high
        }
    }

    /// The maximal runs of bytes other than white space in `range`.
    public func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        words.reserveCapacity(4)
        appendWords(in: range, to: &words)
        return words
    }

    /// Appends the maximal runs of bytes other than white space in `range`.
    func appendWords(in range: Range<Int>, to words: inout [Range<Int>]) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        withUnsafeBufferPointer { bytes in
            var end = range.lowerBound
            while end < range.upperBound {
                var start = end
                while start < range.upperBound, isSpace(bytes[start]) { start += 1 }
                end = start
                while end < range.upperBound, !isSpace(bytes[end]) { end += 1 }
                if start < end { words.append(start..<end) }
            }
        }
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
    @inlinable
    public func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
        range.count == text.utf8CodeUnitCount && holds(text, from: range.lowerBound)
    }

    /// Whether the bytes from `start` on begin with those of `text`.
    public func holds(_ text: StaticString, from start: Int) -> Bool {
        precondition(start >= 0)
        guard text.utf8CodeUnitCount <= count - start else { return false }
        return withUnsafeBufferPointer { bytes in
            for index in 0..<text.utf8CodeUnitCount where bytes[start + index] != text.utf8Start[index] { return false }
            return true
        }
    }

    /// Where `byte` stands first in `range`; `nil` when it does not. Eight bytes are looked at as one.
    public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBytes { bytes in
            let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
            var index = range.lowerBound
            while index + 8 <= range.upperBound {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                let others = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
                // The high bit of each byte that is the wanted one.
                let found = ~(((others & low) + low) | others | low)
                if found != 0 { return index + found.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < range.upperBound {
                if bytes[index] == byte { return index }
                index += 1
            }
            return nil
        }
    }

    /// Where `text` begins in `range`; `nil` when it does not stand there.
    public func firstIndex(of text: StaticString, in range: Range<Int>) -> Int? {
        let length = text.utf8CodeUnitCount
        guard length > 0, length <= range.count else { return length == 0 ? range.lowerBound : nil }
        var starts = range.lowerBound..<range.upperBound - length + 1
        while let position = firstIndex(of: text.utf8Start.pointee, in: starts) {
            if holds(text, from: position) { return position }
            starts = position + 1..<starts.upperBound
        }
        return nil
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
