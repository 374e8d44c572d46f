/// A definition of the preprocessor.
struct Macro: Sendable {
    let name: String
    /// The names of its parameters; `nil` for a macro that is used without parentheses.
    let parameters: [String]?
    /// Whether the last parameter takes all arguments that are left.
    let isVariadic: Bool
    /// What it stands for.
    let body: [CodeToken]

    /// Reads what stands behind `#define`.
    init?(_ tokens: [CodeToken]) {
        guard let first = tokens.first, first.kind == .word else { return nil }
        name = first.text
        var parameters: [String]?
        var isVariadic = false
        var body = tokens[1...]
        // The parenthesis of parameters stands directly behind the name.
        if let open = body.first, open.isSymbol("("), Int(open.offset) == Int(first.offset) + first.text.utf8.count {
            let close = tokens.closing(1)
            guard close < tokens.count else { return nil }
            var names: [String] = []
            for part in tokens[2..<close].split(at: ",") {
                if part.first?.isSymbol("...") == true {
                    names.append("__VA_ARGS__")
                    isVariadic = true
                } else if let word = part.first, word.kind == .word {
                    names.append(word.text)
                    isVariadic = isVariadic || part.count > 1
                }
            }
            parameters = names
            body = tokens[(close + 1)...]
        }
        self.parameters = parameters
        self.isVariadic = isVariadic
        self.body = Array(body)
    }

    /// Whether it stands for more than a value or another name, so that its use has to be replaced to be understood.
    func isStructural(_ macros: [String: Macro]) -> Bool {
        guard parameters == nil else { return true }
        return body.enumerated().contains { index, token in
            if token.kind == .symbol { return token.text == "{" || token.text == ";" || token.text == "," }
            guard token.kind == .word, index + 1 < body.count, body[index + 1].isSymbol("(") else { return false }
            return macros[token.text]?.parameters != nil || Preprocessor.isKept(token.text)
        }
    }
}
