/// Turns byte offsets of a text into lines and columns.
public struct LineMap: Sendable {
    /// The offset of each line's first byte. There is always a first line.
    public let starts: [Int]
    /// The length of the text.
    public let length: Int

    /// Indexes `text` by its line feeds.
    public init(_ text: [UInt8]) {
        var starts = [0]
        starts.reserveCapacity(text.count / 16)
        text.withUnsafeBytes { bytes in
            var offset = 0
            // Most words of eight bytes hold no line feed.
            while offset + 8 <= bytes.count {
                var feeds = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).lineFeeds
                while feeds != 0 {
                    starts.append(offset + feeds.trailingZeroBitCount / 8 + 1)
                    feeds &= feeds - 1
                }
                offset += 8
            }
            for offset in offset..<bytes.count where bytes[offset] == 0x0A { starts.append(offset + 1) }
        }
        // What follows the last line feed is a line only if there is something.
        if starts.count > 1, starts.last == text.count { starts.removeLast() }
        self.starts = starts
        length = text.count
    }

    /// The line, counted from 1, that holds the byte at `offset`.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The column, counted from 1 in bytes, of the byte at `offset`.
    public func column(at offset: Int) -> Int {
        offset - starts[line(at: offset) - 1] + 1
    }

    /// The bytes of `line`, counted from 1, with its line feed.
    public func range(ofLine line: Int) -> Range<Int> {
        starts[line - 1]..<(line < starts.count ? starts[line] : length)
    }
}

extension UInt64 {
    /// The high bit of each byte that is a line feed, the first byte of the text lowest.
    fileprivate var lineFeeds: UInt64 {
        let others = littleEndian ^ 0x0A0A_0A0A_0A0A_0A0A
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((others & low) + low) | others | low)
    }
}
