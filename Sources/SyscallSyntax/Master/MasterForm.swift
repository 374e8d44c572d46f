/// How the lines of a `syscalls.master` make entries. Each family of generators reads one form.
public enum MasterForm: Sendable, Hashable {
    /// Header, prototype, a line an argument, `);`, `}`: what `sys/tools/syscalls` reads.
    case block
    /// Lines are trimmed and joined until the entry is complete: what `makesyscalls.lua` reads.
    case joined
    /// An entry is one line, longer ones continue behind `\`: what `makesyscalls.sh` reads.
    ///
    /// - Parameter joinsPrototypes: whether lines are joined up to the `}` as well, as releases from 12 on do.
    case continued(joinsPrototypes: Bool)
}

extension MasterForm {
    /// The bytes of `range` as one line, as this form's generator would see it, and where each of them stands.
    func logicalLine(_ bytes: [UInt8], _ range: Range<Int>) -> LogicalLine {
        var line = LogicalLine()
        switch self {
        case .block: line.append(bytes, range)
        case .continued: line.appendContinued(bytes, range)
        case .joined: line.appendJoined(bytes, range)
        }
        return line
    }
}

/// Text without its line breaks, and the place of each byte of it.
struct LogicalLine {
    private(set) var bytes: [UInt8] = []
    private var offsets: [Int] = []

    /// The bytes of the file that `range` of this text came from, with whatever was left out between them.
    func source(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let place = range.lowerBound < offsets.count ? offsets[range.lowerBound] : (offsets.last ?? -1) + 1
            return place..<place
        }
        return offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
    }

    /// The place in the file of the byte at `index`; behind the last byte for an index past the end.
    func source(_ index: Int) -> Int {
        index < offsets.count ? offsets[index] : (offsets.last ?? -1) + 1
    }

    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        bytes += source[range]
        offsets += range
    }

    /// Leaves out line feeds, and a backslash ahead of one (the `sed` script of makesyscalls.sh).
    mutating func appendContinued(_ source: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = source[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            let isBroken = end < range.upperBound
            append(source, start..<(isBroken && end > start && source[end - 1] == 0x5C ? end - 1 : end))
            start = end + 1
        }
    }

    /// Trims every line, then drops a backslash at its end; comments and identification lines vanish
    /// (`process_sysfile` and `pattern_table` of makesyscalls.lua).
    mutating func appendJoined(_ source: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = source[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            defer { start = end + 1 }
            var line = start..<end
            let beginsLine = start == 0 || source[start - 1] == 0x0A
            if beginsLine {
                if source.isComment(line) || source.firstIndex(of: "$FreeBSD", in: line) != nil { continue }
                line = source.trimmed(line).lowerBound..<end
            }
            guard end < range.upperBound || end == source.count || source[end] == 0x0A else {
                append(source, line)
                continue
            }
            line = line.lowerBound..<max(line.lowerBound, source.trimmed(line).upperBound)
            if let last = line.last, source[last] == 0x5C { line = line.lowerBound..<last }
            append(source, line)
        }
    }
}

extension [UInt8] {
    /// Whether the first byte of `line` other than white space is `;`.
    func isComment(_ line: Range<Int>) -> Bool {
        var first = line.lowerBound
        while first < line.upperBound, isSpace(self[first]) { first += 1 }
        return first < line.upperBound && self[first] == 0x3B
    }
}
