/// Follows the functions of a module from the outermost, through wrappers and loops, to what they register and publish.
struct EventWalk {
    private let base: CodeBase
    /// The functions from which something is done.
    private let active: Set<FunctionKey>
    private(set) var events: [CodeEvent] = []

    /// A module does no more than this.
    private static let limit = 20_000
    /// Nobody nests statements deeper, through calls as well.
    private static let depth = 100

    init(_ base: CodeBase) {
        self.base = base
        var calls: [FunctionKey: Set<FunctionKey>] = [:]
        var active: Set<FunctionKey> = []
        for function in base.functions.values.joined()
        where KernelCall.all[function.name.text] == nil && !Self.isKernels(function) {
            let key = FunctionKey(function)
            let words = Self.called(function.body)
            if words.contains(where: Self.isPrimitive) { active.insert(key) }
            calls[key] = Set(words.compactMap { base.function($0, in: key.file).map(FunctionKey.init) })
        }
        var grows = true
        while grows {
            grows = false
            for (name, called) in calls where !active.contains(name) && !called.isDisjoint(with: active) {
                active.insert(name)
                grows = true
            }
        }
        self.active = active
        let inner = calls.filter { active.contains($0.key) }.reduce(into: Set<FunctionKey>()) {
            $0.formUnion($1.value.subtracting([$1.key]))
        }
        let roots = active.subtracting(inner).compactMap { base.function($0.name, in: $0.file) }.sorted {
            ($0.name.file, $0.name.offset) < ($1.name.file, $1.name.offset)
        }
        for root in roots {
            walk(root.body[...], Context(chain: [root.name.text], calls: [], bindings: [:], phase: nil))
        }
    }

    /// A function by its name and file.
    private struct FunctionKey: Hashable {
        let name: String
        let file: Int32

        init(_ function: CodeUnit.Function) {
            name = function.name.text
            file = function.name.file
        }
    }

    /// The kernel's own implementation is no module.
    private static func isKernels(_ function: CodeUnit.Function) -> Bool {
        ["syscall_module_handler", "kern_syscall_module_handler", "syscall32_module_handler"].contains(
            function.name.text)
    }

    private static func isPrimitive(_ name: String) -> Bool {
        KernelCall.all[name] != nil || name.hasPrefix("SYSCTL_ADD_")
    }

    private static func called(_ body: [CodeToken]) -> Set<String> {
        var names: Set<String> = []
        for index in body.indices.dropLast() where body[index].kind == .word && body[index + 1].isSymbol("(") {
            names.insert(body[index].text)
        }
        return names
    }

    private struct Context {
        var chain: [String]
        var calls: [(name: CodeToken, arguments: [Code])]
        var bindings: Bindings
        var phase: CodeEvent.Phase?
        var assigned: [String: [CodeToken]] = [:]
        /// How many statements are around this one.
        var depth = 0
    }

    private mutating func walk(_ code: Code, _ outer: Context) {
        guard outer.depth < Self.depth else { return }
        var context = outer
        context.depth += 1
        var index = code.startIndex
        while index < code.endIndex, events.count < Self.limit {
            let token = code[index]
            guard token.kind == .word else {
                if token.isSymbol("*"), isStatementStart(code, index) { noteStore(code, index, &context) }
                index += 1
                continue
            }
            let next = index + 1 < code.endIndex ? code[index + 1] : nil
            switch token.text {
            case "for" where next?.isSymbol("(") == true, "while" where next?.isSymbol("(") == true:
                let close = code.closing(index + 1)
                let header = code[(index + 2)..<max(close, index + 2)]
                let body = Self.statement(code, min(close + 1, code.endIndex))
                loop(header, code[body], isFor: token.text == "for", context)
                index = max(body.upperBound, index + 1)
            case "if" where next?.isSymbol("(") == true:
                let close = code.closing(index + 1)
                guard close < code.endIndex else { return }
                let condition = code[(index + 2)..<close]
                // What is done in the condition itself.
                walk(condition, context)
                let body = Self.statement(code, close + 1)
                var inner = context
                inner.phase = Self.phase(condition) ?? context.phase
                walk(code[body], inner)
                index = max(body.upperBound, index + 1)
            case "case":
                context.phase = Self.phase(code[index...].prefix { !$0.isSymbol(":") }) ?? outer.phase
                index += 1
            case "default" where next?.isSymbol(":") == true:
                context.phase = outer.phase
                index += 1
            default:
                if next?.isSymbol("(") == true {
                    index = call(token, code, index, context)
                } else {
                    if next?.isSymbol("=") == true || next?.isSymbol("[") == true, !isDereferenced(code, index) {
                        noteStore(code, index, &context)
                    }
                    index += 1
                }
            }
        }
    }

