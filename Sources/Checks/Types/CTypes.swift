import SyscallSyntax

/// The structures, unions and names of types that headers define, as far as it matters for what they contain.
///
/// No preprocessor runs: a structure has the members of all arms, and a type that is defined twice contains what either
/// does. Whatever is not understood makes the type one of which not everything is known.
struct CTypes {
    /// What a member or a `typedef` is made of.
    private enum Part: Hashable {
        case contents(TypeContents)
        case tag(String)
        case name(String)
        case unknown
    }

    private var tags: [String: Set<Part>] = [:]
    private var names: [String: Set<Part>] = [:]

    /// Adds what a header defines.
    mutating func read(_ header: [UInt8]) {
        let tokens = CTokens(header)
        var position = 0
        while position < tokens.count {
            if tokens.holds("typedef", at: position) {
                position = readTypedef(tokens, position + 1)
            } else if isTag(tokens, position) {
                var parts: Set<Part> = []
                position = readSpecifier(tokens, position, &parts)
            } else {
                position += 1
            }
        }
    }

    /// Whether a header has defined the type that `text` names, such as `struct lamp` or `lamp_t`.
    func defines(_ text: [UInt8]) -> Bool {
        guard let part = Self.part(text) else { return true }
        return switch part {
        case .tag(let name): tags[name] != nil || ReviewedTypes.contents(name) != nil
        case .name(let name): names[name] != nil || ReviewedTypes.contents(name) != nil
        case .contents: true
        case .unknown: false
        }
    }

    /// What the type that `text` names contains.
    func contents(of text: [UInt8]) -> KnownContents {
        var visited: Set<Part> = []
        return Self.part(text).map { contents($0, &visited) } ?? .unknown
    }

    private func contents(_ part: Part, _ visited: inout Set<Part>) -> KnownContents {
        switch part {
        case .contents(let contents): return KnownContents(contents: contents)
        case .unknown: return .unknown
        case .tag(let name), .name(let name):
            if let contents = ReviewedTypes.contents(name) { return KnownContents(contents: contents) }
            // A structure holds itself by a pointer only.
            guard visited.insert(part).inserted else { return KnownContents() }
            var table = names
            if case .tag = part { table = tags }
            guard let parts = table[name] else { return .unknown }
            return parts.reduce(into: KnownContents()) { $0.formUnion(contents($1, &visited)) }
        }
    }

    /// The part that a type without stars is; `nil` for no type.
    private static func part(_ text: [UInt8]) -> Part? {
        let tokens = CTokens(text)
        var parts: Set<Part> = []
        var types = CTypes()
        _ = types.readSpecifier(tokens, 0, &parts)
        return parts.first
    }

    // MARK: Declarations

    private func isTag(_ tokens: CTokens, _ position: Int) -> Bool {
        tokens.holds("struct", at: position) || tokens.holds("union", at: position)
    }

    /// Reads the type that a declaration begins with: its part is added to `parts`, and what it defines to the tables.
    ///
    /// - Returns: the index behind it.
    private mutating func readSpecifier(_ tokens: CTokens, _ start: Int, _ parts: inout Set<Part>) -> Int {
        var position = start
        var longs = 0
        var hasType = false
        while tokens.isName(position) {
            if isTag(tokens, position) || tokens.holds("enum", at: position) {
                return readTag(tokens, position, &parts)
            }
            if tokens.holds("long", at: position) {
                longs += 1
                hasType = true
            } else if let length = Self.ignored(tokens, position) {
                position += length
                continue
            } else if Self.isBasic(tokens, position) {
                hasType = true
            } else if hasType {
                break
            } else {
                parts.insert(queuePart(tokens, position) ?? .name(tokens.text(position)))
                position += 1
                if tokens.holds("(", at: position) { return tokens.end(of: "(", ")", at: position) }
                return skipIgnored(tokens, position)
            }
            position += 1
        }
        if hasType { parts.insert(.contents(longs == 1 ? .long : [])) }
        return position
    }

    /// The heads and entries of <sys/queue.h> are pointers; other macros may be anything.
    private func queuePart(_ tokens: CTokens, _ position: Int) -> Part? {
        guard tokens.holds("(", at: position + 1) else { return nil }
        let name = tokens.text(position)
        return name.hasSuffix("_ENTRY") || name.hasSuffix("_HEAD") ? .contents(.pointer) : .unknown
    }

