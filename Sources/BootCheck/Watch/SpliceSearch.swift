/// Finds markers that another writer's line has split.
///
/// Two writers share a console, and neither waits for the other: `HOST-BOOem0: link state changed to UP` is followed by
/// `TSTRAP-OK`. A line that begins with a part of a marker, goes on with something else, and is followed by a line that is the
/// rest of the marker and nothing but it, has the marker. What could as well be a line of its own is not taken for a splice:
/// a wrong success is worse than a wrong failure.
///
/// The search goes backwards: few lines are the end of a marker, and only those are looked at further.
struct SpliceSearch: Sendable {
    private let texts: [MarkerText]
    /// Markers that are whole lines, by the last byte of the line.
    private let byLastByte: [[Int]]
    /// The length of the longest of them.
    private let longest: Int
    /// The same by its first byte.
    private let linesByFirstByte: [[Int]]
    /// Patterns with a literal beginning, by its first byte.
    private let byFirstByte: [[Int]]
    /// Of the last lines, whether each was a marker itself and so nobody's beginning; the last one is bit 0.
    private var known: UInt8 = 0
    /// How many comparisons of patterns are left: they take longer than reading does.
    private var budget = 4096

    /// How many lines may come between; a short rest must follow at once.
    private static let reach = 4
    private static let shortReach = 2
    private static let lengthLimit = 256

    init(_ texts: [MarkerText]) {
        self.texts = texts
        var byLastByte = [[Int]](repeating: [], count: 256)
        var linesByFirstByte = byLastByte
        var byFirstByte = byLastByte
        var longest = 0
        for (index, text) in texts.enumerated() {
            switch text.kind {
            case .line:
                guard let first = text.head.first, let last = text.head.last else { continue }
                linesByFirstByte[Int(first)].append(index)
                byLastByte[Int(last)].append(index)
                longest = max(longest, text.head.count)
            case .pattern:
                if let first = text.head.first { byFirstByte[Int(first)].append(index) }
            }
        }
        self.byLastByte = byLastByte
        self.linesByFirstByte = linesByFirstByte
        self.byFirstByte = byFirstByte
        self.longest = longest
    }

    /// Looks at a line.
    ///
    /// - Parameters:
    ///   - line: the line, which is the last of `recent`.
    ///   - recent: the lines.
    ///   - isKnown: whether the line is a marker itself, or only a part of a line.
    ///   - isWanted: whether a marker is still looked for.
    ///   - report: is called with each marker that is found.
    mutating func look(
        at line: UnsafeBufferPointer<UInt8>, _ recent: RecentLines, isKnown: Bool, isWanted: (Int) -> Bool,
        report: (Int) -> Void
    ) {
        defer { known = known << 1 | (isKnown ? 1 : 0) }
        guard !isKnown else { return }
        if let last = line.last {
            if line.count < longest {
                for marker in byLastByte[Int(last)] where isRest(line, of: texts[marker].head) && isWanted(marker) {
                    let head = texts[marker].head
                    if isBegun(head, upTo: head.count - line.count, before: 0, recent, rest: line.count) {
                        report(marker)
                    }
                }
            }
            lookForPatterns(line, recent, isWanted, report)
        } else {
            lookForEnds(recent, isWanted, report)
        }
    }

    private func isRest(_ line: UnsafeBufferPointer<UInt8>, of marker: [UInt8]) -> Bool {
        guard line.count < marker.count else { return false }
        var left = line.count
        var right = marker.count
        while left > 0 {
            left -= 1
            right -= 1
            if line[left] != marker[right] { return false }
        }
        return true
    }

