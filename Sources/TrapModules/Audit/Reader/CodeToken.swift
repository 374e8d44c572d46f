/// A token of C, and where it is written.
///
/// What a macro made keeps its own place where it was an argument, and has the place of the macro's use elsewhere: that is
/// what somebody who reads the source can look at.
struct CodeToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case word, number, string, character, symbol
    }

    var kind: Kind
    var text: String
    /// Which file, by its index in the audited files.
    var file: Int32
    /// Where in the file.
    var offset: Int32
    /// Which condition of the preprocessor holds, by its index in ``CodeUnit/conditions``; 0 for none.
    var condition: Int32 = 0

    func isSymbol(_ text: String) -> Bool { kind == .symbol && self.text == text }

    func isWord(_ text: String) -> Bool { kind == .word && self.text == text }

    /// What a string literal holds between its quotes; `nil` for another token.
    var literal: String? {
        guard kind == .string, text.utf8.count >= 2 else { return nil }
        return String(text.dropFirst().dropLast())
    }
}

/// A run of tokens.
typealias Code = ArraySlice<CodeToken>

extension Collection<CodeToken> where Index == Int, SubSequence == Code {
    /// The index of the bracket that closes the one at `open`; `endIndex` when nothing does.
    func closing(_ open: Int) -> Int {
        var depth = 0
        var index = open
        while index < endIndex {
            if self[index].kind == .symbol {
                switch self[index].text {
                case "(", "[", "{": depth += 1
                case ")", "]", "}":
                    depth -= 1
                    if depth == 0 { return index }
                default: break
                }
            }
            index += 1
        }
        return endIndex
    }

    /// The parts between separators that stand in no brackets; nothing at all for no tokens.
    func split(at separator: String) -> [Code] {
        guard !isEmpty else { return [] }
        var parts: [Code] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            let token = self[index]
            if token.kind == .symbol {
                if token.text == separator {
                    parts.append(self[start..<index])
                    start = index + 1
                } else if token.text == "(" || token.text == "[" || token.text == "{" {
                    index = Swift.min(closing(index), endIndex - 1)
                }
            }
            index += 1
        }
        parts.append(self[start..<endIndex])
        return parts
    }

    /// The arguments in the parentheses that open at `open`, and the index behind them.
    func arguments(at open: Int) -> (arguments: [Code], end: Int) {
        let close = closing(open)
        let inner = self[Swift.min(open + 1, close)..<close]
        return (inner.split(at: ","), Swift.min(close + 1, endIndex))
    }

    /// The tokens as somebody would write them in one line.
    var spelled: String {
        var text = ""
        var last: CodeToken?
        for token in self {
            if let last, Self.isSpaced(last, token) { text += " " }
            text += token.text
            last = token
        }
        return text
    }

    private static func isSpaced(_ left: CodeToken, _ right: CodeToken) -> Bool {
        let isWord = { (token: CodeToken) in token.kind != .symbol }
        if isWord(left), isWord(right) { return true }
        let tight: Set = ["(", ")", "[", "]", ".", "->", ",", ";", "++", "--"]
        if right.kind == .symbol, right.text == "(" { return !isWord(left) && !tight.contains(left.text) }
        if right.kind == .symbol, tight.contains(right.text) { return false }
        if left.kind == .symbol {
            return left.text == "," || !(["(", "[", ".", "->", "&", "*", "!", "~"].contains(left.text))
        }
        return true
    }
}
