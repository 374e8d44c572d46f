/// A token of Lua source: enough of the language to read the data tables of a generator, and to tell whether its code
/// is the code that is known. Nothing is ever run.
public enum LuaToken: Sendable, Hashable {
    case name(String)
    case string(String)
    case number(String)
    case symbol(String)

    /// The tokens of `source` without comments and white space. What is no Lua becomes symbols of one byte.
    public static func lex(_ source: [UInt8]) -> [LuaToken] {
        var lexer = LuaLexer(source: source)
        return lexer.tokens()
    }
}

private struct LuaLexer {
    let source: [UInt8]
    var position = 0

    mutating func tokens() -> [LuaToken] {
        var tokens: [LuaToken] = []
        if source.holds("#", from: 0) { skipLine() }
        while let token = next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() -> LuaToken? {
        while position < source.count {
            if isSpace(source[position]) {
                position += 1
            } else if source.holds("--", from: position) {
                position += 2
                if longString() == nil { skipLine() }
            } else {
                break
            }
        }
        guard position < source.count else { return nil }
        let byte = source[position]
        if byte == 0x5B, let text = longString() { return .string(text) }
        if byte == 0x22 || byte == 0x27 { return .string(quotedString(byte)) }
        let start = position
        if isIdentifier(byte) {
            let isNumber = isDigit(byte)
            while position < source.count, isIdentifier(source[position]) || (isNumber && source[position] == 0x2E) {
                position += 1
            }
            return isNumber ? .number(source.text(start..<position)) : .name(source.text(start..<position))
        }
        for symbol in ["...", "..", "==", "~=", "<=", ">=", "::", "//", "<<", ">>"] as [StaticString]
        where source.holds(symbol, from: position) {
            position += symbol.utf8CodeUnitCount
            return .symbol(source.text(start..<position))
        }
        position += 1
        return .symbol(source.text(start..<position))
    }

    private mutating func skipLine() {
        while position < source.count, source[position] != 0x0A { position += 1 }
    }

    /// `[[ … ]]` or `[=[ … ]=]` at the position; `nil`, and nothing consumed, when there is none.
    private mutating func longString() -> String? {
        guard position < source.count, source[position] == 0x5B else { return nil }
        var start = position + 1
        while start < source.count, source[start] == 0x3D { start += 1 }
        guard start < source.count, source[start] == 0x5B else { return nil }
        let level = start - position - 1
        start += 1
        var end = start
        while end < source.count {
            let close = end + 1 + level
            if source[end] == 0x5D, close < source.count, source[close] == 0x5D,
                source[end + 1..<close].allSatisfy({ $0 == 0x3D })
            {
                position = close + 1
                return source.text(start..<end)
            }
            end += 1
        }
        position = source.count
        return source.text(start..<end)
    }

    private mutating func quotedString(_ quote: UInt8) -> String {
        position += 1
        var bytes: [UInt8] = []
        while position < source.count, source[position] != quote, source[position] != 0x0A {
            if source[position] == 0x5C, position + 1 < source.count {
                position += 1
                switch source[position] {
                case 0x6E: bytes.append(0x0A)
                case 0x74: bytes.append(0x09)
                default: bytes.append(source[position])
                }
            } else {
                bytes.append(source[position])
            }
            position += 1
        }
        position += 1
        return bytes.text(0..<bytes.count)
    }
}
