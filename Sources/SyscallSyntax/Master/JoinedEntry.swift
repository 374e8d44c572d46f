import Edits
import Findings

/// The form of `makesyscalls.lua`: lines are trimmed and put together until an entry has its `}`.
///
/// The generator drops what it does not recognise: text between entries at the end of the file, an argument list
/// without its `)`, what stands behind the fourth word after the `}`. What it drops is reported here.
extension MasterParser {
    mutating func parseJoined() {
        var pending = PendingEntry()
        while let line = takeLine() {
            let isIdentification = bytes.firstIndex(of: "$FreeBSD", in: line.content) != nil
            if line.content.isEmpty || bytes.isComment(line.content) || isIdentification {
                if isIdentification, !bytes.isComment(line.content) { forget(&pending, at: line) }
                checkEncoding(of: line, isComment: true)
                let node = MasterNode(kind: line.content.isEmpty ? .blank : .comment, range: line.full)
                // Inside an entry such lines vanish and belong to its node; whether this is inside the next line tells.
                if pending.isEmpty { nodes.append(node) } else { pending.ignored.append(node) }
                continue
            }
            checkEncoding(of: line, isComment: false)
            if let kind = directiveKind(of: line) {
                finish(&pending)
                nodes.append(MasterNode(kind: kind, range: line.full))
            } else {
                takeText(line, into: &pending)
            }
        }
        finish(&pending, atEnd: true)
    }

    /// An identification line makes the generator forget what it has gathered of an entry.
    private mutating func forget(_ pending: inout PendingEntry, at line: Line) {
        guard !pending.isEmpty else { return }
        if pending.beginsWithDigit {
            report(
                "malformed-entry", at: line.content.lowerBound,
                "the generator drops the unfinished entry ahead of this line")
        }
        finish(&pending, atEnd: true)
    }

    /// What the lines since the last complete entry have gathered.
    private struct PendingEntry {
        var range: Range<Int>?
        var text = LogicalLine()
        /// The ignored lines since then.
        var ignored: [MasterNode] = []

        var isEmpty: Bool { range == nil }
        var beginsWithDigit: Bool { text.bytes.first.map(isDigit) ?? false }
        /// Whether there is a `{` and no `}`.
        var isOpen: Bool { text.bytes.contains(0x7B) && !text.bytes.contains(0x7D) }
    }

    private func directiveKind(of line: Line) -> MasterNode.Kind? {
        let isDirective = bytes[line.content.lowerBound] == 0x23
        if isDirective, isInclude(line) { return .include }
        if bytes.firstIndex(of: "%ABI_HEADERS%", in: line.content) != nil { return .abiHeaders }
        return isDirective ? .directive(directive(line)) : nil
    }

    private mutating func takeText(_ line: Line, into pending: inout PendingEntry) {
        let text = bytes.trimmed(line.content)
        let continues = bytes[line.content.upperBound - 1] == 0x5C
        if let first = text.first, isDigit(bytes[first]), !pending.isEmpty { finish(&pending) }
        pending.range = (pending.range?.lowerBound ?? line.full.lowerBound)..<line.full.upperBound
        pending.text.appendJoined(bytes, line.full)
        pending.ignored = []
        let isIncomplete = continues || pending.text.bytes.last == 0x2C || pending.isOpen
        if pending.beginsWithDigit, !isIncomplete { finish(&pending) }
    }

    /// Makes a node of what was gathered.
    private mutating func finish(_ pending: inout PendingEntry, atEnd: Bool = false) {
        guard let range = pending.range else { return }
        let text = pending.text
        defer {
            nodes += pending.ignored
            pending = PendingEntry()
        }
        if pending.beginsWithDigit {
            nodes.append(MasterNode(kind: .entry(entry(text)), range: range))
        } else if atEnd, text.bytes.isEmpty {
            nodes.append(MasterNode(kind: .blank, range: range))
        } else {
            let what = text.bytes.text(0..<min(text.bytes.count, 40))
            report(
                "malformed-entry",
                at: text.bytes.isEmpty ? range.lowerBound : text.source(0),
                text.bytes.isEmpty
                    ? "the line holds nothing but white space, which the generator reads as an entry without a number"
                    : "'\(what)' belongs to no entry"
            )
            nodes.append(MasterNode(kind: .stray, range: range))
        }
    }

