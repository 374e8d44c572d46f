/// Reads the pieces of a file: conditionals, definitions and the use of macros, as far as an audit has to.
///
/// Macros of the audited files are replaced. Constants keep their names, for those say what is meant; so do the macros with
/// which FreeBSD's headers describe calls, modules and nodes of sysctl(8), which the audit knows itself.
struct Preprocessor {
    /// The tokens of the file, macros replaced.
    private(set) var tokens: [CodeToken] = []
    /// The macros that are defined at its end.
    private(set) var macros: [String: Macro]
    /// What names stand for that have no parameters, in the order of the file.
    private(set) var constants: [(name: String, body: [CodeToken])] = []
    /// The conditions that tokens name.
    private(set) var conditions: [String] = [""]

    /// A file cannot blow up to more tokens than this.
    private static let fileLimit = 4_000_000
    /// Nor do the uses of macros in it.
    private static let limit = 300_000

    /// How many tokens may still be read for the uses of macros.
    private var budget = limit
    private var definedIn: [String: (group: Int, arm: Int)] = [:]
    private var conditionIndex: [String: Int32] = [:]

    /// Reads `pieces`.
    ///
    /// - Parameters:
    ///   - pieces: the file.
    ///   - macros: what its headers define.
    ///   - included: the pieces of a file that is included for its text, by its name.
    init(_ pieces: [CodePiece], macros: [String: Macro], included: (String) -> [CodePiece]?) {
        self.macros = macros
        read(pieces, depth: 0, included)
    }

    private mutating func read(_ pieces: [CodePiece], depth: Int, _ included: (String) -> [CodePiece]?) {
        let arms = ConditionArms(pieces)
        var index = 0
        while index < pieces.count, tokens.count < Self.fileLimit {
            defer { index += 1 }
            guard arms.isRead[index] else { continue }
            switch pieces[index] {
            case .directive("define", let tokens, _): define(tokens, arms, index)
            case .directive("undef", let tokens, _):
                if let name = tokens.first { macros[name.text] = nil }
            case .directive("include", let tokens, _):
                if depth < 8, let name = tokens.first?.literal, let text = included(name) {
                    read(text, depth: depth + 1, included)
                }
            case .directive: break
            case .token(var token):
                token.condition = conditionIndex(of: arms.condition(at: index))
                guard token.kind == .word, let macro = macros[token.text], isReplaced(macro) else {
                    tokens.append(token)
                    continue
                }
                var rest: [CodeToken] = [token]
                if macro.parameters != nil {
                    guard let end = Self.gather(&rest, pieces, arms, index) else {
                        tokens.append(token)
                        continue
                    }
                    index = end
                }
                for place in rest.indices { rest[place].condition = token.condition }
                let expanded = expand(rest[...], hidden: [], depth: 0)
                tokens += expanded
            }
        }
    }

    /// Adds the arguments behind a macro's name, which may reach over lines; the index of the last piece taken, `nil` when
    /// there are none.
    private static func gather(_ rest: inout [CodeToken], _ pieces: [CodePiece], _ arms: ConditionArms, _ start: Int)
        -> Int?
    {
        var depth = 0
        var index = start + 1
        while index < pieces.count, index - start < 100_000 {
            if arms.isRead[index], case .token(let token) = pieces[index] {
                if depth == 0, !token.isSymbol("(") { return nil }
                rest.append(token)
                if token.isSymbol("(") { depth += 1 }
                if token.isSymbol(")") { depth -= 1 }
                if depth == 0 { return index }
            }
            index += 1
        }
        return nil
    }

    private mutating func conditionIndex(of conditions: [String]) -> Int32 {
        guard !conditions.isEmpty else { return 0 }
        let text = conditions.joined(separator: " && ")
        if let known = conditionIndex[text] { return known }
        let index = Int32(self.conditions.count)
        self.conditions.append(text)
        conditionIndex[text] = index
        return index
    }

    private mutating func define(_ tokens: [CodeToken], _ arms: ConditionArms, _ index: Int) {
        guard let macro = Macro(tokens) else { return }
        let arm = arms.arm[index]
        let group = arm < 0 ? -1 : arms.arms[arm].group
        // The first arm of a conditional is the one that counts, as it is where arms are only together whole.
        if let before = definedIn[macro.name], macros[macro.name] != nil, group >= 0, before.group == group,
            before.arm != arm
        {
            return
        }
        definedIn[macro.name] = (group, arm)
        macros[macro.name] = macro
        if macro.parameters == nil { constants.append((macro.name, macro.body)) }
    }

    private func isReplaced(_ macro: Macro) -> Bool {
        !Self.isKept(macro.name) && macro.isStructural(macros)
    }

    // MARK: Replacement

