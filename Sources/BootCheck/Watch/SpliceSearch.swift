/// Finds markers that another writer's line has split.
///
/// Two writers share a console, and neither waits for the other: `HOST-BOOTem0: link state changed to UP` is followed by
/// `STRAP-OK`. A line that begins with a part of a marker, goes on with something else, and is followed by a line that is the
/// rest of the marker and nothing but it, has the marker. What could as well be a line of its own is not taken for a splice:
/// a wrong success is worse than a wrong failure.
struct SpliceSearch: Sendable {
    /// A beginning that waits for its rest.
    private struct Beginning: Sendable {
        var marker: Int
        /// What of the line is the marker's, at most.
        var length: Int
        /// The line.
        var text: [UInt8]
        var number: Int
    }

    private var beginnings: [Beginning] = []
    /// Whether a rest is waited for.
    var isWaiting: Bool { !beginnings.isEmpty }
    /// How many comparisons of patterns are left: they take longer than reading does.
    private var budget = 4096

    /// How many lines may come between; a short rest must follow at once.
    private static let reach = 4
    private static let shortReach = 2
    private static let limit = 64
    private static let lengthLimit = 256

    /// Looks at a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - number: its number.
    ///   - isKnown: whether the line is a marker itself, and so nobody's beginning.
    ///   - candidates: the markers that are looked for and begin with the line's first byte.
    ///   - texts: what each marker's lines begin with, and how they are known.
    ///   - report: is called with each marker that is found.
    mutating func look(
        at line: UnsafeBufferPointer<UInt8>,
        number: Int,
        isKnown: Bool,
        candidates: [Int],
        texts: [MarkerText],
        report: (Int) -> Void
    ) {
        budget = min(budget + 1 + line.count / 64, 1 << 16)
        if !beginnings.isEmpty { complete(line, number, texts, report) }
        guard !isKnown, !line.isEmpty, line.count <= Self.lengthLimit else { return }
        for marker in candidates {
            let head = texts[marker].head
            var length = 0
            while length < min(head.count, line.count), head[length] == line[length] { length += 1 }
            guard length > 0, length < line.count else { continue }
            if beginnings.count >= Self.limit { beginnings.removeFirst() }
            beginnings.append(Beginning(marker: marker, length: length, text: Array(line), number: number))
        }
    }

    private mutating func complete(
        _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ texts: [MarkerText], _ report: (Int) -> Void
    ) {
        beginnings.removeAll { number - $0.number > Self.reach }
        var grown: [Beginning] = []
        for beginning in beginnings {
            let text = texts[beginning.marker]
            switch text.kind {
            case .line:
                if isRest(line, of: text.head, beginning, number) {
                    report(beginning.marker)
                } else if let longer = Self.grown(beginning, by: line, of: text.head, number) {
                    grown.append(longer)
                }
            case .pattern(let pattern):
                if number - beginning.number <= Self.shortReach, isRest(line, of: pattern, head: text.head, beginning) {
                    report(beginning.marker)
                }
            }
        }
        beginnings += grown.prefix(Self.limit - min(beginnings.count, Self.limit))
    }

    /// Whether `line` is the end of `marker`, and the beginning has all before it.
    private func isRest(
        _ line: UnsafeBufferPointer<UInt8>, of marker: [UInt8], _ beginning: Beginning, _ number: Int
    ) -> Bool {
        let cut = marker.count - line.count
        guard cut > 0, cut <= beginning.length, marker[cut...].elementsEqual(line) else { return false }
        let reach = line.isEmpty ? 1 : line.count > 3 ? Self.reach : Self.shortReach
        guard number - beginning.number <= reach else { return false }
        let foreign = beginning.text[cut...]
        return line.isEmpty ? Self.isMessage(foreign) : !Self.isShouted(foreign)
    }

    /// A marker that is split twice: `line` has a further part of it.
    private static func grown(
        _ beginning: Beginning, by line: UnsafeBufferPointer<UInt8>, of marker: [UInt8], _ number: Int
    ) -> Beginning? {
        guard line.count > 2, line.count <= lengthLimit, !isShouted(beginning.text[beginning.length...]) else {
            return nil
        }
        let rest = marker[beginning.length...]
        var length = 0
        for (left, right) in zip(rest, line) {
            guard left == right else { break }
            length += 1
        }
        guard length >= 2, length < line.count else { return nil }
        return Beginning(
            marker: beginning.marker,
            length: beginning.length + length,
            text: Array(marker[..<beginning.length]) + Array(line),
            number: number
        )
    }

    /// Whether a part of the beginning and `line` together have the pattern.
    private mutating func isRest(
        _ line: UnsafeBufferPointer<UInt8>, of pattern: LinePattern, head: [UInt8], _ beginning: Beginning
    ) -> Bool {
        guard !line.isEmpty, line.count <= Self.lengthLimit, !line.starts(with: head) else { return false }
        let most = beginning.length < head.count ? beginning.length : beginning.text.count - 1
        for cut in stride(from: most, to: 0, by: -1) where Self.isMessage(beginning.text[cut...]) {
            guard budget > 0 else { return false }
            budget -= 1
            if pattern.isFound(in: Array(beginning.text[..<cut]) + Array(line)) { return true }
        }
        return false
    }

    /// Whether `text` looks like a line of a kernel: `em0: link state changed to UP`.
    private static func isMessage(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex, colon + 1 < text.endIndex,
            text[colon + 1] == UInt8(ascii: " "), isLower(text[text.startIndex])
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
