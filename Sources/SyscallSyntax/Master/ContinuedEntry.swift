import Edits
import Findings

/// The form of `makesyscalls.sh`: a `sed` script makes one line of an entry, `awk` counts its fields, and each of
/// `{ } ( ) * ,` is a field of its own.
extension MasterParser {
    mutating func parseContinued(joinsPrototypes: Bool) {
        var isFirst = true
        while let line = takeLine() {
            let joined = joinsPrototypes ? extendPrototype(line) : extendContinuation(line)
            var last = joined.last
            let text = MasterForm.continued(joinsPrototypes: joinsPrototypes).logicalLine(
                bytes, line.full.lowerBound..<last.content.upperBound)
            var kind = MasterNode.Kind.entry(cutOff(text))
            if !joined.isCutOff {
                kind = self.kind(of: text, first: line, isFirst: isFirst)
                if !joinsPrototypes, case .entry(let entry) = kind, entry.isDamaged { last = skipRest(behind: last) }
            }
            checkEncoding(from: line, through: last, isComment: isIgnored(kind))
            if isIgnored(kind), last.number > line.number { checkSwallowed(from: line, through: last) }
            nodes.append(MasterNode(kind: kind, range: line.full.lowerBound..<last.full.upperBound))
            isFirst = false
        }
    }

    /// What is left of an entry whose end is missing.
    private func cutOff(_ text: LogicalLine) -> EntrySyntax {
        let header = text.fields().prefix(3).map(text.source)
        return EntrySyntax(header: header, alternatives: [], prototype: nil, isDamaged: true)
    }

    /// Takes the lines of an entry in block form, which this release's generator reads as so many entries.
    private mutating func skipRest(behind last: Line) -> Line {
        guard !bytes[last.content].contains(0x7D) else { return last }
        var last = last
        while let line = line(nextLine), let first = line.content.first, isSpace(bytes[first]) {
            nextLine += 1
            last = line
            if bytes[line.content].contains(0x7D) { break }
        }
        return last
    }

    private func isIgnored(_ kind: MasterNode.Kind) -> Bool {
        switch kind {
        case .comment, .blank: true
        default: false
        }
    }

    private mutating func checkEncoding(from first: Line, through last: Line, isComment: Bool) {
        for number in first.number...last.number {
            if let line = line(number) { checkEncoding(of: line, isComment: isComment) }
        }
    }

    // MARK: Joining

    /// Up to 11: any line that ends in a backslash continues.
    private mutating func extendContinuation(_ first: Line) -> (last: Line, isCutOff: Bool) {
        var last = first
        while let byte = bytes[last.content].last, byte == 0x5C {
            guard let next = takeLine() else {
                reportCutOff(first, "the line that the backslash announces")
                return (last, true)
            }
            last = next
        }
        return (last, false)
    }

    /// From 12 on: backslashes, and everything up to the line with `}`; comments, directives and entries without a
    /// prototype are complete.
    private mutating func extendPrototype(_ first: Line) -> (last: Line, isCutOff: Bool) {
        let start = first.content
        if start.isEmpty || bytes[start.lowerBound] == 0x23 || bytes[start.lowerBound] == 0x3B
            || bytes.firstIndex(of: "$FreeBSD", in: start) != nil
        {
            return (first, false)
        }
        var last = first
        let isEntry = isDigit(bytes[start.lowerBound])
        var hasOpen = false
        var hasClose = false
        while true {
            for byte in bytes[last.content] {
                hasOpen = hasOpen || byte == 0x7B
                hasClose = hasClose || byte == 0x7D
            }
            let continues = bytes[last.content].last == 0x5C
            if !continues, hasClose || (isEntry && !hasOpen) { return (last, false) }
            if isEntry, !continues, let next = line(nextLine), startsEntry(next) {
                report(
                    "unterminated-entry",
                    at: start.lowerBound,
                    "the entry has no end: '}' is missing",
                    notes: [Note("the next entry begins here", at: location(next.content.lowerBound))]
                )
                return (last, true)
            }
            guard let next = takeLine() else {
                reportCutOff(first, continues ? "the line that the backslash announces" : "'}'")
                return (last, true)
            }
            last = next
        }
    }

    private mutating func reportCutOff(_ first: Line, _ what: String) {
        report(
            "unterminated-entry",
            at: first.content.lowerBound,
            "the entry is cut off at the end of the file: \(what) is missing"
        )
    }

    /// A comment that the generator makes of several lines must hold nothing but comments.
    private mutating func checkSwallowed(from first: Line, through last: Line) {
        for number in first.number + 1...last.number {
            guard let line = line(number), !line.content.isEmpty, !bytes.isComment(line.content) else { continue }
            report(
                "swallowed-line",
                at: line.content.lowerBound,
                "the generator joins this line to the comment above and drops it"
            )
        }
    }

    // MARK: Lines

