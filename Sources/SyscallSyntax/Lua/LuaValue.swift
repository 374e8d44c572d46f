/// A constant of Lua source.
public indirect enum LuaValue: Sendable, Hashable {
    case string(String)
    case number(Int)
    case boolean(Bool)
    case none
    /// The fields of a table constructor in source order; a field without a key has none.
    case table([Field])

    /// A field of a table constructor.
    public struct Field: Sendable, Hashable {
        /// The key as text; `nil` for a positional field.
        public let key: String?
        /// The value.
        public let value: LuaValue
    }

    /// The value of the field `key` of a table.
    public subscript(key: String) -> LuaValue? {
        guard case .table(let fields) = self else { return nil }
        return fields.last { $0.key == key }?.value
    }

    /// The text of a string or number.
    public var text: String? {
        switch self {
        case .string(let text): text
        case .number(let number): String(number)
        case .boolean, .none, .table: nil
        }
    }

    /// The fields of a table; empty for anything else.
    public var fields: [Field] {
        if case .table(let fields) = self { fields } else { [] }
    }
}

extension LuaValue {
    /// Reads the constant that begins at `position` of `tokens` and moves past it.
    ///
    /// - Returns: `nil` for an expression that is no constant, such as a call: such data would have to be computed; and
    ///   for tables nested deeper than Lua itself reads them.
    public static func read(_ tokens: [LuaToken], at position: inout Int) -> LuaValue? {
        read(tokens, at: &position, depth: 0)
    }

    /// `LUAI_MAXCCALLS` of Lua, which bounds its recursion, too.
    private static let depthLimit = 200

    private static func read(_ tokens: [LuaToken], at position: inout Int, depth: Int) -> LuaValue? {
        guard position < tokens.count, depth < depthLimit else { return nil }
        let token = tokens[position]
        position += 1
        switch token {
        case .string(let text): return .string(text)
        case .number(let text):
            let value = text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
            return value.map(LuaValue.number)
        case .name("true"): return .boolean(true)
        case .name("false"): return .boolean(false)
        case .name("nil"): return LuaValue.none
        case .symbol("{"): return readTable(tokens, at: &position, depth: depth + 1)
        case .name, .symbol: return nil
        }
    }

    private static func readTable(_ tokens: [LuaToken], at position: inout Int, depth: Int) -> LuaValue? {
        var fields: [Field] = []
        while position < tokens.count, tokens[position] != .symbol("}") {
            var key: String?
            if case .name(let name) = tokens[position], position + 1 < tokens.count,
                tokens[position + 1] == .symbol("=")
            {
                key = name
                position += 2
            } else if tokens[position] == .symbol("[") {
                position += 1
                guard let index = read(tokens, at: &position, depth: depth)?.text, position + 1 < tokens.count,
                    tokens[position] == .symbol("]"), tokens[position + 1] == .symbol("=")
                else { return nil }
                key = index
                position += 2
            }
            guard let value = read(tokens, at: &position, depth: depth) else { return nil }
            fields.append(Field(key: key, value: value))
            guard position < tokens.count else { return nil }
            if tokens[position] == .symbol(",") || tokens[position] == .symbol(";") {
                position += 1
            } else if tokens[position] != .symbol("}") {
                return nil
            }
        }
        guard position < tokens.count else { return nil }
        position += 1
        return .table(fields)
    }
}
