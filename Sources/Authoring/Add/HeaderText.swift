import SyscallSyntax

/// A C header, line by line, with what the preprocessor makes of it.
struct HeaderText {
    /// A line and the conditionals that it stands in, outermost first.
    struct Line {
        let text: String
        let conditions: [Condition]
        /// Whether the line stands in a comment that began above it, or begins one.
        let isComment: Bool
    }

    /// A conditional and its alternative.
    struct Condition: Hashable {
        /// The line that opens it, counted from 1.
        let line: Int
        /// The words of the alternative, such as `ifdef _KERNEL`; `else` has those of the first one, negated.
        let text: String
        let isNegated: Bool
    }

    let lines: [Line]

    init(_ text: SourceText) {
        var lines: [Line] = []
        var open: [Condition] = []
        var inComment = false
        for (index, line) in text.allLines.enumerated() {
            let word = inComment ? "" : Self.directive(line)
            var shown = open
            switch word {
            case "if", "ifdef", "ifndef":
                let condition = Condition(line: index + 1, text: Self.condition(line), isNegated: word == "ifndef")
                open.append(condition)
            case "elif", "else":
                if let last = open.popLast() {
                    shown = open
                    let isElse = word == "else"
                    open.append(
                        Condition(
                            line: last.line, text: isElse ? last.text : Self.condition(line),
                            isNegated: isElse ? !last.isNegated : false))
                }
            case "endif":
                _ = open.popLast()
                shown = open
            default: break
            }
            let opens = line.contains("/*") && !line.contains("*/")
            lines.append(Line(text: line, conditions: shown, isComment: inComment || line.hasPrefix("/*")))
            if opens { inComment = true } else if line.contains("*/") { inComment = false }
        }
        self.lines = lines
    }

    /// The word behind `#`; empty for any other line.
    static func directive(_ line: String) -> String {
        guard line.hasPrefix("#") else { return "" }
        let rest = line.dropFirst().drop { $0 == " " || $0 == "\t" }
        return String(rest.prefix { $0.isASCII && $0.isLetter })
    }

    /// What stands behind the word of a directive, without comments and with single blanks.
    static func condition(_ line: String) -> String {
        let rest = line.dropFirst().drop { $0 == " " || $0 == "\t" }.drop { $0.isLetter }
        var words = String(rest)
        if let comment = words.firstRange(of: "/*") { words = String(words[..<comment.lowerBound]) }
        return words.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }

    /// Whether programs see what stands in `conditions`.
    static func isForPrograms(_ conditions: [Condition]) -> Bool {
        conditions.allSatisfy { condition in
            guard condition.text.contains("_KERNEL") else { return true }
            // `#ifdef _KERNEL`, `#if defined(_KERNEL)`: the kernel's; `!defined(_KERNEL)`: the programs'.
            let isForKernel = !condition.text.contains("!")
            return isForKernel == condition.isNegated
        }
    }

    /// The function that a line declares at its beginning; `nil` for any other line.
    static func declared(_ line: String) -> String? {
        guard let first = line.utf8.first, isIdentifier(first), !line.hasPrefix("typedef"), !line.hasPrefix("static"),
            let open = line.firstIndex(of: "(")
        else { return nil }
        let head = line[..<open]
        let name = head.utf8.reversed().prefix(while: isIdentifier)
        guard !name.isEmpty, name.count < head.utf8.count else { return nil }
        return String(head.suffix(name.count))
    }

    /// Whether `word` stands anywhere as a word.
    func mentions(_ word: String) -> Bool {
        lines.contains { $0.text.containsWord(word) }
    }
}

extension String {
    /// Whether `word` stands here, with nothing of an identifier at its ends.
    func containsWord(_ word: String) -> Bool {
        var rest = self[...]
        while let found = rest.firstRange(of: word) {
            let before = rest[..<found.lowerBound].utf8.last ?? self[..<found.lowerBound].utf8.last
            let after = rest[found.upperBound...].utf8.first
            if before.map({ !isIdentifier($0) }) ?? true, after.map({ !isIdentifier($0) }) ?? true { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }
}
