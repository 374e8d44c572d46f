/// A line of the probe: what it tells, without its frame.
///
/// The form is that of `FrameWriter` in the module of the probe.
struct ProbeFrame: Sendable, Hashable {
    /// Its number, counted from 0.
    let number: Int
    /// What it tells.
    let words: [String]
    /// Whether another writer's text stood in it.
    let isSpliced: Bool

    fileprivate static let head = Array("@sysent ".utf8)

    /// Reads the frame in `line`, wherever it stands there; `nil` when there is none that is whole.
    init?(_ line: [UInt8], isSpliced: Bool = false) {
        guard let start = Self.start(in: line) else { return nil }
        let rest = line[start...]
        var search = rest.startIndex
        while let mark = rest[search...].firstIndex(of: UInt8(ascii: "#")) {
            search = mark + 1
            guard mark > start, line[mark - 1] == UInt8(ascii: " "), mark + 8 < line.count,
                let sum = Self.hex(line[(mark + 1)...(mark + 8)]), sum == Self.sum(line[start..<(mark - 1)])
            else { continue }
            let words = String(decoding: line[start..<(mark - 1)], as: UTF8.self)
                .split(separator: " ").map(String.init)
            guard let first = words.first, let number = Int(first) else { return nil }
            self.number = number
            self.words = Array(words.dropFirst())
            self.isSpliced = isSpliced
            return
        }
        return nil
    }

    /// Where a frame's text begins.
    fileprivate static func start(in line: [UInt8]) -> Int? {
        guard line.count > head.count else { return nil }
        for offset in 0...(line.count - head.count) where line[offset] == head[0] {
            if line[offset..<(offset + head.count)].elementsEqual(head) { return offset + head.count }
        }
        return nil
    }

    private static func hex(_ digits: ArraySlice<UInt8>) -> UInt32? {
        UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 != 0 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// Finds the probe's frames in the lines of a console, also those that another writer's text stands in.
struct ProbeFrames: Sendable {
    private var pieces: [[UInt8]] = []

    /// Whether a frame has begun and not ended.
    var isWaiting: Bool { !pieces.isEmpty }

    private static let reach = 4
    private static let lengthLimit = 600

    /// Takes a line; the frame that it has, or completes.
    mutating func take(_ line: [UInt8]) -> ProbeFrame? {
        guard line.count <= Self.lengthLimit else { return nil }
        if let frame = ProbeFrame(line) { return frame }
        let isPiece = ProbeFrame.start(in: line) != nil
        if isPiece, let frame = Self.withoutMiddle(line) { return frame }
        for (index, piece) in pieces.enumerated().reversed() {
            for cut in stride(from: piece.count - 1, to: 8, by: -1) {
                if let frame = ProbeFrame(Array(piece[..<cut]) + line, isSpliced: true) {
                    pieces.remove(at: index)
                    return frame
                }
            }
        }
        if isPiece { pieces.append(line) } else if !pieces.isEmpty { pieces.append([]) }
        if pieces.count > Self.reach { pieces.removeFirst() }
        if pieces.allSatisfy(\.isEmpty) { pieces = [] }
        return nil
    }

    /// A frame with something between its parts on one line.
    private static func withoutMiddle(_ line: [UInt8]) -> ProbeFrame? {
        guard line.count <= 200, let start = ProbeFrame.start(in: line) else { return nil }
        for cut in start..<line.count {
            for end in (cut + 1)..<line.count + 1 where end < line.count {
                if let frame = ProbeFrame(Array(line[..<cut]) + Array(line[end...]), isSpliced: true) { return frame }
            }
        }
        return nil
    }
}
