extension Prose {
    /// The report as Markdown, for a ticket, a review or a release note.
    public var markdown: String {
        blocks.map { block -> String in
            switch block {
            case .heading(let level, let phrase): "\(String(repeating: "#", count: level)) \(phrase.markdown)\n"
            case .paragraph(let phrase): phrase.markdown + "\n"
            case .list(let points): points.map { "- \($0.markdown)\n" }.joined()
            case .tasks(let tasks):
                tasks.map { text, command in
                    let code = command.isEmpty ? "" : "\n\n" + Self.block(command) + "\n"
                    return "- [ ] \(text.markdown)\(code)\n"
                }.joined()
            case .table(let head, let rows):
                ([head.map(\.markdown), head.map { _ in "---" }] + rows.map { $0.map(\.markdown) }).map {
                    "| \($0.joined(separator: " | ")) |\n"
                }.joined()
            }
        }.joined(separator: "\n")
    }

    /// A block of code below a point.
    private static func block(_ command: String) -> String { "      " + MarkdownText.line(command) }
}

extension Phrase {
    fileprivate var markdown: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): MarkdownText.text(text)
            case .code(let text): MarkdownText.code(text)
            case .strong(let text): text.isEmpty ? "" : "**\(MarkdownText.text(text))**"
            }
        }.joined()
    }
}

/// Text as Markdown has it, also in a cell of a table.
public enum MarkdownText {
    /// The text with nothing in it that is markup. A low line inside a word is none.
    public static func text(_ text: String) -> String {
        let characters = Array(text)
        var escaped = ""
        for (index, character) in characters.enumerated() {
            let isInside =
                index > 0 && index + 1 < characters.count
                && characters[index - 1].isPlain && characters[index + 1].isPlain
            if character.isNewline {
                escaped += " "
            } else if "\\`*{}[]<>#|&~".contains(character) || character == "_" && !isInside {
                escaped += "\\\(character)"
            } else {
                escaped.append(character)
            }
        }
        return escaped
    }

    /// The text as code; a fence longer than any run of backquotes in it.
    public static func code(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        let line = line(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        var (longest, run) = (0, 0)
        for character in line {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return longest == 0 ? fence + line + fence : "\(fence) \(line) \(fence)"
    }

    /// The text in one line.
    static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Character {
    fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber) || self == "_" }
}
