/// Text of C in the style of style(9).
enum CText {
    /// Words of `text` in lines of at most `width` characters.
    static func filled(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// `head` with a list behind it, in lines of at most 80 columns; what does not fit goes on four columns further in.
    static func list(
        _ head: String,
        _ items: [String],
        _ tail: String,
        indent: Int = 0,
        separator: String = ","
    ) -> String {
        let tabs = String(repeating: "\t", count: indent)
        var lines: [String] = []
        var line = tabs + head
        for (index, item) in items.enumerated() {
            let last = index == items.count - 1
            let piece = item + (last ? tail : separator)
            let blank = index == 0 ? "" : " "
            if columns(line) + blank.utf8.count + piece.utf8.count > 80 {
                while line.hasSuffix(" ") { line.removeLast() }
                lines.append(line)
                line = tabs + "    " + piece
            } else {
                line += blank + piece
            }
        }
        if items.isEmpty { line += tail }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }

    /// The width of a line whose tabs go to every eighth column.
    static func columns(_ line: String) -> Int {
        var width = 0
        for byte in line.utf8 { width = byte == 0x09 ? (width / 8 + 1) * 8 : width + 1 }
        return width
    }

    /// The lines of a macro, whose backslashes stand one below the other.
    static func macro(_ lines: [String]) -> String {
        let column = max(72, (lines.dropLast().map(columns).max() ?? 0) / 8 * 8 + 8)
        return lines.enumerated().map { index, line in
            guard index < lines.count - 1 else { return line + "\n" }
            let tabs = (column - columns(line) + 7) / 8
            return line + String(repeating: "\t", count: tabs) + "\\\n"
        }.joined()
    }

    /// A comment that stands alone, at `indent` tabs.
    static func comment(_ text: String, indent: Int = 0) -> String {
        let tabs = String(repeating: "\t", count: indent)
        let text = text.replacing("*/", with: "* /")
        if columns(tabs) + text.utf8.count + 6 <= 80 { return "\(tabs)/* \(text) */\n" }
        let lines = filled(text, 77 - columns(tabs))
        return "\(tabs)/*\n" + lines.map { "\(tabs) * \($0)\n" }.joined() + "\(tabs) */\n"
    }

    /// A string literal.
    static func literal(_ text: String) -> String {
        var literal = "\""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal += "\\" + String(UnicodeScalar(byte))
            case 0x20...0x7E: literal += String(UnicodeScalar(byte))
            default:
                // Three digits, so that no digit behind joins in.
                let digits = String(byte, radix: 8)
                literal += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return literal + "\""
    }
}
