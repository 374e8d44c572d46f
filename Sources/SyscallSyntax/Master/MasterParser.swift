import Edits
import Findings

extension MasterSyntax {
    /// Parses a master in one of its forms.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: the name under which problems are reported.
    ///   - form: how lines make entries.
    public static func parse(_ bytes: [UInt8], path: String, form: MasterForm = .block) -> MasterSyntax {
        var parser = MasterParser(bytes: bytes, path: path)
        parser.parse(form)
        return MasterSyntax(
            path: path,
            bytes: bytes,
            form: form,
            lines: parser.lines,
            nodes: parser.nodes,
            problems: parser.problems.inFileOrder
        )
    }
}

/// Cuts a master into nodes.
struct MasterParser {
    let bytes: [UInt8]
    let path: String
    let lines: LineMap
    var nodes: [MasterNode] = []
    var problems: [Finding] = []
    var nextLine = 1
    /// Whether no byte of the file can be one that ``checkEncoding(of:isComment:)`` reports.
    private let isPlain: Bool
    /// The last line whose bytes were checked: a line may be looked at twice, and is reported once.
    private var checkedLine = 0
    /// The words and the arguments of the entry that is being parsed. They are gathered here, so that each entry is given
    /// arrays of the right size.
    var words: [Range<Int>] = []
    var arguments: [Range<Int>] = []

    init(bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        lines = LineMap(bytes)
        isPlain = bytes.isPlain
    }

    mutating func parse(_ form: MasterForm) {
        guard !bytes.isEmpty else {
            problems.append(
                Finding(.error, "empty-file", at: Location(path: path, line: 1, column: 1), "the file is empty")
            )
            return
        }
        switch form {
        case .block: parseBlocks()
        case .joined: parseJoined()
        case .continued(let joinsPrototypes): parseContinued(joinsPrototypes: joinsPrototypes)
        }
        if !nodes.contains(where: \.isEntry) {
            report("no-entries", at: 0, "the file holds no system call")
        }
    }

    /// Line by line, as `FreeBSDSyscall:parseSysfile` of core/freebsd-syscall.lua does.
    private mutating func parseBlocks() {
        nodes.reserveCapacity(lines.starts.count / 4)
        while let line = takeLine() {
            if let kind = kind(of: line) {
                checkEncoding(of: line, isComment: isComment(line))
                nodes.append(MasterNode(kind: kind, range: line.full))
            } else {
                parseEntry(header: line)
            }
        }
    }

    /// What a line outside an entry is; `nil` for the header of an entry.
    private mutating func kind(of line: Line) -> MasterNode.Kind? {
        if line.content.isEmpty { return .blank }
        if isComment(line) { return .comment }
        let start = line.content.lowerBound
        // The test for %ABI_HEADERS% comes after that for #include and before that for other directives.
        if bytes[start] == 0x23, isInclude(line) { return .include }
        if bytes.firstIndex(of: "%ABI_HEADERS%", in: line.content) != nil { return .abiHeaders }
        if bytes[start] == 0x23 { return .directive(directive(line)) }
        let text = line.text
        if text.isEmpty {
            report(
                "malformed-entry",
                at: start,
                "the line holds nothing but white space, which the generator reads as an entry without a number"
            )
            return .stray
        }
        // An indented line that does not begin with a number is what is left of an entry whose head is broken.
        if text.lowerBound > start, !isDigit(bytes[text.lowerBound]) {
            if case .stray? = nodes.last?.kind { return .stray }
            report("malformed-entry", at: text.lowerBound, "'\(bytes.excerpt(text))' belongs to no entry")
            return .stray
        }
        return nil
    }

    func isComment(_ line: Line) -> Bool {
        !line.text.isEmpty && bytes[line.text.lowerBound] == 0x3B
    }

    /// `^#%s*include`
    func isInclude(_ line: Line) -> Bool {
        bytes.holds("include", from: bytes.trimmed(line.content.lowerBound + 1..<line.content.upperBound).lowerBound)
    }

