import Edits
import Findings
import SyscallSyntax

/// Picks the declarations of types out of the text of a header.
struct DeclarationParser {
    private let tokens: [CToken]
    private let path: String
    private let lines: LineMap
    private var position = 0
    private var declarations = Declarations()

    init(_ bytes: [UInt8], path: String) {
        tokens = CToken.lex(bytes)
        lines = LineMap(bytes)
        self.path = path
    }

    mutating func parse() -> Declarations {
        while let token = current {
            switch (token.kind, token.text) {
            case (.directive, _):
                readConstant(token)
                position += 1
            case (.word, "typedef"):
                position += 1
                readTypedef(at: token.offset)
            case (.word, "struct") where word(1) != nil && symbol(2) == "{":
                readStructure(word(1) ?? "", bodyAt: position + 2, at: token.offset)
                skipStatement()
            case (.symbol, "{"):
                // `extern "C" {` holds declarations like any other.
                let isLinkage = position > 0 && tokens[position - 1].text == "extern"
                position = isLinkage ? position + 1 : closing(position) + 1
            default: position += 1
            }
        }
        return declarations
    }

    private var current: CToken? { position < tokens.count ? tokens[position] : nil }

    private func word(_ ahead: Int) -> String? {
        let index = position + ahead
        return index < tokens.count && tokens[index].kind == .word ? tokens[index].text : nil
    }

    private func symbol(_ ahead: Int) -> String? {
        let index = position + ahead
        return index < tokens.count && tokens[index].kind == .symbol ? tokens[index].text : nil
    }

    private func location(_ offset: Int) -> Location { Location(path: path, offset: offset, in: lines) }