    private func isStatementStart(_ code: Code, _ index: Int) -> Bool {
        guard index > code.startIndex else { return true }
        return [";", "{", "}", ":"].contains(code[index - 1].text)
    }

    /// Whether a word is what `*word = e` stores to, and no pointer that is declared.
    private func isDereferenced(_ code: Code, _ index: Int) -> Bool {
        var place = index - 1
        while place >= code.startIndex, code[place].isSymbol("*") { place -= 1 }
        return place < index - 1 && (place < code.startIndex || code[place].kind != .word)
    }

    private static func phase(_ code: Code) -> CodeEvent.Phase? {
        if code.contains(where: { $0.text == "MOD_LOAD" }) { return .load }
        if code.contains(where: { $0.text == "MOD_UNLOAD" || $0.text == "MOD_QUIESCE" || $0.text == "MOD_SHUTDOWN" }) {
            return .unload
        }
        return nil
    }

    /// The range of the statement that begins at `start`.
    static func statement(_ code: Code, _ start: Int) -> Range<Int> {
        guard start < code.endIndex else { return code.endIndex..<code.endIndex }
        if code[start].isSymbol("{") {
            return start..<min(code.closing(start) + 1, code.endIndex)
        }
        var index = start
        while index < code.endIndex {
            let token = code[index]
            if token.isSymbol(";") { return start..<index + 1 }
            if token.isSymbol("(") || token.isSymbol("{") || token.isSymbol("[") {
                let isBlock = token.isSymbol("{")
                index = min(code.closing(index), code.endIndex - 1)
                if isBlock { return start..<index + 1 }
            }
            index += 1
        }
        return start..<code.endIndex
    }

    /// `x = e;`, `*p = e;`, `t[i].offset = e;`
    private func noteStore(_ code: Code, _ index: Int, _ context: inout Context) {
        let end =
            code[index...].firstIndex { $0.isSymbol(";") || $0.isSymbol("{") || $0.isSymbol("}") } ?? code.endIndex
        let statement = code[index..<end]
        guard let equals = statement.firstIndex(where: { $0.isSymbol("=") }), equals > statement.startIndex else {
            return
        }
        let left = statement[..<equals]
        let right = CodeBase.substituted(statement[(equals + 1)...], context.bindings)
        if left.count == 1, let name = left.first, base.variables[name.text] == nil {
            // A pointer that is set to a table, and nothing that would stand for itself.
            if !right.contains(where: { $0.text == name.text }), !right.contains(where: { $0.isSymbol("(") }) {
                context.bindings[name.text] = right
            }
        } else if let object = base.object(left, context.bindings) {
            context.assigned[object.text] = right
        }
    }

    private mutating func call(_ name: CodeToken, _ code: Code, _ index: Int, _ context: Context) -> Int {
        let (arguments, end) = code.arguments(at: index + 1)
        let isUnchecked = isStatementStart(code, index) && end < code.endIndex && code[end].isSymbol(";")
        if let call = KernelCall.all[name.text] {
            add(call, name, arguments, context, isUnchecked: isUnchecked)
            return end
        }
        if name.text.hasPrefix("SYSCTL_ADD_") {
            publish(name, arguments, context)
            return end
        }
        if !context.chain.contains(name.text), context.chain.count < 12,
            let function = base.function(name.text, in: name.file),
            active.contains(FunctionKey(function))
        {
            var inner = context
            inner.chain.append(name.text)
            let substituted = arguments.map { CodeBase.substituted($0, context.bindings)[...] }
            inner.calls.append((name, substituted))
            inner.bindings = [:]
            for (parameter, argument) in zip(function.parameters, substituted) {
                inner.bindings[parameter.name] = Array(argument)
            }
            walk(function.body[...], inner)
            return end
        }
        return index + 1
    }

