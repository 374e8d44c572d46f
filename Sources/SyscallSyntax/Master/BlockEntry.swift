import Edits
import Findings

/// Entries in block form, as `syscall:add` of sys/tools/syscalls/core/syscall.lua takes them line by line.
///
/// The generator's own patterns are loose: it drops an argument that shares its line with `);`, swallows the following
/// entries when `);` is missing, and reads a second argument on a line as part of the first one's type. What it would
/// misread is reported here; what it reads soundly is accepted.
extension MasterParser {
    mutating func parseEntry(header line: Line) {
        checkEncoding(of: line, isComment: false)
        words.removeAll(keepingCapacity: true)
        bytes.appendWords(in: line.text, to: &words)
        let brace = words.firstIndex { bytes.holds("{", at: $0) }
        var isDamaged = false
        guard let brace, brace == 3 else {
            isDamaged = brace != nil || (words.count > 3 && bytes[words[3].lowerBound] == 0x7B)
            if let brace {
                report(
                    "malformed-entry",
                    at: words[brace].lowerBound,
                    "'{' must be the fourth word, behind number, audit event and type"
                )
            } else if words.count > 3, bytes[words[3].lowerBound] == 0x7B {
                report(
                    "malformed-entry",
                    at: words[3].lowerBound + 1,
                    "the prototype must begin on a line of its own, behind '{'"
                )
            }
            if isDamaged { skipRest() }
            append(
                EntrySyntax(header: Array(words[...]), alternatives: [], prototype: nil, isDamaged: isDamaged),
                from: line)
            return
        }
        let alternatives = brace + 1 < words.count ? Array(words[(brace + 1)...]) : []
        if alternatives.count >= 3 {
            // With seven words the generator takes the line for a complete row and names the call `{`.
            isDamaged = true
            report(
                "malformed-entry",
                at: alternatives[0].lowerBound,
                "the prototype must begin on a line of its own, behind '{'"
            )
            append(
                EntrySyntax(header: Array(words[...]), alternatives: [], prototype: nil, isDamaged: isDamaged),
                from: line)
            return
        }
        let header = [words[0], words[1], words[2]]
        let prototype = parsePrototype(ofEntryAt: line.content.lowerBound)
        if prototype == nil { skipRest() }
        append(
            EntrySyntax(
                header: header,
                alternatives: alternatives,
                prototype: prototype,
                isDamaged: prototype == nil
            ),
            from: line
        )
    }

    private mutating func append(_ entry: consuming EntrySyntax, from line: Line) {
        let end = nextLine <= lines.starts.count ? lines.starts[nextLine - 1] : bytes.count
        nodes.append(MasterNode(kind: .entry(entry), range: line.full.lowerBound..<end))
    }

    /// The lines from the prototype to the closing brace.
    private mutating func parsePrototype(ofEntryAt start: Int) -> PrototypeSyntax? {
        guard let first = takeContent(ofEntryAt: start, expecting: "the prototype"),
            let declaration = declaration(on: first)
        else { return nil }
        arguments.removeAll(keepingCapacity: true)
        if !declaration.isClosed {
            while true {
                guard let line = takeContent(ofEntryAt: start, expecting: "');'") else { return nil }
                let text = line.text
                if bytes.holds(");", at: text) {
                    guard text.upperBound == line.content.upperBound else {
                        report(
                            "trailing-space", at: text.upperBound,
                            "white space behind ');', which the generator refuses")
                        break
                    }
                    break
                }
                if bytes.holds("}", at: text) {
                    report("missing-paren", at: text.lowerBound, "expected ');' ahead of '}'")
                    nextLine = line.number
                    return nil
                }
                if let argument = argument(in: text) { arguments.append(argument) }
            }
        }
        guard let last = takeContent(ofEntryAt: start, expecting: "'}'") else { return nil }
        let text = last.text
        if text.isEmpty || bytes[text.upperBound - 1] != 0x7D {
            report("missing-brace", at: text.lowerBound, "expected '}', found '\(bytes.excerpt(text))'")
            return nil
        } else if text.upperBound != last.content.upperBound {
            report("trailing-space", at: text.upperBound, "white space behind '}', which the generator refuses")
        } else if text.count > 1 {
            // `}$` of `syscall:isAdded` is all that the generator looks at.
            let message = "'\(bytes.excerpt(text.lowerBound..<text.upperBound - 1))' ahead of '}' is ignored"
            problems.append(Finding(.warning, "stray-text", at: location(text.lowerBound), message))
        }
        return PrototypeSyntax(
            result: declaration.result,
            stars: declaration.stars,
            name: declaration.name,
            arguments: arguments.isEmpty ? [] : Array(arguments[...])
        )
    }