    /// Whether one of the lines before the one that stands `back` lines before the last begins with the first `cut` bytes of the
    /// marker, or with bytes up to there whose own beginning stands in a line before.
    private func isBegun(
        _ marker: [UInt8], upTo cut: Int, before back: Int, _ recent: RecentLines, rest: Int
    ) -> Bool {
        let reach = rest > 3 ? Self.reach : Self.shortReach
        for distance in 1...reach {
            let position = back + distance
            guard let line = recent.line(position) else { return false }
            guard known >> UInt8(position - 1) & 1 == 0, line.count <= Self.lengthLimit else { continue }
            if line.count > cut, line.starts(with: marker[..<cut]), !Self.isShouted(line[cut...]) { return true }
            guard back == 0, cut > 2 else { continue }
            for start in 1..<(cut - 1) where line.count > cut - start && line.starts(with: marker[start..<cut]) {
                guard !Self.isShouted(line[(cut - start)...]) else { continue }
                if isBegun(marker, upTo: start, before: position, recent, rest: cut - start) { return true }
            }
        }
        return false
    }

    /// A marker whose line feed alone was written later: the line behind another writer's is empty.
    private func lookForEnds(_ recent: RecentLines, _ isWanted: (Int) -> Bool, _ report: (Int) -> Void) {
        guard known & 1 == 0, let line = recent.line(1), let first = line.first, line.count <= Self.lengthLimit else {
            return
        }
        for marker in linesByFirstByte[Int(first)] {
            let head = texts[marker].head
            guard line.count > head.count, line.starts(with: head), Self.isMessage(line[head.count...]),
                isWanted(marker)
            else { continue }
            report(marker)
        }
    }

    private mutating func lookForPatterns(
        _ line: UnsafeBufferPointer<UInt8>, _ recent: RecentLines, _ isWanted: (Int) -> Bool, _ report: (Int) -> Void
    ) {
        budget = min(budget + 1 + line.count / 64, 1 << 16)
        for distance in 1...Self.shortReach where known >> UInt8(distance - 1) & 1 == 0 {
            guard let beginning = recent.line(distance), let first = beginning.first,
                beginning.count <= Self.lengthLimit, line.count <= Self.lengthLimit
            else { continue }
            for marker in byFirstByte[Int(first)] where isWanted(marker) {
                guard case .pattern(let pattern) = texts[marker].kind else { continue }
                let head = texts[marker].head
                if isRest(line, of: pattern, head: head, beginning) { report(marker) }
            }
        }
    }

    /// Whether a part of `beginning` and `line` together have the pattern.
    private mutating func isRest(
        _ line: UnsafeBufferPointer<UInt8>, of pattern: LinePattern, head: [UInt8], _ beginning: [UInt8]
    ) -> Bool {
        var length = 0
        while length < min(head.count, beginning.count), head[length] == beginning[length] { length += 1 }
        let most = length < head.count ? length : beginning.count - 1
        guard length > 0, most < beginning.count, !line.starts(with: head) else { return false }
        for cut in stride(from: most, to: 0, by: -1) where Self.isMessage(beginning[cut...]) {
            guard budget > 0 else { return false }
            budget -= 1
            if pattern.isFound(in: Array(beginning[..<cut]) + Array(line)) { return true }
        }
        return false
    }

    /// Whether `text` looks like a line of a kernel: `em0: link state changed to UP`.
    private static func isMessage(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, isLower(first), let colon = text.firstIndex(of: UInt8(ascii: ":")),
            colon + 1 < text.endIndex, text[colon + 1] == UInt8(ascii: " ")
        else { return false }
        return text[..<colon].allSatisfy {
            isLower($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        }
    }

    /// Whether `text` goes on as a marker does, all in capitals: then it is another marker.
    private static func isShouted(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.prefix { $0 != UInt8(ascii: " ") }
        return !word.isEmpty
            && word.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || isDigit($0) || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }

    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// How a marker is known, prepared for the search.
struct MarkerText: Sendable {
    enum Kind: Sendable {
        case line
        case pattern(LinePattern)
    }

    let kind: Kind
    /// What its lines begin with: the whole line, or the literal beginning of a pattern.
    let head: [UInt8]

    init(_ text: BootPlan.Marker.Text) {
        switch text {
        case .line(let line):
            kind = .line
            var bytes = Array(line.utf8)
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            head = bytes
        case .pattern(let pattern):
            kind = .pattern(pattern)
            head = pattern.head
        }
    }
}