    private mutating func readTag(_ tokens: CTokens, _ start: Int, _ parts: inout Set<Part>) -> Int {
        let isEnumeration = tokens.holds("enum", at: start)
        var position = skipIgnored(tokens, start + 1)
        var name: String?
        if tokens.isName(position) {
            name = tokens.text(position)
            position = skipIgnored(tokens, position + 1)
        }
        guard tokens.holds("{", at: position) else {
            parts.insert(isEnumeration ? .contents([]) : name.map(Part.tag) ?? .unknown)
            return position
        }
        if isEnumeration {
            parts.insert(.contents([]))
            return skipIgnored(tokens, tokens.end(of: "{", "}", at: position))
        }
        var members: Set<Part> = []
        position = readMembers(tokens, position + 1, &members)
        if let name {
            tags[name, default: []].formUnion(members)
            parts.insert(.tag(name))
        } else {
            parts.formUnion(members)
        }
        return skipIgnored(tokens, position)
    }

    /// Reads members up to the closing brace, and returns the index behind it.
    private mutating func readMembers(_ tokens: CTokens, _ start: Int, _ members: inout Set<Part>) -> Int {
        var position = start
        while position < tokens.count, !tokens.holds("}", at: position) {
            if tokens.holds(";", at: position) {
                position += 1
                continue
            }
            var parts: Set<Part> = []
            let behind = readSpecifier(tokens, position, &parts)
            let end = readDeclarators(tokens, behind) { isPointer, _ in
                members.formUnion(isPointer ? [.contents(.pointer)] : parts)
            }
            // What is no declaration is stepped over.
            if end == position || parts.isEmpty { members.insert(.unknown) }
            position = max(end, position + 1)
        }
        return min(position + 1, tokens.count)
    }

    /// Reads declarators up to a semicolon or a closing brace, and returns the index behind the semicolon; each is
    /// handed on with its name and whether it makes a pointer of the type.
    private func readDeclarators(_ tokens: CTokens, _ start: Int, _ declare: (Bool, String?) -> Void) -> Int {
        var position = start
        var isPointer = false
        var name: String?
        while position < tokens.count {
            if tokens.holds(";", at: position) || tokens.holds("}", at: position) {
                declare(isPointer, name)
                return tokens.holds(";", at: position) ? position + 1 : position
            }
            if tokens.holds(",", at: position) {
                declare(isPointer, name)
                isPointer = false
                name = nil
            } else if tokens.holds("*", at: position) || tokens.holds("^", at: position) {
                isPointer = true
            } else if tokens.holds(":", at: position) {
                // The width of a bit field is any expression.
                while position < tokens.count, !Self.endsDeclarator(tokens, position) { position += 1 }
                continue
            } else if tokens.holds("[", at: position) {
                position = tokens.end(of: "[", "]", at: position)
                continue
            } else if tokens.holds("(", at: position) {
                // `(*name)` is a pointer to a function; other parentheses are parameters, or a macro's.
                let end = tokens.end(of: "(", ")", at: position)
                if name == nil, tokens.holds("*", at: position + 1) {
                    isPointer = true
                    if let inner = (position + 2..<end).first(where: tokens.isName) { name = tokens.text(inner) }
                }
                position = end
                continue
            } else if tokens.isName(position), let length = Self.ignored(tokens, position) {
                position += length
                continue
            } else if tokens.isName(position), name == nil {
                name = tokens.text(position)
            }
            position += 1
        }
        return position
    }

    private static func endsDeclarator(_ tokens: CTokens, _ position: Int) -> Bool {
        tokens.holds(",", at: position) || tokens.holds(";", at: position) || tokens.holds("}", at: position)
    }

    private mutating func readTypedef(_ tokens: CTokens, _ start: Int) -> Int {
        var parts: Set<Part> = []
        let behind = readSpecifier(tokens, start, &parts)
        var defined: [String: Set<Part>] = [:]
        let end = readDeclarators(tokens, behind) { isPointer, name in
            if let name { defined[name] = isPointer ? [.contents(.pointer)] : parts }
        }
        names.merge(defined) { $0.union($1) }
        return max(end, start + 1)
    }

    // MARK: Words

    private func skipIgnored(_ tokens: CTokens, _ start: Int) -> Int {
        var position = start
        while tokens.isName(position), let length = Self.ignored(tokens, position) { position += length }
        return position
    }

    /// How many tokens a qualifier or an attribute takes; `nil` for another word.
    private static func ignored(_ tokens: CTokens, _ position: Int) -> Int? {
        switch tokens.text(position) {
        case "const", "volatile", "static", "extern", "__restrict", "restrict", "__extension__", "__packed", "__unused",
            "__volatile", "__const", "_Noreturn", "inline", "__inline", "_Atomic":
            return 1
        case "__aligned", "__attribute__", "_Alignas", "__section", "__capability":
            let hasArguments = tokens.holds("(", at: position + 1)
            return hasArguments ? tokens.end(of: "(", ")", at: position + 1) - position : 1
        default: return nil
        }
    }

    private static func isBasic(_ tokens: CTokens, _ position: Int) -> Bool {
        switch tokens.text(position) {
        case "char", "short", "int", "float", "double", "signed", "unsigned", "void", "_Bool", "bool", "__signed": true
        default: false
        }
    }
}
