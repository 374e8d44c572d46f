/// Cuts the tokens of a file into declarations. What it does not understand it skips up to the next semicolon or brace.
struct UnitParser {
    private let tokens: [CodeToken]
    private var unit = CodeUnit()
    private var position = 0

    private init(_ tokens: [CodeToken]) { self.tokens = tokens }

    static func parse(_ preprocessed: Preprocessor) -> CodeUnit {
        var parser = UnitParser(preprocessed.tokens)
        while parser.position < parser.tokens.count { parser.readDeclaration() }
        parser.unit.constants += preprocessed.constants
        parser.unit.conditions = preprocessed.conditions
        return parser.unit
    }

    private mutating func readDeclaration() {
        let start = position
        var isInitialized = false
        /// Where the last group in parentheses at this level opens, when a word stands before it.
        var call: Int?
        while position < tokens.count {
            let token = tokens[position]
            guard token.kind == .symbol else {
                position += 1
                continue
            }
            switch token.text {
            case ";":
                readSimple(start..<position)
                position += 1
                return
            case "=":
                isInitialized = true
                position += 1
            case "(", "[":
                if token.text == "(", !isInitialized, position > start, tokens[position - 1].kind == .word,
                    !Self.isAttribute(tokens[position - 1])
                {
                    call = call ?? position
                }
                let end = min(tokens.closing(position) + 1, tokens.count)
                if token.text == "(", isUse(start, position, end) {
                    addUse(at: position - 1)
                    position = end
                    if position < tokens.count, tokens[position].isSymbol(";") { position += 1 }
                    return
                }
                position = end
            case "{":
                let close = tokens.closing(position)
                if !isInitialized, let call {
                    addFunction(start, call: call, body: position + 1..<close)
                    position = min(close + 1, tokens.count)
                    return
                }
                if !isInitialized { readBraces(start, open: position, close: close) }
                position = min(close + 1, tokens.count)
            case "}":
                position += 1
                return
            default:
                position += 1
            }
        }
    }