    func directive(_ line: Line) -> MasterNode.Directive {
        let word = bytes.trimmed(line.content.lowerBound + 1..<line.content.upperBound)
        let end = word.first { !isIdentifier(bytes[$0]) } ?? word.upperBound
        switch bytes.text(word.lowerBound..<end) {
        case "if", "ifdef", "ifndef": return .opens
        case "elif", "elifdef", "elifndef": return .elseIf
        case "else": return .otherwise
        case "endif": return .closes
        default: return .other
        }
    }
}

// MARK: - Lines

extension MasterParser {
    /// A line: all of its bytes, those ahead of its line feed, and what of these is no white space at their ends.
    struct Line {
        let number: Int
        let full: Range<Int>
        let content: Range<Int>
        let text: Range<Int>
    }

    func line(_ number: Int) -> Line? {
        guard number <= lines.starts.count else { return nil }
        let full = lines.range(ofLine: number)
        var end = full.upperBound
        if end > full.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
        // Carriage returns are reported by `checkEncoding`; one that ends a line must not hide what else is wrong.
        if end > full.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        let content = full.lowerBound..<end
        return Line(number: number, full: full, content: content, text: bytes.trimmed(content))
    }

    mutating func takeLine() -> Line? {
        guard let line = line(nextLine) else { return nil }
        nextLine += 1
        return line
    }

    func location(_ offset: Int) -> Location {
        Location(path: path, offset: offset, in: lines)
    }

    mutating func report(_ rule: String, at offset: Int, _ message: String, notes: [Note] = []) {
        problems.append(Finding(.error, rule, at: location(offset), message, notes: notes))
    }

    /// Refuses carriage returns anywhere, NUL and what is not UTF-8 outside comments; warns of these in comments.
    mutating func checkEncoding(of line: Line, isComment: Bool) {
        if !isPlain, line.number > checkedLine { reportEncoding(of: line, isComment: isComment) }
    }

    private mutating func reportEncoding(of line: Line, isComment: Bool) {
        checkedLine = line.number
        if let offset = line.full.first(where: { bytes[$0] == 0x0D }) {
            // One finding tells it all; a file with CRLF has one on every line.
            if !problems.contains(where: { $0.rule == "carriage-return" }) {
                report("carriage-return", at: offset, "carriage return; the generator would copy it into its output")
            }
        }
        let severity: Severity = isComment ? .warning : .error
        if let offset = line.content.first(where: { bytes[$0] == 0 }) {
            problems.append(Finding(severity, "nul-byte", at: location(offset), "NUL byte"))
        }
        if let offset = bytes.firstInvalidUTF8(in: line.content) {
            problems.append(Finding(severity, "not-utf8", at: location(offset), "byte that is not UTF-8"))
        }
    }
}

extension [UInt8] {
    /// Whether all bytes are ASCII and none is a carriage return or NUL.
    fileprivate var isPlain: Bool {
        withUnsafeBufferPointer { bytes in
            // Without a way out of the loop, many bytes are looked at at a time.
            var (bits, lowest, nearest): (UInt8, UInt8, UInt8) = (0, .max, .max)
            for byte in bytes {
                bits |= byte
                lowest = Swift.min(lowest, byte)
                nearest = Swift.min(nearest, byte ^ 0x0D)
            }
            return bits < 0x80 && lowest > 0 && nearest > 0
        }
    }

    /// The first byte of `range` that does not continue or begin a well-formed UTF-8 sequence.
    func firstInvalidUTF8(in range: Range<Int>) -> Int? {
        var decoder = UTF8()
        var iterator = self[range].makeIterator()
        var offset = range.lowerBound
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }
}

extension MasterNode {
    /// Whether the node is an entry.
    public var isEntry: Bool {
        if case .entry = kind { true } else { false }
    }
}
