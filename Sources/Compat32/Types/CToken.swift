import SyscallSyntax

/// A token of C, as far as declarations need one.
struct CToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case word
        case number
        case symbol
        /// A line of the preprocessor; what a header's own guards do is not followed.
        case directive
    }

    let kind: Kind
    let text: String
    let offset: Int

    func isSymbol(_ text: String) -> Bool { kind == .symbol && self.text == text }

    /// The tokens of `source`, without comments and string constants.
    static func lex(_ source: [UInt8]) -> [CToken] {
        var tokens: [CToken] = []
        var position = 0
        var isLineStart = true
        while position < source.count {
            let byte = source[position]
            let start = position
            if byte == 0x0A {
                isLineStart = true
                position += 1
            } else if isSpace(byte) {
                position += 1
            } else if source.holds("/*", from: position) {
                position = end(of: "*/", in: source, from: position + 2)
            } else if source.holds("//", from: position) {
                while position < source.count, source[position] != 0x0A { position += 1 }
            } else if byte == 0x23, isLineStart {
                tokens.append(directive(source, &position))
            } else if byte == 0x22 || byte == 0x27 {
                isLineStart = false
                position = endOfConstant(source, from: position)
            } else if isIdentifier(byte) {
                isLineStart = false
                while position < source.count, isIdentifier(source[position]) { position += 1 }
                let kind: Kind = isDigit(byte) ? .number : .word
                tokens.append(CToken(kind: kind, text: source.text(start..<position), offset: start))
            } else {
                isLineStart = false
                position += 1
                tokens.append(CToken(kind: .symbol, text: source.text(start..<position), offset: start))
            }
        }
        return tokens
    }

    /// A directive with the lines that continue it, comments taken out.
    private static func directive(_ source: [UInt8], _ position: inout Int) -> CToken {
        let start = position
        var text: [UInt8] = []
        while position < source.count, source[position] != 0x0A {
            if source.holds("\\\n", from: position) {
                text.append(0x20)
                position += 2
            } else if source.holds("/*", from: position) {
                text.append(0x20)
                position = end(of: "*/", in: source, from: position + 2)
            } else if source.holds("//", from: position) {
                while position < source.count, source[position] != 0x0A { position += 1 }
            } else {
                text.append(source[position])
                position += 1
            }
        }
        return CToken(kind: .directive, text: text.text(0..<text.count), offset: start)
    }

    private static func end(of mark: StaticString, in source: [UInt8], from position: Int) -> Int {
        guard position < source.count, let index = source.firstIndex(of: mark, in: position..<source.count) else {
            return source.count
        }
        return index + mark.utf8CodeUnitCount
    }

    private static func endOfConstant(_ source: [UInt8], from start: Int) -> Int {
        var position = start + 1
        while position < source.count, source[position] != source[start], source[position] != 0x0A {
            position += source[position] == 0x5C ? 2 : 1
        }
        return min(position + 1, source.count)
    }
}
