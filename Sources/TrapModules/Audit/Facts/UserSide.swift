import Findings

/// A name that a program looks up to learn a call's number.
public struct ResolvedName: Sendable, Hashable {
    /// What is looked up: the name of a node of sysctl(8), or of a module (`sys/NAME`).
    public let name: String
    /// The function that does.
    public let function: String
    /// Where.
    public let location: Location

    /// The last component.
    public var leaf: String { String(name.split { $0 == "." || $0 == "/" }.last ?? "") }
}

/// A call that a program makes by a number that it looked up, or by its constant.
public struct UserCall: Sendable, Hashable {
    /// What was looked up; or the constant, such as `SYS_lamp`.
    public let name: String
    /// The function that makes it.
    public let function: String
    /// Its parameters, by name and type.
    public let parameters: [SourceParameter]
    /// What it returns.
    public let result: String
    /// What it hands over, as it is written.
    public let arguments: [String]
    /// What it returns where there is no such call, as it is written.
    public let absent: String?
    /// Where.
    public let location: Location

    /// The last component of the name, or of the constant.
    public var leaf: String {
        name.hasPrefix("SYS_") ? String(name.dropFirst(4)) : String(name.split { $0 == "." || $0 == "/" }.last ?? "")
    }
}

/// A function of the user's side that does nothing and says that all is well.
public struct UserStub: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What it returns.
    public let answer: String
    /// Where.
    public let location: Location
}

/// What the user's side of the sources does.
struct UserSide {
    private(set) var names: [ResolvedName] = []
    private(set) var calls: [UserCall] = []
    private(set) var stubs: [UserStub] = []
    private let base: CodeBase
    /// What stands before the name that a resolver is handed, and which parameter that is.
    private var resolvers: [String: (prefix: String, parameter: Int)] = [:]
    /// Functions that return the number of one call.
    private var providers: [String: String] = [:]
    /// What variables outside of functions hold, by their names.
    private var held: [String: String] = [:]
    /// Tables of names that are looked up, and what stands before these.
    private var tables: [String: String] = [:]

    init(_ base: CodeBase) {
        self.base = base
        let functions = base.units.sorted { $0.key < $1.key }.flatMap(\.value.functions)
        for function in functions { if let resolver = resolver(function) { resolvers[function.name.text] = resolver } }
        // A resolver that calls a resolver, a function that returns what one found.
        for _ in 0..<3 {
            for function in functions where resolvers[function.name.text] == nil { readForwarding(function) }
        }
        for function in functions { readNames(function) }
        for function in functions { readProvider(function) }
        for function in functions { readHeld(function) }
        for function in functions { readCalls(function) }
        let files = Set(
            functions.filter { resolvers[$0.name.text] != nil || providers[$0.name.text] != nil }.map(\.name.file))
        for function in functions where files.contains(function.name.file) { readStub(function) }
    }

    /// Whether there is a user's side at all.
    var isThere: Bool { !names.isEmpty || !calls.isEmpty }

    // MARK: Resolvers

    /// A function that makes a name of a text and its parameter, and asks sysctl(3) or modfind(2).
    private func resolver(_ function: CodeUnit.Function) -> (prefix: String, parameter: Int)? {
        let body = function.body
        guard
            body.contains(where: { $0.text == "sysctlbyname" || $0.text == "sysctlnametomib" || $0.text == "modfind" })
        else { return nil }
        for index in body.indices.dropLast()
        where Self.formats.contains(body[index].text) && body[index + 1].isSymbol("(") {
            let (arguments, _) = body.arguments(at: index + 1)
            for (place, argument) in arguments.enumerated() {
                guard argument.count == 1, let format = argument.first?.literal, format.hasSuffix("%s"),
                    place + 1 < arguments.count
                else { continue }
                if let parameter = function.parameters.firstIndex(where: { $0.name == arguments[place + 1].spelled }) {
                    return (String(format.dropLast(2)), parameter)
                }
            }
        }
        // The name as it is.
        for index in body.indices.dropLast()
        where (body[index].text == "sysctlbyname" || body[index].text == "modfind") && body[index + 1].isSymbol("(") {
            let (arguments, _) = body.arguments(at: index + 1)
            if let first = arguments.first,
                let parameter = function.parameters.firstIndex(where: { $0.name == first.spelled })
            {
                return ("", parameter)
            }
        }
        return nil
    }