    /// `code` with its macros replaced, but for those of `hidden`.
    private mutating func expand(_ code: Code, hidden: Set<String>, depth: Int) -> [CodeToken] {
        guard depth < 40, budget > 0 else { return Array(code) }
        budget -= code.count + 1
        var result: [CodeToken] = []
        var index = code.startIndex
        while index < code.endIndex {
            let token = code[index]
            index += 1
            guard token.kind == .word, !hidden.contains(token.text), let macro = macros[token.text], isReplaced(macro)
            else {
                result.append(token)
                continue
            }
            var arguments: [Code] = []
            if macro.parameters != nil {
                guard index < code.endIndex, code[index].isSymbol("(") else {
                    result.append(token)
                    continue
                }
                (arguments, index) = code.arguments(at: index)
            }
            let body = substitute(arguments, in: macro, at: token, hidden: hidden, depth: depth)
            let expanded = expand(body[...], hidden: hidden.union([macro.name]), depth: depth + 1)
            result += expanded
            guard budget > 0 else { return result }
            // A name that came out of a macro may take its arguments from what follows (`X(a)` with `X` a parameter).
            if let last = expanded.last, last.kind == .word, index < code.endIndex, code[index].isSymbol("("),
                !hidden.contains(last.text), last.text != macro.name, macros[last.text]?.parameters != nil
            {
                result.removeLast()
                let (_, end) = code.arguments(at: index)
                result += expand(
                    ([last] + code[index..<end])[...], hidden: hidden.union([macro.name]), depth: depth + 1)
                index = end
            }
        }
        return result
    }

    private mutating func substitute(
        _ arguments: [Code], in macro: Macro, at use: CodeToken, hidden: Set<String>, depth: Int
    )
        -> [CodeToken]
    {
        let parameters = macro.parameters ?? []
        var values: [String: Code] = [:]
        for (index, name) in parameters.enumerated() {
            if index == parameters.count - 1, macro.isVariadic {
                values[name] = Array(arguments.dropFirst(index).joined(separator: [Self.comma(use)]))[...]
            } else {
                values[name] = index < arguments.count ? arguments[index] : []
            }
        }
        var result: [CodeToken] = []
        var index = 0
        let body = macro.body
        while index < body.count {
            var token = body[index]
            let isPasted =
                index + 1 < body.count && body[index + 1].isSymbol("##") || index > 0 && body[index - 1].isSymbol("##")
            if token.isSymbol("#"), index + 1 < body.count, let value = values[body[index + 1].text] {
                let place = value.first ?? use
                result.append(
                    CodeToken(
                        kind: .string, text: "\"\(value.spelled)\"", file: place.file, offset: place.offset,
                        condition: use.condition))
                index += 2
                continue
            }
            if token.isSymbol("##") {
                index += 1
                continue
            }
            let value = token.kind == .word ? values[token.text] : nil
            token.file = use.file
            token.offset = use.offset
            token.condition = use.condition
            var added = [token]
            if let value { added = isPasted ? Array(value) : expand(value, hidden: hidden, depth: depth + 1) }
            for place in added.indices { added[place].condition = use.condition }
            if index > 0, body[index - 1].isSymbol("##"), let left = result.last {
                if left.isSymbol(","), added.isEmpty {
                    // `, ## __VA_ARGS__` without further arguments.
                    result.removeLast()
                } else if let right = added.first, left.kind == .word || left.kind == .number {
                    result[result.count - 1] = Self.paste(left, right, isArgument: value != nil)
                    result += added.dropFirst()
                } else {
                    result += added
                }
            } else {
                result += added
            }
            index += 1
        }
        return result
    }

    private static func paste(_ left: CodeToken, _ right: CodeToken, isArgument: Bool) -> CodeToken {
        var token = isArgument ? right : left
        token.kind = left.kind
        token.text = left.text + right.text
        return token
    }

    private static func comma(_ use: CodeToken) -> CodeToken {
        CodeToken(kind: .symbol, text: ",", file: use.file, offset: use.offset, condition: use.condition)
    }

    /// Macros of FreeBSD's headers that the audit knows by their names.
    static func isKept(_ name: String) -> Bool { kept.contains(name) || name.hasPrefix("SYSCTL_") }

    private static let kept: Set = [
        "SYSCALL_INIT_HELPER", "SYSCALL_INIT_HELPER_F", "SYSCALL_INIT_HELPER_COMPAT", "SYSCALL_INIT_HELPER_COMPAT_F",
        "SYSCALL32_INIT_HELPER", "SYSCALL32_INIT_HELPER_F", "SYSCALL32_INIT_HELPER_COMPAT",
        "SYSCALL32_INIT_HELPER_COMPAT_F", "SYSCALL_INIT_LAST", "SYSCALL_MODULE", "SYSCALL_MODULE_HELPER",
        "SYSCALL32_MODULE", "SYSCALL32_MODULE_HELPER", "SYSENT_INIT_VALS", "SYSENT32_INIT_VALS", "MAKE_SYSENT",
        "MAKE_SYSENT32", "MAKE_SYSENT_COMPAT", "MAKE_SYSENT32_COMPAT", "SYSINIT", "SYSUNINIT", "DECLARE_MODULE",
        "DECLARE_MODULE_TIED", "MODULE_VERSION", "MODULE_DEPEND", "NO_SYSCALL", "PADL_", "PADR_", "NULL", "offsetof",
        "syscall", "__syscall",
    ]
}
