/// Turns byte offsets of a text into lines and columns.
public struct LineMap: Sendable {
    /// The offset of each line's first byte. There is always a first line.
    public let starts: [Int]
    /// The length of the text.
    public let length: Int

    /// Indexes `text` by its line feeds.
    public init(_ text: [UInt8]) {
        var starts = [0]
        text.withUnsafeBufferPointer { buffer in
            for (offset, byte) in buffer.enumerated() where byte == 0x0A && offset + 1 < buffer.count {
                starts.append(offset + 1)
            }
        }
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
