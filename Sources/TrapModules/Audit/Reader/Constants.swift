/// Values of expressions that a compiler knows.
extension CodeBase {
    /// The value of `code`; `nil` when it is none of a constant, or when files say different things.
    func value(_ code: Code, depth: Int = 0) -> Int? {
        guard depth < 16, !code.isEmpty else { return nil }
        var evaluator = Evaluator(base: self, code: code, depth: depth)
        guard let value = evaluator.sum(), evaluator.index == code.endIndex else { return nil }
        return value
    }

    /// The value that all definitions of `name` agree on; those of `file` alone where it has one.
    func constant(_ name: String, in file: Int32, depth: Int) -> Int? {
        if name == "NO_SYSCALL" { return -1 }
        if name == "NULL" { return 0 }
        guard let all = constants[name], depth < 16 else { return nil }
        let own = all.filter { $0.file == Int(file) }
        let values = Set((own.isEmpty ? all : own).map { value($0.body[...], depth: depth + 1) })
        return values.count == 1 ? values.first ?? nil : nil
    }

    /// How many words `struct NAME` of arguments has; `nil` when no file defines it.
    func words(ofStructure name: String) -> Int? { structures[name]?.fields.count }

    private struct Evaluator {
        let base: CodeBase
        let code: Code
        let depth: Int
        var index: Int

        init(base: CodeBase, code: Code, depth: Int) {
            self.base = base
            self.code = code
            self.depth = depth
            index = code.startIndex
        }

        mutating func sum() -> Int? {
            guard var value = product() else { return nil }
            while index < code.endIndex {
                let symbol = code[index].text
                guard ["+", "-", "|", "<<"].contains(symbol) else { break }
                index += 1
                guard let right = product() else { return nil }
                switch symbol {
                case "+": value &+= right
                case "-": value &-= right
                case "|": value |= right
                default:
                    guard (0..<63).contains(right) else { return nil }
                    value = value &<< right
                }
            }
            return value
        }

        private mutating func product() -> Int? {
            guard var value = factor() else { return nil }
            while index < code.endIndex, code[index].isSymbol("*") || code[index].isSymbol("/") {
                let isDivision = code[index].text == "/"
                index += 1
                guard let right = factor() else { return nil }
                if isDivision, right == 0 || right == -1 { return nil }
                value = isDivision ? value / right : value &* right
            }
            return value
        }

        private mutating func factor() -> Int? {
            guard index < code.endIndex else { return nil }
            let token = code[index]
            index += 1
            switch token.kind {
            case .number: return Self.number(token.text)
            case .character:
                guard token.text.utf8.count == 3 else { return nil }
                return token.text.utf8.dropFirst().first.map(Int.init)
            case .word where token.text == "sizeof": return size()
            case .word: return base.constant(token.text, in: token.file, depth: depth)
            case .symbol where token.text == "(":
                let close = code.closing(index - 1)
                guard close < code.endIndex else { return nil }
                let inner = code[index..<close]
                index = close + 1
                // A cast says nothing about the value.
                if !inner.isEmpty, index < code.endIndex, inner.allSatisfy({ $0.kind == .word || $0.isSymbol("*") }),
                    base.value(inner, depth: depth + 1) == nil
                {
                    return factor()
                }
                return base.value(inner, depth: depth + 1)
            case .symbol where token.text == "-": return factor().map { 0 &- $0 }
            case .symbol where token.text == "~": return factor().map { ~$0 }
            default: return nil
            }
        }

        /// In words: a structure of arguments has as many as it has fields, and a `register_t` is one.
        private mutating func size() -> Int? {
            guard index < code.endIndex, code[index].isSymbol("(") else { return nil }
            let (arguments, end) = code.arguments(at: index)
            index = end
            guard let type = arguments.first else { return nil }
            if let name = type.last, type.contains(where: { $0.isWord("struct") }) {
                return base.words(ofStructure: name.text)
            }
            return ["register_t", "syscallarg_t"].contains(type.spelled) ? 1 : nil
        }

        private static func number(_ text: String) -> Int? {
            let digits = text.lowercased().prefix { $0 != "u" && $0 != "l" }
            if digits.hasPrefix("0x") {
                return UInt64(digits.dropFirst(2), radix: 16).map { Int(bitPattern: UInt($0)) }
            }
            if digits.count > 1, digits.hasPrefix("0") { return Int(digits.dropFirst(), radix: 8) }
            return Int(digits)
        }
    }
}
