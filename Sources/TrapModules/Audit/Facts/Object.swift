/// A variable, or a part of one, as sources name it.
struct CodeObject: Sendable, Hashable {
    /// The variable.
    let name: String
    /// The file in which it is named.
    let file: Int32
    /// Where it is named.
    let token: CodeToken
    /// The way into it.
    var path: [Step] = []

    enum Step: Sendable, Hashable {
        case field(String)
        case index(Int)
        case unknown
    }

    /// What it is called in C.
    var text: String {
        path.reduce(name) { text, step in
            switch step {
            case .field(let name): "\(text).\(name)"
            case .index(let index): "\(text)[\(index)]"
            case .unknown: "\(text)[?]"
            }
        }
    }

    static func == (left: CodeObject, right: CodeObject) -> Bool { left.name == right.name && left.path == right.path }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(path)
    }
}

/// What names stand for inside a function: its parameters, and pointers that go through a table.
typealias Bindings = [String: [CodeToken]]

extension CodeBase {
    /// What the pointer that `code` is points to.
    func target(of code: Code, _ bindings: Bindings = [:], depth: Int = 0) -> CodeObject? {
        let code = Self.stripped(code)
        guard depth < 12, let first = code.first else { return nil }
        if first.isSymbol("&") { return object(code.dropFirst(), bindings, depth: depth + 1) }
        if first.kind == .word, code.count == 1, let bound = bindings[first.text] {
            return target(of: bound[...], bindings.filter { $0.key != first.text }, depth: depth + 1)
        }
        guard let object = object(code, bindings, depth: depth + 1) else { return nil }
        // A pointer that a table holds.
        if let value = initializer(of: object)?.code, let first = Self.stripped(value).first,
            first.isSymbol("&") || variables[first.text] != nil
        {
            return target(of: value, [:], depth: depth + 1) ?? object
        }
        return object
    }

    /// What `code` names, which may be `*pointer`, `table[2].field` or `pointer->field`.
    func object(_ code: Code, _ bindings: Bindings = [:], depth: Int = 0) -> CodeObject? {
        var code = Self.stripped(code)
        guard depth < 12, let first = code.first else { return nil }
        if first.isSymbol("*") { return target(of: code.dropFirst(), bindings, depth: depth + 1) }
        if first.isSymbol("&") { return object(code.dropFirst(), bindings, depth: depth + 1) }
        var object: CodeObject?
        if first.isSymbol("(") {
            let close = code.closing(code.startIndex)
            guard close < code.endIndex else { return nil }
            object = target(of: code[(code.startIndex + 1)..<close], bindings, depth: depth + 1)
            code = code[(close + 1)...]
        } else if first.kind == .word {
            code = code.dropFirst()
            if let bound = bindings[first.text] {
                let rest = bindings.filter { $0.key != first.text }
                object = target(of: bound[...], rest, depth: depth + 1)
            } else {
                object = CodeObject(name: first.text, file: first.file, token: first)
            }
        }
        guard var object else { return nil }
        while let symbol = code.first {
            if symbol.isSymbol("["), case let close = code.closing(code.startIndex), close < code.endIndex {
                let index = Self.substituted(code[(code.startIndex + 1)..<close], bindings)
                object.path.append(value(index[...]).map { .index($0) } ?? .unknown)
                code = code[(close + 1)...]
            } else if symbol.isSymbol(".") || symbol.isSymbol("->"), let field = code.dropFirst().first,
                field.kind == .word
            {
                object.path.append(.field(field.text))
                code = code.dropFirst(2)
            } else {
                return nil
            }
        }
        return object
    }

    /// What `object` starts with.
    func initializer(of object: CodeObject) -> Initializer? {
        guard let variable = variable(object.name, in: object.file), let code = variable.initializer else { return nil }
        var value = Initializer(code[...])
        var type = variable.type
        for step in object.path {
            switch step {
            case .index(let index):
                let elements = value.elements(self)
                guard index >= 0, index < elements.count, let element = elements[index] else { return nil }
                value = element
            case .field(let name):
                let fields = fields(of: type[...])
                guard let inner = value.field(name, of: fields.map(\.name)) else { return nil }
                value = inner
                type = (fields.first { $0.name == name }?.type ?? "").split(separator: " ").map {
                    CodeToken(kind: .word, text: String($0), file: object.file, offset: 0)
                }
            case .unknown: return nil
            }
        }
        return value
    }

    /// The fields of the structure that `type` means, by its tag, another name of it, or in place.
    func fields(of type: Code) -> [CodeUnit.Parameter] {
        if let open = type.firstIndex(where: { $0.isSymbol("{") }) {
            return type[(open + 1)..<max(type.closing(open), open + 1)].split(at: ";").flatMap { UnitParser.fields($0) }
        }
        for token in type.reversed() where token.kind == .word {
            if let structure = structures[token.text] { return structure.fields }
            if let alias = aliases[token.text] { return fields(of: alias[...]) }
        }
        return type.contains { $0.text == "sysent" } ? Self.sysentFields : []
    }

    /// `struct sysent`, where no file of the audit defines it.
    private static let sysentFields = ["sy_call", "sy_systrace_args_func", "sy_narg", "sy_flags", "sy_auevent"].map {
        CodeUnit.Parameter(name: $0, type: "")
    }

    /// `code` without casts and parentheses around all of it.
    static func stripped(_ code: Code) -> Code {
        var code = code
        while let first = code.first, first.isSymbol("(") {
            let close = code.closing(code.startIndex)
            guard close < code.endIndex else { return code }
            let inner = code[(code.startIndex + 1)..<close]
            if close == code.endIndex - 1 {
                code = inner
                continue
            }
            // `(type *)x`: a type in parentheses, and something behind it.
            let next = code[close + 1]
            let isType =
                !inner.isEmpty && inner.allSatisfy { $0.kind == .word || $0.isSymbol("*") }
                && inner.contains { $0.kind == .word }
            guard isType, next.kind != .symbol || ["&", "*", "("].contains(next.text),
                inner.count > 1 || next.kind != .symbol || next.text == "("
            else { return code }
            code = code[(close + 1)...]
        }
        return code
    }

    /// `code` with what names stand for in their place.
    static func substituted(_ code: Code, _ bindings: Bindings) -> [CodeToken] {
        guard !bindings.isEmpty else { return Array(code) }
        var result: [CodeToken] = []
        var last: CodeToken?
        for token in code {
            let isMember = last.map { $0.isSymbol(".") || $0.isSymbol("->") } ?? false
            if token.kind == .word, !isMember, let bound = bindings[token.text] {
                if bound.count > 1 {
                    var open = token
                    open.kind = .symbol
                    open.text = "("
                    var close = open
                    close.text = ")"
                    result += [open] + bound + [close]
                } else {
                    result += bound
                }
            } else {
                result.append(token)
            }
            last = token
        }
        return result
    }
}