    /// The index of the bracket that closes the one at `open`; the last token when there is none.
    private func closing(_ open: Int) -> Int {
        var depth = 0
        for index in open..<tokens.count where tokens[index].kind == .symbol {
            switch tokens[index].text {
            case "{", "(", "[": depth += 1
            case "}", ")", "]":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return tokens.count - 1
    }

    /// The index of the semicolon that ends the declaration at the position, braces skipped.
    private func endOfStatement() -> Int {
        var index = position
        while index < tokens.count {
            if tokens[index].isSymbol(";") { return index }
            index = ["{", "(", "["].contains { tokens[index].isSymbol($0) } ? closing(index) + 1 : index + 1
        }
        return tokens.count
    }

    private mutating func skipStatement() { position = endOfStatement() + 1 }

    /// `#define NAME 12`
    private mutating func readConstant(_ directive: CToken) {
        let bytes = Array(directive.text.utf8)
        let words = bytes.words(in: 1..<bytes.count)
        guard words.count == 3, bytes.holds("define", at: words[0]) else { return }
        let name = bytes.text(words[1])
        guard name.utf8.allSatisfy(isIdentifier) else { return }
        var text = bytes.text(words[2])
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        if let value = Self.number(text) { declarations.declare(constant: name, value) }
    }

    /// An integer constant of C.
    static func number(_ text: String) -> Int? {
        var digits = Substring(text)
        while let last = digits.last, "uUlL".contains(last) { digits = digits.dropLast() }
        if digits.hasPrefix("0x") || digits.hasPrefix("0X") { return Int(digits.dropFirst(2), radix: 16) }
        guard let first = digits.first, first.isNumber else { return nil }
        return digits.count > 1 && first == "0" ? Int(digits, radix: 8) : Int(digits)
    }

    private mutating func readTypedef(at offset: Int) {
        let end = endOfStatement()
        defer { position = end + 1 }
        let statement = Array(tokens[min(position, tokens.count)..<min(end, tokens.count)])
        guard let name = statement.last, name.kind == .word || name.isSymbol(")") else { return }
        guard let brace = statement.firstIndex(where: { $0.isSymbol("{") }) else {
            for member in Self.members(of: statement) ?? [] where member.counts.isEmpty {
                let typedef = Declarations.Typedef(type: member.type, place: location(offset))
                declarations.declare(typedef: member.name, typedef)
            }
            return
        }
        guard name.kind == .word else { return }
        let base: String
        switch statement.first?.text {
        case "enum": base = "int"
        case "struct":
            let tag = brace == 2 ? statement[1].text : "@" + name.text
            readStructure(tag, bodyAt: position + brace, at: offset)
            base = "struct " + tag
        default: base = "union @" + name.text
        }
        let typedef = Declarations.Typedef(type: DeclaredType(base: base), place: location(offset))
        declarations.declare(typedef: name.text, typedef)
    }

    private mutating func readStructure(_ tag: String, bodyAt brace: Int, at offset: Int) {
        let end = closing(brace)
        var members: [Declarations.Member] = []
        var problem: String?
        var statement: [CToken] = []
        var index = brace + 1
        while index < end {
            let token = tokens[index]
            if token.kind == .directive {
                readConstant(token)
                if token.text.isCondition { problem = problem ?? "has members that depend on a condition" }
                index += 1
            } else if token.isSymbol(";") {
                if let more = Self.members(of: statement) {
                    members += more
                } else if let name = statement.last(where: { $0.kind == .word }) {
                    problem = problem ?? "has a member '\(name.text)' that is more than a type and a name"
                }
                statement = []
                index += 1
            } else {
                let next = token.isSymbol("{") ? closing(index) + 1 : index + 1
                statement += tokens[index..<min(next, end)]
                index = next
            }
        }
        // `__packed` and `__aligned(8)` change what the members alone would give.
        if end + 1 < tokens.count, tokens[end + 1].kind == .word, tokens[end + 1].text.hasPrefix("_") {
            problem = problem ?? "is declared '\(tokens[end + 1].text)'"
        }
        declarations.declare(tag, .init(members: members, problem: problem, place: location(offset)))
    }

    /// The members that a declaration declares; `nil` for what is more than a type and names: bit-fields, attributes, nested
    /// definitions, unions.
    private static func members(of statement: [CToken]) -> [Declarations.Member]? {
        let odd = statement.contains { token in
            token.isSymbol("{") || token.isSymbol(":") || token.kind == .directive
                || (token.kind == .word && token.text.isAttribute)
        }
        guard !odd else { return nil }
        var declarators = statement.declarators
        guard let first = declarators.first else { return [] }
        // The type ends with the first star or parenthesis, else ahead of the last word, which is the name.
        let end = first.firstIndex { $0.isSymbol("*") || $0.isSymbol("(") || $0.isSymbol("[") } ?? first.endIndex
        let isNamed = end == first.endIndex || first[end].isSymbol("[")
        let split = isNamed ? end - 1 : end
        guard split > first.startIndex else { return nil }
        let type = DeclaredType(first[..<split].map(\.text).joined(separator: " "))
        declarators[0] = first[split...]
        var members: [Declarations.Member] = []
        for declarator in declarators {
            guard let member = member(type, declarator) else { return nil }
            members.append(member)
        }
        return members
    }

    private static func member(_ type: DeclaredType, _ declarator: ArraySlice<CToken>) -> Declarations.Member? {
        if declarator.first?.isSymbol("(") == true {
            // `int (*name)(…)`: the address of a function is an address like any other.
            let inner = declarator.dropFirst().prefix { !$0.isSymbol(")") }
            guard inner.first?.isSymbol("*") == true, let name = inner.last, name.kind == .word else { return nil }
            return .init(type: DeclaredType(base: "void", stars: [false]), name: name.text, counts: [])
        }
        guard let nameIndex = declarator.firstIndex(where: { $0.kind == .word && $0.text != "const" }) else {
            return nil
        }
        let stars = declarator[..<nameIndex].map(\.text).joined(separator: " ")
        var counts: [String] = []
        var rest = declarator[(nameIndex + 1)...]
        while rest.first?.isSymbol("[") == true {
            let inner = rest.dropFirst().prefix { !$0.isSymbol("]") }
            counts.append(inner.map(\.text).joined(separator: " "))
            rest = rest.dropFirst(inner.count + 2)
        }
        guard rest.isEmpty else { return nil }
        return .init(
            type: DeclaredType(type.text + " " + stars), name: declarator[nameIndex].text, counts: counts)
    }
}

extension String {
    /// Whether the directive begins, changes or ends a condition.
    fileprivate var isCondition: Bool {
        let word = dropFirst().drop { $0 == " " || $0 == "\t" }
        return word.hasPrefix("if") || word.hasPrefix("el") || word.hasPrefix("end")
    }

    /// Whether the word changes how a member is laid out, or is no name of a type.
    fileprivate var isAttribute: Bool {
        self == "union" || self == "__packed" || self == "_Alignas" || hasPrefix("__aligned")
            || hasPrefix("__attribute") || hasPrefix("_Static_assert")
    }
}

extension [CToken] {
    /// The pieces between the commas that stand in no brackets.
    fileprivate var declarators: [ArraySlice<CToken>] {
        var depth = 0
        var pieces: [ArraySlice<CToken>] = []
        var start = 0
        for (index, token) in enumerated() {
            if token.isSymbol("(") || token.isSymbol("[") { depth += 1 }
            if token.isSymbol(")") || token.isSymbol("]") { depth -= 1 }
            if depth == 0, token.isSymbol(",") {
                pieces.append(self[start..<index])
                start = index + 1
            }
        }
        if start < count { pieces.append(self[start...]) }
        return pieces
    }
}