    private mutating func add(
        _ call: KernelCall, _ name: CodeToken, _ arguments: [Code], _ context: Context, isUnchecked: Bool
    ) {
        var roles: [CodeEvent.Role: Code] = [:]
        for (role, argument) in zip(call.roles, arguments) {
            if let role { roles[role] = CodeBase.substituted(argument, context.bindings)[...] }
        }
        let tableText = call.tableArgument.flatMap {
            $0 < arguments.count ? CodeBase.substituted(arguments[$0], context.bindings)[...].spelled : nil
        }
        let table: SlotTable = tableText.map { $0.contains("32") ? .freebsd32 : .native } ?? call.table
        // The outermost call that hands over a variable is where somebody who reads looks.
        let target =
            roles[.number].map { base.object($0, context.bindings) }
            ?? base.target(of: roles[.offset] ?? roles[.array] ?? [], context.bindings)
        let outer = context.calls.first { call in
            call.arguments.contains { $0.contains { $0.text == target?.name } }
        }
        let label =
            (outer?.arguments ?? []).compactMap { $0.count == 1 ? $0.first?.literal : nil }.first
            ?? labelInTable(target)
        events.append(
            CodeEvent(
                kind: call.kind, table: table, arguments: roles, bindings: context.bindings, label: label,
                place: outer?.name ?? name, phase: context.phase, chain: context.chain, assigned: context.assigned,
                isUnchecked: isUnchecked))
    }

    /// The text in the element of a table that holds what is registered.
    private func labelInTable(_ object: CodeObject?) -> String? {
        guard var object, !object.path.isEmpty else { return nil }
        while let last = object.path.last, case .field = last { object.path.removeLast() }
        guard case .list(let entries)? = base.initializer(of: object) else { return nil }
        return entries.lazy.compactMap { $0.value.code?.first?.literal }.first
    }

    private mutating func publish(_ name: CodeToken, _ arguments: [Code], _ context: Context) {
        guard arguments.count > 5, !name.text.hasSuffix("_NODE") else { return }
        let substituted = arguments.map { CodeBase.substituted($0, context.bindings)[...] }
        var roles: [CodeEvent.Role: Code] = [.name: substituted[3], .offset: substituted[5]]
        roles[.array] = substituted[1]
        let place = context.calls.first { !$0.arguments.isEmpty }?.name ?? name
        events.append(
            CodeEvent(
                kind: .publish, table: .native, arguments: roles, bindings: context.bindings, label: nil, place: place,
                phase: context.phase, chain: context.chain, assigned: [:], isUnchecked: false))
    }

    // MARK: Loops

    private mutating func loop(_ header: Code, _ body: Code, isFor: Bool, _ context: Context) {
        let names = Self.called(Array(body) + Array(header))
        let file = body.first?.file ?? header.first?.file ?? 0
        guard
            names.contains(where: { name in
                Self.isPrimitive(name) || base.function(name, in: file).map { active.contains(FunctionKey($0)) } == true
            })
        else { return }
        let parts = isFor ? header.split(at: ";") : [[], header, []]
        var inner = context
        if isFor, let first = parts.first, !first.isEmpty {
            for assignment in first.split(at: ",") { bind(assignment, &inner) }
        }
        // What counts: the third part of `for`, the condition of `while`, else something in the body.
        let head = isFor ? Array(parts.last ?? []) : Array(header)
        let counting = Self.stepped(head).isEmpty ? head + Self.outer(body) : head
        let all = Array(header) + Array(body)
        let isDescending = counting.indices.contains {
            counting[$0].isSymbol("-=") || counting[$0].isSymbol("--") && Self.isCounter(counting, $0)
        }
        // A pointer that goes through a table.
        for name in Self.stepped(counting) {
            guard let bound = inner.bindings[name], let table = base.target(of: bound[...]),
                var object = Optional(table)
            else { continue }
            if case .index? = object.path.last { object.path.removeLast() }
            guard let elements = base.initializer(of: object)?.elements(base), !elements.isEmpty else { continue }
            let used = elements.indices.filter { elements[$0].map { !$0.isNothing } ?? false }
            for index in isDescending ? used.reversed() : Array(used) {
                inner.bindings[name] = Self.element(object, index)
                walk(body, inner)
            }
            return
        }
        // An index.
        if let (name, count) = counter(Self.stepped(counting), all, parts, inner) {
            for index in isDescending ? (0..<count).reversed() : Array(0..<count) {
                inner.bindings[name] = [
                    CodeToken(
                        kind: .number, text: "\(index)", file: body.first?.file ?? 0, offset: body.first?.offset ?? 0)
                ]
                walk(header, inner)
                walk(body, inner)
            }
            return
        }
        walk(body, inner)
    }