    /// A macro where a declaration stands: its name alone, perhaps behind `static`, and no body that follows.
    private func isUse(_ start: Int, _ open: Int, _ end: Int) -> Bool {
        let name = open - 1
        guard name >= start, tokens[name].kind == .word, tokens[start..<name].allSatisfy({ $0.isWord("static") }),
            tokens[name].text.utf8.contains(where: { (0x41...0x5A).contains($0) })
        else { return false }
        guard
            tokens[name].text.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }) || end >= tokens.count
                || tokens[end].isSymbol(";")
        else { return false }
        return end >= tokens.count
            || !tokens[end].isSymbol("{") && !tokens[end].isSymbol(",") && !tokens[end].isSymbol("=")
    }

    private static func isAttribute(_ token: CodeToken) -> Bool {
        token.text == "__attribute__" || token.text == "__aligned" || token.text == "__section"
            || token.text == "typeof"
            || token.text == "__typeof" || token.text == "_Alignas"
    }

    private mutating func addUse(at name: Int) {
        let (arguments, _) = tokens.arguments(at: name + 1)
        unit.uses.append(CodeUnit.Use(name: tokens[name], arguments: arguments.map(Array.init)))
    }

    // MARK: Functions

    private mutating func addFunction(_ start: Int, call: Int, body: Range<Int>) {
        let (parts, end) = tokens.arguments(at: call)
        var parameters = parts.compactMap(Self.parameter)
        // The old style: names in the parentheses, declarations behind them.
        if end < body.lowerBound - 1, parts.allSatisfy({ $0.count == 1 }) {
            var types: [String: String] = [:]
            for declaration in tokens[end..<body.lowerBound - 1].split(at: ";") {
                for declared in Self.fields(declaration) { types[declared.name] = declared.type }
            }
            parameters = parts.compactMap { part in
                part.first.map { CodeUnit.Parameter(name: $0.text, type: types[$0.text] ?? "int") }
            }
        }
        unit.functions.append(
            CodeUnit.Function(
                name: tokens[call - 1],
                result: Array(tokens[start..<call - 1].filter { !Self.storage.contains($0.text) }),
                parameters: parameters,
                body: body.lowerBound <= body.upperBound ? Array(tokens[body]) : [],
                isStatic: tokens[start..<call - 1].contains { $0.isWord("static") }))
    }

    private static let storage: Set = [
        "static", "inline", "__inline", "__inline__", "extern", "__unused", "_Noreturn", "const",
    ]

    private static func parameter(_ part: Code) -> CodeUnit.Parameter? {
        if part.count == 1, part.first?.text == "void" { return nil }
        return fields(part).first ?? CodeUnit.Parameter(name: "", type: part.spelled)
    }

    // MARK: Structures and enumerations

    private mutating func readBraces(_ start: Int, open: Int, close: Int) {
        guard let key = tokens[start..<open].lastIndex(where: { ["struct", "union", "enum"].contains($0.text) }) else {
            return
        }
        let inner = tokens[min(open + 1, close)..<close]
        if tokens[key].text == "enum" { return addConstants(inner) }
        let tag = tokens[key..<open].dropFirst().first { $0.kind == .word && !Self.isAttribute($0) }
        let fields = inner.split(at: ";").flatMap { Self.fields($0) }
        if let tag { unit.structures.append(CodeUnit.Structure(name: tag, fields: fields)) }
        // The name of a typedef, or of a variable of a structure without a tag, names the structure as well.
        if tag == nil, close + 1 < tokens.count, tokens[close + 1].kind == .word {
            unit.structures.append(CodeUnit.Structure(name: tokens[close + 1], fields: fields))
        }
    }

    private mutating func addConstants(_ inner: Code) {
        var base: [CodeToken] = []
        var step = 0
        for part in inner.split(at: ",") {
            guard let name = part.first, name.kind == .word else { continue }
            if part.count > 2 {
                base = Array(part.dropFirst(2))
                step = 0
            }
            let symbol = { (text: String) in CodeToken(kind: .symbol, text: text, file: name.file, offset: name.offset)
            }
            let number = { (value: Int) in
                CodeToken(kind: .number, text: "\(value)", file: name.file, offset: name.offset)
            }
            let value = base.isEmpty ? [number(step)] : [symbol("(")] + base + [symbol(")"), symbol("+"), number(step)]
            unit.constants.append((name.text, value))
            step += 1
        }
    }

    /// The fields, or variables, that a declaration without its semicolon declares. What only pads is none.
    static func fields(_ declaration: Code) -> [CodeUnit.Parameter] {
        let parts = declaration.split(at: ",")
        guard let first = parts.first, !first.isEmpty else { return [] }
        if first.contains(where: { $0.text == "PADL_" || $0.text == "PADR_" || $0.text == "PAD_ARG_8" }) { return [] }
        if first.first?.text == "PAD_ARG_", parts.count == 1 {
            let (arguments, _) = first.arguments(at: first.startIndex + 1)
            guard arguments.count == 2, let name = arguments[1].first else { return [] }
            return [CodeUnit.Parameter(name: name.text, type: arguments[0].spelled)]
        }
        var base: [CodeToken] = []
        var fields: [CodeUnit.Parameter] = []
        for (index, part) in parts.enumerated() {
            guard let (name, before, after) = declarator(part) else { continue }
            if index == 0 { base = Array(before.prefix { !$0.isSymbol("*") }) }
            let stars = index == 0 ? Array(before.dropFirst(base.count)) : Array(before)
            let type = (base + stars + after).filter { !storage.contains($0.text) || $0.text == "const" }
            fields.append(CodeUnit.Parameter(name: name, type: type.spelled))
        }
        return fields
    }

    /// The name that `part` declares, what stands before it, and brackets behind it.
    private static func declarator(_ part: Code) -> (name: String, before: Code, after: Code)? {
        var part = part
        if let equals = part.firstIndex(where: { $0.isSymbol("=") || $0.isSymbol(":") }) { part = part[..<equals] }
        while let last = part.last, last.isWord("__unused") { part = part.dropLast() }
        // A pointer to a function: the name is in the first parentheses.
        if let open = part.firstIndex(where: { $0.isSymbol("(") }), open + 1 < part.endIndex,
            part[open + 1].isSymbol("*") || part[open + 1].isSymbol("^")
        {
            guard let name = part[open...].first(where: { $0.kind == .word }) else { return nil }
            return (name.text, part[..<open], part[(open + 1)...(open + 1)])
        }
        let end = part.firstIndex { $0.isSymbol("[") } ?? part.endIndex
        guard let name = part[..<end].last(where: { $0.kind == .word }), let index = part[..<end].lastIndex(of: name),
            index > part.startIndex || end < part.endIndex || part.count == 1
        else { return nil }
        return (name.text, part[..<index], part[end...].isEmpty ? [] : part[end...])
    }

    // MARK: Variables

    private mutating func readSimple(_ range: Range<Int>) {
        let code = tokens[range]
        guard let first = code.first else { return }
        if first.isWord("typedef") { return readAlias(code.dropFirst()) }
        if first.isWord("extern") && !code.contains(where: { $0.isSymbol("=") }) { return }
        var base: [CodeToken]?
        for part in code.split(at: ",") {
            let equals = topLevel("=", in: part)
            let declared = part[..<(equals ?? part.endIndex)]
            let bracket = topLevel("[", in: declared) ?? declared.endIndex
            guard
                let index = declared[..<bracket].lastIndex(where: {
                    $0.kind == .word && !Self.storage.contains($0.text)
                }),
                // A prototype declares no variable.
                !declared[..<bracket].contains(where: { $0.isSymbol("(") }) || equals != nil
            else { continue }
            let before = Array(declared[..<index])
            if base == nil {
                guard !before.isEmpty else { return }
                base = before
            }
            unit.variables.append(
                CodeUnit.Variable(
                    name: declared[index], type: base ?? [], isArray: bracket < declared.endIndex,
                    initializer: equals.map { Array(part[($0 + 1)...]) }))
        }
    }

    private mutating func readAlias(_ code: Code) {
        guard let name = code.last, name.kind == .word, code.count > 1,
            !code.contains(where: { $0.isSymbol("(") || $0.isSymbol("[") })
        else { return }
        unit.types.append(CodeUnit.Alias(name: name.text, type: Array(code.dropLast())))
    }

    private func topLevel(_ symbol: String, in code: Code) -> Int? {
        var index = code.startIndex
        while index < code.endIndex {
            let token = code[index]
            if token.isSymbol(symbol) { return index }
            if token.isSymbol("(") || token.isSymbol("{") || token.isSymbol("[") {
                index = min(code.closing(index), code.endIndex - 1)
            }
            index += 1
        }
        return nil
    }
}
