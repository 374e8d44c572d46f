/// What a variable starts with: the tree of an initializer.
indirect enum Initializer: Sendable {
    case expression(Code)
    /// Values in braces, each with the field or the index that it is for, where that is said.
    case list([Entry])

    struct Entry: Sendable {
        let field: String?
        let index: Code?
        let value: Initializer
    }

    /// Nobody nests braces deeper.
    private static let depth = 64

    init(_ code: Code, depth: Int = 0) {
        guard depth < Self.depth, let first = code.first, first.isSymbol("{") else {
            self = .expression(code)
            return
        }
        let close = code.closing(code.startIndex)
        let inner = code[(code.startIndex + 1)..<max(close, code.startIndex + 1)]
        self = .list(
            inner.split(at: ",").filter { !$0.isEmpty }.map { part in
                if part.count > 2, part[part.startIndex].isSymbol("."), part[part.startIndex + 2].isSymbol("=") {
                    return Entry(
                        field: part[part.startIndex + 1].text, index: nil,
                        value: Initializer(part[(part.startIndex + 3)...], depth: depth + 1))
                }
                if part[part.startIndex].isSymbol("[") {
                    let end = part.closing(part.startIndex)
                    if end + 1 < part.endIndex, part[end + 1].isSymbol("=") {
                        return Entry(
                            field: nil, index: part[(part.startIndex + 1)..<end],
                            value: Initializer(part[(end + 2)...], depth: depth + 1)
                        )
                    }
                }
                // Field and colon: GNU C of old.
                if part.count > 2, part[part.startIndex].kind == .word, part[part.startIndex + 1].isSymbol(":") {
                    return Entry(
                        field: part[part.startIndex].text, index: nil,
                        value: Initializer(part[(part.startIndex + 2)...], depth: depth + 1))
                }
                return Entry(field: nil, index: nil, value: Initializer(part, depth: depth + 1))
            })
    }

    /// The first token.
    var first: CodeToken? {
        switch self {
        case .expression(let code): code.first
        case .list(let entries): entries.lazy.compactMap(\.value.first).first
        }
    }

    /// The tokens of an expression; `nil` for a list.
    var code: Code? {
        if case .expression(let code) = self { code } else { nil }
    }

    /// Whether it is nothing but zeros.
    var isNothing: Bool {
        switch self {
        case .expression(let code): code.count == 1 && ["0", "NULL", "nullptr"].contains(code.first?.text)
        case .list(let entries): entries.allSatisfy(\.value.isNothing)
        }
    }

    /// The elements of an array in the order of their indices.
    func elements(_ base: CodeBase) -> [Initializer?] {
        guard case .list(let entries) = self else { return [] }
        var elements: [Initializer?] = []
        var next = 0
        for entry in entries {
            if let index = entry.index { next = base.value(index) ?? elements.count }
            guard next < 4096, next >= 0 else { break }
            while elements.count <= next { elements.append(nil) }
            elements[next] = entry.value
            next += 1
        }
        return elements
    }

    /// The value of a field of a structure whose fields are `fields`, in order.
    func field(_ name: String, of fields: [String]) -> Initializer? {
        guard case .list(let entries) = self else { return nil }
        var next = 0
        for entry in entries {
            if let field = entry.field { next = fields.firstIndex(of: field) ?? (field == name ? -1 : fields.count) }
            if entry.field == name || entry.field == nil && next < fields.count && next >= 0 && fields[next] == name {
                return entry.value
            }
            next += 1
        }
        return nil
    }
}
