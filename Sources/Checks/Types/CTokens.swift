import SyscallSyntax

/// The tokens of C code: identifiers, numbers, what stands in quotes, and every other character for itself. Comments and
/// preprocessor lines are left out, so that all arms of a conditional are read.
struct CTokens {
    /// A token: the bytes from ``start`` on, ``count`` of them.
    struct Token {
        let start: Int32
        let count: Int32
    }

    private let bytes: [UInt8]
    private let tokens: [Token]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tokens = bytes.withUnsafeBufferPointer { Self.scan($0) }
    }

    var count: Int { tokens.count }

    /// Whether the token at `index` is `text`; none is behind the last.
    func holds(_ text: StaticString, at index: Int) -> Bool {
        index < tokens.count && bytes.holds(text, at: range(index))
    }

    /// The token at `index` as text.
    func text(_ index: Int) -> String { bytes.text(range(index)) }

    /// Where the token at `index` begins.
    func offset(_ index: Int) -> Int { Int(tokens[index].start) }

    /// The number that the token at `index` is, in decimal digits.
    func number(_ index: Int) -> Int? { index < tokens.count ? bytes.decimal(range(index)) : nil }

    /// What stands between the quotes of the token at `index`; `nil` for another token.
    func string(_ index: Int) -> String? {
        guard index < tokens.count, bytes[range(index).lowerBound] == 0x22, range(index).count > 1 else { return nil }
        return bytes.text(range(index).lowerBound + 1..<range(index).upperBound - 1)
    }

    /// Whether the token at `index` begins with `text`.
    func begins(_ text: StaticString, at index: Int) -> Bool {
        text.utf8CodeUnitCount <= tokens[index].count && bytes.holds(text, from: Int(tokens[index].start))
    }

    /// Whether the token at `index` is an identifier.
    func isName(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        let first = bytes[Int(tokens[index].start)]
        return isIdentifier(first) && !isDigit(first)
    }

    /// The index behind the bracket that closes the one at `index`; that of the end when nothing closes it.
    func end(of open: StaticString, _ close: StaticString, at index: Int) -> Int {
        var depth = 0
        for position in index..<tokens.count {
            if holds(open, at: position) { depth += 1 }
            if holds(close, at: position) { depth -= 1 }
            if depth == 0 { return position + 1 }
        }
        return tokens.count
    }

    private func range(_ index: Int) -> Range<Int> {
        Int(tokens[index].start)..<Int(tokens[index].start + tokens[index].count)
    }

    private static func scan(_ text: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 6)
        var position = 0
        var beginsLine = true
        while position < text.count {
            let byte = text[position]
            let start = position
            switch byte {
            case 0x0A: beginsLine = true
            case 0x23 where beginsLine: skipDirective(text, &position)
            case 0x2F where position + 1 < text.count && text[position + 1] == 0x2A: skipComment(text, &position)
            case 0x2F where position + 1 < text.count && text[position + 1] == 0x2F: skipLine(text, &position)
            case 0x22, 0x27:
                skipQuoted(text, &position)
                tokens.append(Token(start: Int32(start), count: Int32(position + 1 - start)))
                beginsLine = false
            case _ where isIdentifier(byte):
                while position + 1 < text.count, isIdentifier(text[position + 1]) { position += 1 }
                tokens.append(Token(start: Int32(start), count: Int32(position + 1 - start)))
                beginsLine = false
            case _ where isSpace(byte): break
            default:
                tokens.append(Token(start: Int32(start), count: 1))
                beginsLine = false
            }
            position += 1
        }
        return tokens
    }

    /// Stops at the last byte of the comment.
    private static func skipComment(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        position += 2
        while position + 1 < text.count, text[position] != 0x2A || text[position + 1] != 0x2F { position += 1 }
        position += 1
    }

    /// Stops ahead of the line feed.
    private static func skipLine(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while position + 1 < text.count, text[position + 1] != 0x0A { position += 1 }
    }

    /// Stops ahead of the line feed that ends the directive; a comment in it may hold others.
    private static func skipDirective(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        while position + 1 < text.count {
            let next = text[position + 1]
            if next == 0x0A, text[position] != 0x5C { return }
            position += 1
            if next == 0x2F, position + 1 < text.count, text[position + 1] == 0x2A { skipComment(text, &position) }
        }
    }

    /// Stops at the closing quote, or ahead of the line feed.
    private static func skipQuoted(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
        let quote = text[position]
        while position + 1 < text.count, text[position + 1] != 0x0A {
            position += 1
            if text[position] == quote { return }
            if text[position] == 0x5C { position += 1 }
        }
    }
}