    private static let formats: Set = ["snprintf", "sprintf", "asprintf"]

    /// `return (resolve(name));` with the function's own parameter.
    private mutating func readForwarding(_ function: CodeUnit.Function) {
        let body = function.body
        for index in body.indices.dropLast() where body[index + 1].isSymbol("(") {
            guard let resolver = resolvers[body[index].text] else { continue }
            let (arguments, _) = body.arguments(at: index + 1)
            guard resolver.parameter < arguments.count,
                let parameter = function.parameters.firstIndex(where: {
                    $0.name == arguments[resolver.parameter].spelled
                })
            else { continue }
            resolvers[function.name.text] = (resolver.prefix, parameter)
        }
    }

    /// What the call of a resolver at `index` looks up, and the end of the call.
    private func lookup(_ body: [CodeToken], _ index: Int) -> (name: String, end: Int)? {
        guard index + 1 < body.count, body[index].kind == .word, body[index + 1].isSymbol("(") else { return nil }
        let resolver = resolvers[body[index].text]
        guard resolver != nil || body[index].text == "sysctlbyname" || body[index].text == "modfind" else { return nil }
        let (arguments, end) = body.arguments(at: index + 1)
        if let resolver {
            guard resolver.parameter < arguments.count, let text = text(arguments[resolver.parameter]) else {
                return nil
            }
            return (resolver.prefix + text, end)
        }
        return arguments.first.flatMap { text($0) }.map { ($0, end) }
    }

    /// A literal, or a constant that is one.
    private func text(_ code: Code) -> String? {
        let code = CodeBase.stripped(code)
        if !code.isEmpty, code.allSatisfy({ $0.literal != nil }) { return code.compactMap(\.literal).joined() }
        guard code.count == 1, let name = code.first, let body = base.constants[name.text]?.first?.body, body.count == 1
        else { return nil }
        return body.first?.literal
    }

    private mutating func readNames(_ function: CodeUnit.Function) {
        let body = function.body
        for index in body.indices {
            if let (name, _) = lookup(body, index) {
                guard Self.isNumber(name, function, index) else { continue }
                names.append(
                    ResolvedName(name: name, function: function.name.text, location: base.location(body[index])))
            } else if index + 1 < body.count, body[index + 1].isSymbol("("), let resolver = resolvers[body[index].text]
            {
                let (arguments, _) = body.arguments(at: index + 1)
                guard resolver.parameter < arguments.count else { continue }
                readTable(arguments[resolver.parameter], resolver.prefix, function)
            }
        }
    }

    /// All names of a table, where the one that is looked up is some element's.
    private mutating func readTable(_ code: Code, _ prefix: String, _ function: CodeUnit.Function) {
        guard let object = base.object(code, tablePointers(function)), tables[object.name] == nil,
            let variable = base.variable(object.name, in: object.file), variable.isArray,
            let text = variable.initializer
        else { return }
        let fields = base.fields(of: variable.type[...]).map(\.name)
        let field = object.path.lazy.compactMap { step in if case .field(let name) = step { name } else { nil } }.last
        var found = false
        for element in Initializer(text[...]).elements(base) {
            guard let element, let value = (field.map { element.field($0, of: fields) } ?? element)?.code,
                let token = value.first, let literal = self.text(value)
            else { continue }
            names.append(
                ResolvedName(name: prefix + literal, function: function.name.text, location: base.location(token)))
            found = true
        }
        if found { tables[object.name] = prefix }
    }

    /// The local names that stand for a table.
    private func tablePointers(_ function: CodeUnit.Function) -> Bindings {
        var pointers: Bindings = [:]
        let body = function.body
        for index in body.indices.dropLast(2)
        where body[index].kind == .word && body[index + 1].isSymbol("=") && base.variables[body[index].text] == nil {
            let end = body[index...].firstIndex { $0.isSymbol(";") || $0.isSymbol(",") } ?? body.endIndex
            let value = body[min(index + 2, end)..<end]
            guard let table = base.target(of: value), base.variable(table.name, in: table.file)?.isArray == true else {
                continue
            }
            pointers[body[index].text] = Array(value)
        }
        return pointers
    }