    /// `process_syscall_def` of makesyscalls.lua
    private mutating func entry(_ line: LogicalLine) -> EntrySyntax {
        let words = line.bytes.words(in: 0..<line.bytes.count)
        let plain = EntrySyntax(header: words.map(line.source), alternatives: [], prototype: nil, isDamaged: false)
        guard words.count > 3 else { return plain }
        checkKindsOnce(words[2], in: line)
        let brace = words[3].lowerBound
        guard line.bytes[brace] == 0x7B else {
            if let other = line.bytes.firstIndex(of: 0x7B) {
                report(
                    "malformed-entry",
                    at: line.source(other),
                    "'{' must be the fourth word, behind number, audit event and type"
                )
                return EntrySyntax(
                    header: words[..<3].map(line.source), alternatives: [], prototype: nil, isDamaged: true)
            }
            return plain
        }
        let header = words[..<3].map(line.source)
        guard let close = line.bytes[brace...].firstIndex(of: 0x7D) else {
            report(
                "unterminated-entry", at: line.source(0), "the entry has no end: '}' is missing ahead of the next entry"
            )
            return EntrySyntax(header: header, alternatives: [], prototype: nil, isDamaged: true)
        }
        let alternatives = line.bytes.words(in: close + 1..<line.bytes.count)
        if alternatives.count > 3 {
            let message = "text behind the fourth word after '}' is ignored"
            problems.append(
                Finding(.warning, "stray-text", at: location(line.source(alternatives[3].lowerBound)), message))
        }
        let isPlaceholder = line.bytes[words[2]].split(separator: 0x7C).contains {
            $0.elementsEqual("OBSOL".utf8) || $0.elementsEqual("UNIMPL".utf8)
        }
        let declared = isPlaceholder ? nil : prototype(line, brace + 1..<line.bytes.count, close: close)
        return EntrySyntax(
            header: header,
            alternatives: alternatives.prefix(isPlaceholder ? alternatives.count : 3).map(line.source),
            prototype: declared,
            isDamaged: !isPlaceholder && declared == nil
        )
    }

    /// The generator cuts the line behind the last occurrence of the kinds, wherever that is.
    private mutating func checkKindsOnce(_ kinds: Range<Int>, in line: LogicalLine) {
        let text = Array(line.bytes[kinds])
        var position = kinds.upperBound
        while position + text.count <= line.bytes.count {
            if line.bytes[position...].starts(with: text) {
                report(
                    "malformed-entry",
                    at: line.source(position),
                    "'\(text.text(0..<text.count))' occurs again; the generator would take the text up to here for the head of the entry"
                )
                return
            }
            position += 1
        }
    }

    /// `type name(arguments)` in `body`, which reaches to the end of the line.
    private mutating func prototype(_ line: LogicalLine, _ body: Range<Int>, close: Int) -> PrototypeSyntax? {
        let text = line.bytes
        func malformed(_ parser: inout MasterParser, _ offset: Int, _ message: String) -> PrototypeSyntax? {
            parser.report("malformed-prototype", at: line.source(offset), message)
            return nil
        }
        let start = text.trimmed(body.lowerBound..<close).lowerBound
        let end = (start..<close).first { isSpace(text[$0]) } ?? close
        guard start < close, end < close, !text[start..<end].contains(0x28) else {
            return malformed(&self, start, "expected 'type name(arguments)'")
        }
        var position = end + 1
        let stars = position..<(text[position..<close].firstIndex { $0 != 0x2A } ?? close)
        position = stars.upperBound
        guard let open = text[position..<close].firstIndex(of: 0x28) else {
            return malformed(&self, position, "expected '(' behind the name of the call")
        }
        let name = text.trimmed(position..<open)
        guard let last = text[open...].lastIndex(of: 0x29) else {
            return malformed(&self, open, "the argument list has no ')'; the generator would drop it")
        }
        guard last < close else {
            return malformed(&self, last, "')' behind '}'; the generator would take it for the end of the arguments")
        }
        let tail = text.trimmed(last + 1..<close)
        if !text.holds(";", at: tail), !tail.isEmpty {
            let message = "'\(text.text(tail))' ahead of '}' is ignored"
            problems.append(Finding(.warning, "stray-text", at: location(line.source(tail.lowerBound)), message))
        }
        return PrototypeSyntax(
            result: line.source(start..<end),
            stars: stars.count,
            name: line.source(name),
            arguments: arguments(line, open + 1..<last)
        )
    }

    /// The pieces between commas. An empty list and `void` alone are no arguments.
    private mutating func arguments(_ line: LogicalLine, _ range: Range<Int>) -> [Range<Int>] {
        let text = line.bytes
        let isTrimmed = { (byte: UInt8) in byte == 0x2C || isSpace(byte) }
        guard let first = range.first(where: { !isTrimmed(text[$0]) }),
            let last = range.last(where: { !isTrimmed(text[$0]) })
        else { return [] }
        let pieces = text[first...last].split(separator: 0x2C).map { $0.startIndex..<$0.endIndex }
        if pieces.count == 1, text.holds("void", at: text.trimmed(pieces[0])) { return [] }
        var arguments: [Range<Int>] = []
        for piece in pieces {
            if text.holds("void", at: text.trimmed(piece)) {
                report(
                    "malformed-argument",
                    at: line.source(piece.lowerBound),
                    "'void' among other arguments; the generator would drop what follows it"
                )
            } else {
                arguments.append(line.source(piece))
            }
        }
        return arguments
    }
}