    private mutating func kind(of text: LogicalLine, first: Line, isFirst: Bool) -> MasterNode.Kind {
        let fields = text.fields()
        guard let word = fields.first else { return first.content.isEmpty ? .blank : .comment }
        if isFirst {
            // The generator takes the first line for the identification, whatever it holds.
            if isDigit(text.bytes[word.lowerBound]) || text.bytes[word.lowerBound] == 0x23 {
                report("malformed-entry", at: text.source(word.lowerBound), "the generator ignores the first line")
            }
            return .comment
        }
        switch text.bytes[word.lowerBound] {
        case 0x3B: return .comment
        case 0x23:
            if word.lowerBound > 0 || text.source(text.bytes.count) > first.content.upperBound {
                report(
                    "malformed-directive",
                    at: text.source(word.lowerBound),
                    "a preprocessor line must begin in the first column and end with its line"
                )
                return .stray
            }
            if text.bytes.holds("#include", from: word.lowerBound) { return .include }
            return .directive(directive(first))
        default: return .entry(entry(text, fields))
        }
    }

    // MARK: Entries

    /// `parseline` of makesyscalls.sh
    private mutating func entry(_ line: LogicalLine, _ fields: [Range<Int>]) -> EntrySyntax {
        let plain = EntrySyntax(header: fields.map(line.source), alternatives: [], prototype: nil, isDamaged: false)
        guard fields.count > 3 else { return plain }
        let kinds = line.bytes[fields[2]].split(separator: 0x7C)
        let first = kinds.first.map { Array($0) } ?? []
        let isPlaceholder = first.elementsEqual("OBSOL".utf8) || first.elementsEqual("UNIMPL".utf8)
        let hasDefinition = !kinds.contains { $0.elementsEqual("NODEF".utf8) }
        if isPlaceholder { return plain }
        if !hasDefinition {
            if fields.count != 7 || line.bytes[fields[3].lowerBound] == 0x7B {
                report(
                    "malformed-entry",
                    at: line.source(fields[3].lowerBound),
                    "a NODEF entry is 'number audit type name name structure type'"
                )
                return EntrySyntax(header: plain.header, alternatives: [], prototype: nil, isDamaged: true)
            }
            return plain
        }
        var parser = PrototypeFields(line: line, fields: fields)
        let parsed = parser.parse()
        if let problem = parser.problem {
            report(problem.rule, at: problem.offset, problem.message)
        }
        return EntrySyntax(
            header: fields[..<3].map(line.source),
            alternatives: parser.alternatives.map(line.source),
            prototype: parsed,
            isDamaged: parsed == nil
        )
    }
}

extension LogicalLine {
    /// The fields that `awk` sees once `sed` has put blanks around `{ } ( ) * ,`.
    func fields() -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            let start = position
            if isBlank(bytes[position]) {
                position += 1
                continue
            }
            if isPunctuation(bytes[position]) {
                position += 1
            } else {
                while position < bytes.count, !isBlank(bytes[position]), !isPunctuation(bytes[position]) {
                    position += 1
                }
            }
            fields.append(start..<position)
        }
        return fields
    }
}

/// What separates the fields of `awk`.
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// `{ } ( ) * ,`
private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x7B, 0x7D, 0x28, 0x29, 0x2A, 0x2C: true
    default: false
    }
}

/// Reads `{ type name ( arguments ) ; }` and what follows it, field by field.
private struct PrototypeFields {
    let line: LogicalLine
    let fields: [Range<Int>]
    var alternatives: ArraySlice<Range<Int>> = []
    var problem: (rule: String, offset: Int, message: String)?

    private func holds(_ text: StaticString, _ index: Int) -> Bool {
        index >= 0 && index < fields.count && line.bytes.holds(text, at: fields[index])
    }

    private mutating func fail(_ rule: String, _ index: Int, _ message: String) -> PrototypeSyntax? {
        let index = max(0, min(index, fields.count - 1))
        problem = (rule, line.source(fields[index].lowerBound), message)
        return nil
    }

    mutating func parse() -> PrototypeSyntax? {
        guard holds("{", 3) else {
            return fail("malformed-entry", 3, "expected '{' behind number, audit event and type")
        }
        var end = fields.count - 1
        if !holds("}", end) {
            alternatives = fields.suffix(3)
            end -= 3
        }
        guard holds("}", end) else {
            alternatives = []
            let hasBrace = fields.indices.contains { holds("}", $0) }
            return hasBrace
                ? fail("malformed-entry", end, "expected nothing or 'name structure type' behind '}'")
                : fail(
                    "missing-brace", fields.count - 1,
                    "the entry has no '}' on its line; this release's generator reads no entries of several lines")
        }
        guard holds(";", end - 1), holds(")", end - 2) else {
            return fail("missing-paren", end - 1, "expected ');' ahead of '}'")
        }
        let last = end - 3
        var position = 4
        let result = position
        position += 1
        let isPointer = holds("*", position)
        if isPointer { position += 1 }
        let name = position
        guard name <= last, holds("(", name + 1) else {
            return fail("malformed-prototype", name, "expected 'type name(arguments)'")
        }
        position += 2
        var arguments: [Range<Int>] = []
        if position == last {
            guard holds("void", position) else {
                return fail("malformed-argument", position, "expected 'type name' or 'void'")
            }
            position += 1
        }
        while position <= last {
            let start = position
            while position < last, !holds(",", position + 1) { position += 1 }
            guard position > start else {
                return fail("malformed-argument", position, "expected 'type name'")
            }
            arguments.append(line.source(fields[start].lowerBound..<fields[position].upperBound))
            position += 2
        }
        return PrototypeSyntax(
            result: line.source(fields[result]),
            stars: isPointer ? 1 : 0,
            name: line.source(fields[name]),
            arguments: arguments
        )
    }
}