    private func bind(_ assignment: Code, _ context: inout Context) {
        guard let equals = assignment.firstIndex(where: { $0.isSymbol("=") }), equals > assignment.startIndex,
            let name = assignment[..<equals].last(where: { $0.kind == .word })
        else { return }
        context.bindings[name.text] = CodeBase.substituted(assignment[(equals + 1)...], context.bindings)
    }

    private static func isCounter(_ code: [CodeToken], _ index: Int) -> Bool {
        index > 0 && code[index - 1].kind == .word || index + 1 < code.count && code[index + 1].kind == .word
    }

    /// What of a body stands in no loop inside it.
    private static func outer(_ body: Code) -> [CodeToken] {
        var tokens: [CodeToken] = []
        var index = body.startIndex
        while index < body.endIndex {
            if ["for", "while"].contains(body[index].text), index + 1 < body.endIndex, body[index + 1].isSymbol("(") {
                let close = body.closing(index + 1)
                index = max(statement(body, min(close + 1, body.endIndex)).upperBound, index + 1)
                continue
            }
            tokens.append(body[index])
            index += 1
        }
        return tokens
    }

    /// The names that the loop counts up or down.
    private static func stepped(_ code: [CodeToken]) -> [String] {
        var names: [String] = []
        for index in code.indices where ["++", "--", "+=", "-="].contains(code[index].text) {
            if index > 0, code[index - 1].kind == .word { names.append(code[index - 1].text) }
            if index + 1 < code.count, code[index + 1].kind == .word, index == 0 || code[index - 1].kind == .symbol {
                names.append(code[index + 1].text)
            }
        }
        return names
    }

    /// The index of a loop and how often it runs.
    private func counter(_ names: [String], _ code: [CodeToken], _ parts: [Code], _ context: Context) -> (
        name: String, count: Int
    )? {
        for name in names {
            // As many as the largest table has that it is an index of, without what ends that table.
            var counts: [Int] = []
            for index in code.indices.dropLast(3)
            where code[index].kind == .word && code[index + 1].isSymbol("[") && code[index + 2].text == name {
                guard let object = base.object(code[index...index], context.bindings),
                    let elements = base.initializer(of: object)?.elements(base)
                else { continue }
                counts.append(elements.lastIndex { $0.map { !$0.isNothing } ?? false }.map { $0 + 1 } ?? 0)
            }
            // Or as its condition says: `i < N`, `i < nitems(table)`.
            for word in parts.joined() where word.kind == .word {
                guard let variable = base.variable(word.text, in: word.file), variable.isArray,
                    let code = variable.initializer
                else { continue }
                counts.append(Initializer(code[...]).elements(base).count { $0.map { !$0.isNothing } ?? false })
            }
            if let count = counts.max(), count > 0 { return (name, min(count, 1024)) }
            for part in parts {
                guard let less = part.firstIndex(where: { $0.isSymbol("<") }), part.startIndex < less,
                    part[less - 1].text == name
                else { continue }
                if let count = base.value(part[(less + 1)...]), (1...1024).contains(count) { return (name, count) }
            }
        }
        return nil
    }

    /// `&table[index]`
    private static func element(_ object: CodeObject, _ index: Int) -> [CodeToken] {
        let symbol = { (text: String) in
            CodeToken(kind: .symbol, text: text, file: object.file, offset: object.token.offset)
        }
        var code = [symbol("&"), object.token]
        for step in object.path {
            if case .field(let name) = step {
                code += [
                    symbol("."), CodeToken(kind: .word, text: name, file: object.file, offset: object.token.offset),
                ]
            }
        }
        return code + [
            symbol("["), CodeToken(kind: .number, text: "\(index)", file: object.file, offset: object.token.offset),
            symbol("]"),
        ]
    }
}