    /// The name in the element of a table that `number` is a field of.
    private func tableName(_ number: Code, _ function: CodeUnit.Function) -> String? {
        guard var object = base.object(number, tablePointers(function)), let prefix = tables[object.name] else {
            return nil
        }
        while let last = object.path.last, case .field = last { object.path.removeLast() }
        guard let element = base.initializer(of: object) else { return nil }
        switch element {
        case .expression(let code): return text(code).map { prefix + $0 }
        case .list(let entries):
            return entries.lazy.compactMap { $0.value.code.flatMap { text($0) } }.first.map { prefix + $0 }
        }
    }

    /// Whether what is looked up is the number of a call: a resolver is for nothing else, and a function that makes calls or
    /// returns the number asks for it. Programs ask sysctl(3) for many other things.
    private static func isNumber(_ name: String, _ function: CodeUnit.Function, _ index: Int) -> Bool {
        if function.body[index].text == "sysctlbyname" {
            return name.contains("syscall") || function.body.contains { $0.text == "syscall" || $0.text == "__syscall" }
        }
        if function.body[index].text == "modfind" {
            return name.hasPrefix("sys/") || function.body.contains { $0.text == "intval" }
        }
        return true
    }

    private mutating func readProvider(_ function: CodeUnit.Function) {
        let own = names.filter { $0.function == function.name.text }
        guard own.count == 1, let name = own.first?.name, !function.body.contains(where: { Self.isSyscall($0) }),
            function.result.contains(where: { $0.text == "int" || $0.text == "long" })
        else { return }
        providers[function.name.text] = name
    }

    private mutating func readHeld(_ function: CodeUnit.Function) {
        for (name, value) in assignments(function) where base.variables[name] != nil { held[name] = value }
    }

    private static func isSyscall(_ token: CodeToken) -> Bool { token.text == "syscall" || token.text == "__syscall" }

    // MARK: Calls

    /// The names that variables of a function get the numbers of: `num = resolve("x")`, `sysctlbyname("x", &num, …)`.
    private func assignments(_ function: CodeUnit.Function) -> [(variable: String, name: String)] {
        let body = function.body
        var result: [(String, String)] = []
        for index in body.indices {
            var name: String?
            if let found = lookup(body, index) {
                name = found.name
                if body[index].text == "sysctlbyname" {
                    let (arguments, _) = body.arguments(at: index + 1)
                    if arguments.count > 1, let variable = arguments[1].last(where: { $0.kind == .word })?.text {
                        result.append((variable, found.name))
                    }
                }
            } else if index + 1 < body.count, body[index + 1].isSymbol("("), let provided = providers[body[index].text]
            {
                name = provided
            }
            guard let name else { continue }
            // `x = (cast)…`, `(x = …)`
            var place = index - 1
            while place > 0, !body[place].isSymbol("="), !body[place].isSymbol(";"), !body[place].isSymbol("{") {
                place -= 1
            }
            if place > 0, body[place].isSymbol("="), index - place <= 6 {
                var left = place - 1
                if body[left].isSymbol("]") { while left > 0, !body[left].isSymbol("[") { left -= 1 }; left -= 1 }
                if left >= 0, body[left].kind == .word { result.append((body[left].text, name)) }
            }
        }
        // `num = stat.data.intval;` behind modfind(2) and modstat(2)
        if let module = body.indices.lazy.compactMap({ body[$0].text == "modfind" ? lookup(body, $0)?.name : nil })
            .first
        {
            for index in body.indices.dropLast(2) where body[index].kind == .word && body[index + 1].isSymbol("=") {
                let end = body[index...].firstIndex { $0.isSymbol(";") } ?? body.endIndex
                if body[index..<end].contains(where: { $0.text == "intval" }) {
                    result.append((body[index].text, module))
                }
            }
        }
        // `mux = tmp;`
        for index in body.indices.dropLast(3)
        where body[index].kind == .word && body[index + 1].isSymbol("=") && body[index + 3].isSymbol(";") {
            if let known = result.first(where: { $0.0 == body[index + 2].text }) {
                result.append((body[index].text, known.1))
            }
        }
        return result
    }

