import SyscallSyntax

/// What a file of C consists of: tokens, and lines of the preprocessor. Comments are left out.
enum CodePiece: Sendable {
    case token(CodeToken)
    /// A directive: its name, and the tokens behind it.
    case directive(String, [CodeToken], offset: Int32)
}

/// Cuts a file into its pieces.
struct CodeLexer {
    private let bytes: [UInt8]
    private let file: Int32
    private var position = 0
    private var beginsLine = true

    init(_ bytes: [UInt8], file: Int32) {
        self.bytes = bytes
        self.file = file
    }

    /// The pieces of `bytes`, which are those of file number `file`. Never fails: what is no C becomes symbols.
    static func pieces(_ bytes: [UInt8], file: Int32) -> [CodePiece] {
        var lexer = CodeLexer(bytes, file: file)
        var pieces: [CodePiece] = []
        while lexer.skipSpace(inLine: false) {
            if lexer.beginsLine, lexer.bytes[lexer.position] == 0x23 {
                pieces.append(lexer.directive())
            } else {
                lexer.beginsLine = false
                pieces.append(.token(lexer.token()))
            }
        }
        return pieces
    }

    /// Moves to the next byte that is neither space nor comment; `false` at the end, or with `inLine` at a line feed.
    private mutating func skipSpace(inLine: Bool) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0A {
                if inLine { return false }
                beginsLine = true
                position += 1
            } else if byte == 0x5C, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
                position += 2
            } else if byte == 0x5C, bytes.holds("\\\r\n", from: position) {
                position += 3
            } else if isSpace(byte) {
                position += 1
            } else if bytes.holds("/*", from: position) {
                position =
                    bytes.firstIndex(of: "*/", in: min(position + 2, bytes.count)..<bytes.count).map { $0 + 2 }
                    ?? bytes.count
            } else if bytes.holds("//", from: position) {
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            } else {
                return true
            }
        }
        return false
    }

    private mutating func directive() -> CodePiece {
        let start = Int32(position)
        position += 1
        var tokens: [CodeToken] = []
        while skipSpace(inLine: true) { tokens.append(token()) }
        guard let first = tokens.first else { return .directive("", [], offset: start) }
        return .directive(first.text, Array(tokens.dropFirst()), offset: start)
    }

    private mutating func token() -> CodeToken {
        let start = position
        let byte = bytes[start]
        let kind: CodeToken.Kind
        if isDigit(byte) {
            kind = .number
            while position < bytes.count, isIdentifier(bytes[position]) || bytes[position] == 0x2E { position += 1 }
        } else if isIdentifier(byte) {
            kind = .word
            while position < bytes.count, isIdentifier(bytes[position]) { position += 1 }
        } else if byte == 0x22 || byte == 0x27 {
            kind = byte == 0x22 ? .string : .character
            skipQuoted(byte)
        } else {
            kind = .symbol
            position += Self.symbols.first { bytes.holds($0, from: start) }?.utf8CodeUnitCount ?? 1
        }
        return CodeToken(kind: kind, text: bytes.text(start..<position), file: file, offset: Int32(start))
    }

    /// Stops behind the closing quote, or at the line feed.
    private mutating func skipQuoted(_ quote: UInt8) {
        position += 1
        while position < bytes.count, bytes[position] != 0x0A {
            if bytes[position] == quote {
                position += 1
                return
            }
            position = min(position + (bytes[position] == 0x5C ? 2 : 1), bytes.count)
        }
    }

    private static let symbols: [StaticString] = [
        "...", "<<=", ">>=", "->", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "##", "<<", ">>", "|=",
        "&=",
    ]
}