    private struct Declaration {
        var result: Range<Int>
        var stars: Int
        var name: Range<Int>
        var isClosed: Bool
    }

    /// `type name(`, `type name(void);` or `type name();`: two words, stars at the second.
    private mutating func declaration(on line: Line) -> Declaration? {
        let end = line.text.upperBound
        let result = bytes.word(in: line.text) ?? line.content
        let second = bytes.word(in: result.upperBound..<end)
        guard let second, second.upperBound == end else {
            let third = second.flatMap { bytes.word(in: $0.upperBound..<end) }
            report(
                "malformed-prototype",
                at: (third ?? result).lowerBound,
                "expected 'type name(' or 'type name(void);' and nothing else on the line"
            )
            return nil
        }
        var start = second.lowerBound
        while start < end, bytes[start] == 0x2A { start += 1 }
        var nameEnd = start
        while nameEnd < end, isIdentifier(bytes[nameEnd]) { nameEnd += 1 }
        let name = start..<nameEnd
        let rest = nameEnd..<second.upperBound
        let isClosed = bytes.holds("(void);", at: rest) || bytes.holds("();", at: rest)
        guard !name.isEmpty, isClosed || bytes.holds("(", at: rest) else {
            report("malformed-prototype", at: rest.lowerBound, "expected '(' or '(void);' behind the name of the call")
            return nil
        }
        return Declaration(result: result, stars: start - second.lowerBound, name: name, isClosed: isClosed)
    }

    /// An argument without its comma (white space ahead of the comma stays, as in `scarg:init`); `nil` for what the generator takes for none (`void`, `...`) or misreads.
    private mutating func argument(in line: Range<Int>) -> Range<Int>? {
        guard !line.isEmpty else {
            report("malformed-argument", at: line.lowerBound, "the line holds nothing but white space")
            return nil
        }
        var text = line
        while !text.isEmpty, bytes[text.upperBound - 1] == 0x2C { text = text.lowerBound..<text.upperBound - 1 }
        while !text.isEmpty, bytes[text.lowerBound] == 0x2C { text = text.lowerBound + 1..<text.upperBound }
        let bare = bytes.trimmed(text)
        if bytes.holds("void", at: bare) || bytes.holds("...", at: bare) { return nil }
        if bytes[line.lowerBound] == 0x23 {
            report("malformed-argument", at: line.lowerBound, "preprocessor line inside an entry")
            return nil
        }
        if bytes[line.upperBound - 1] == 0x3B, line.count >= 2, bytes[line.upperBound - 2] == 0x29 {
            report(
                "malformed-argument",
                at: line.upperBound - 2,
                "');' must stand on a line of its own; the generator would drop this argument"
            )
            return nil
        }
        return text
    }
}

// MARK: - Lines of an entry

extension MasterParser {
    /// The next line of the entry that is neither a comment nor blank; a problem when the entry ends ahead of it.
    private mutating func takeContent(ofEntryAt start: Int, expecting what: String) -> Line? {
        guard let line = peekContent() else {
            nextLine = lines.starts.count + 1
            report(
                "unterminated-entry",
                at: start,
                "the entry is cut off at the end of the file: \(what) is missing"
            )
            return nil
        }
        if line.text.lowerBound == line.content.lowerBound, startsEntry(line) {
            report(
                "unterminated-entry",
                at: start,
                "the entry has no end: \(what) is missing",
                notes: [Note("the next entry begins here", at: Location(path: path, line: line.number, column: 1))]
            )
            return nil
        }
        nextLine = line.number + 1
        checkEncoding(of: line, isComment: false)
        return line
    }

    /// Takes the lines of an entry that cannot be read, up to its brace or the next entry.
    private mutating func skipRest() {
        while let line = peekContent(), !startsEntry(line), bytes[line.content.lowerBound] != 0x23 {
            nextLine = line.number + 1
            checkEncoding(of: line, isComment: false)
            if let last = line.text.last, bytes[last] == 0x7D { break }
        }
    }

    @inline(__always)
    private mutating func peekContent() -> Line? {
        var number = nextLine
        while let line = line(number) {
            if !line.content.isEmpty, !isComment(line) { return line }
            checkEncoding(of: line, isComment: true)
            number += 1
        }
        return nil
    }

    /// Whether a line can only be the header of an entry: number, audit event, kinds.
    func startsEntry(_ line: Line) -> Bool {
        guard !line.content.isEmpty, isDigit(bytes[line.content.lowerBound]) else { return false }
        let words = bytes.words(in: line.text)
        return words.count >= 3 && words[0].allSatisfy { isDigit(bytes[$0]) || bytes[$0] == 0x2D }
    }
}