    private mutating func readCalls(_ function: CodeUnit.Function) {
        let body = function.body
        guard body.contains(where: { Self.isSyscall($0) }) else { return }
        let assigned = assignments(function)
        for index in body.indices.dropLast() where Self.isSyscall(body[index]) && body[index + 1].isSymbol("(") {
            let (arguments, _) = body.arguments(at: index + 1)
            guard let number = arguments.first.map({ CodeBase.stripped($0) }),
                let name = self.name(number, assigned) ?? tableName(number, function)
            else { continue }
            calls.append(
                UserCall(
                    name: name, function: function.name.text,
                    parameters: function.parameters.map { SourceParameter(name: $0.name, type: $0.type) },
                    result: function.result.spelled,
                    arguments: arguments.dropFirst().map { CodeBase.stripped($0).spelled },
                    absent: absent(function, assigned), location: base.location(body[index])))
        }
    }

    private func name(_ number: Code, _ assigned: [(variable: String, name: String)]) -> String? {
        guard let first = number.first else { return nil }
        if number.count == 1 {
            if let known = assigned.first(where: { $0.variable == first.text }) { return known.name }
            if let known = held[first.text] { return known }
            return first.text.hasPrefix("SYS_") ? first.text : nil
        }
        if let (name, _) = lookup(Array(number), 0) { return name }
        if number.count > 1, number[number.startIndex + 1].isSymbol("(") { return providers[first.text] }
        if let bracket = number.first(where: { $0.kind == .word }) {
            return assigned.first { $0.variable == bracket.text }?.name
        }
        return nil
    }

    /// What is returned where the number was not found: the first `return` under a test of it.
    private func absent(_ function: CodeUnit.Function, _ assigned: [(variable: String, name: String)]) -> String? {
        let body = function.body
        for index in body.indices
        where body[index].isWord("if") && index + 1 < body.count && body[index + 1].isSymbol("(") {
            let close = body.closing(index + 1)
            guard close < body.count,
                body[(index + 2)..<close].contains(where: { token in assigned.contains { $0.variable == token.text } })
            else { continue }
            let range = EventWalk.statement(body[...], close + 1)
            let block = body[range]
            guard let back = block.lastIndex(where: { $0.isWord("return") }),
                !block.contains(where: { Self.isSyscall($0) })
            else { continue }
            let end = block[back...].firstIndex { $0.isSymbol(";") } ?? block.endIndex
            return CodeBase.stripped(block[(back + 1)..<end]).spelled
        }
        return nil
    }

    // MARK: Stubs

    /// A function that looks at none of its arguments, at most empties what it was to fill, and says `KERN_SUCCESS`.
    private mutating func readStub(_ function: CodeUnit.Function) {
        guard !function.parameters.isEmpty,
            function.result.contains(where: { $0.text == "kern_return_t" || $0.text == "mach_msg_return_t" })
        else { return }
        var answer: String?
        for statement in function.body.split(at: ";") where !statement.isEmpty {
            if statement.first?.isWord("return") == true {
                let value = CodeBase.stripped(statement.dropFirst())
                guard value.count == 1, ["KERN_SUCCESS", "MACH_MSG_SUCCESS", "0"].contains(value.first?.text) else {
                    return
                }
                answer = value.spelled
                continue
            }
            guard Self.doesNothing(statement) else { return }
        }
        if let answer {
            stubs.append(UserStub(name: function.name.text, answer: answer, location: base.location(function.name)))
        }
    }

    /// `(void)x`, `*p = 0`, `if (p != NULL) *p = 0`
    private static func doesNothing(_ statement: Code) -> Bool {
        if statement.count >= 4, statement.first?.isSymbol("(") == true,
            statement[statement.startIndex + 1].isWord("void")
        {
            return !statement.dropFirst(3).contains { $0.isSymbol("(") }
        }
        var code = statement
        while code.first?.isSymbol("}") == true { code = code.dropFirst() }
        if code.isEmpty { return true }
        if code.first?.isWord("if") == true, code.count > 1 {
            let close = code.closing(code.startIndex + 1)
            guard close < code.endIndex, code[..<close].contains(where: { $0.text == "NULL" }) else { return false }
            code = code[(close + 1)...]
            if code.first?.isSymbol("{") == true { code = code.dropFirst() }
        }
        guard code.first?.isSymbol("*") == true, let last = code.last else { return false }
        return code.count == 4 && (last.kind == .number || last.text.hasSuffix("NULL"))
    }
}
