import Findings

/// A call that does what a number among its arguments says.
public struct Multiplexor: Sendable, Hashable {
    /// The name of the call.
    public let name: String
    /// The function that tells the operations apart.
    public let handler: String
    /// The structure of its arguments.
    public let structure: String?
    /// The argument that says which operation is meant.
    public let selector: String
    /// The operations, in the order of the source.
    public let operations: [Operation]
    /// Where it tells them apart.
    public let location: Location

    /// What hides behind a number.
    public struct Operation: Sendable, Hashable {
        /// The number; `nil` when the sources do not say it.
        public let number: Int?
        /// The constant that programs use for it.
        public var constant: String?
        /// The function that does it.
        public let function: String?
        /// The arguments that it takes from the call.
        public let arguments: [Argument]
        /// The functions with which programs ask for it.
        public var users: [String]
        /// Where.
        public let location: Location

        /// What it is called: the name of its constant without what all of them begin with, or that of its function.
        public var name: String { constant ?? function ?? number.map { "operation \($0)" } ?? "?" }
    }

    /// An argument of an operation.
    public struct Argument: Sendable, Hashable {
        /// The field of the call's arguments.
        public let field: String
        /// The type that it is made.
        public let type: String?
    }
}

/// Finds calls that do several things.
struct MultiplexorReader {
    private let base: CodeBase

    init(_ base: CodeBase) { self.base = base }

    /// What the handler called `handler` of the call `name` tells apart; `nil` when it does one thing.
    func multiplexor(_ name: String, handler: Handler) -> Multiplexor? {
        guard let function = base.function(handler.real, in: handler.file), function.parameters.count == 2,
            let arguments = function.parameters.last?.name, !arguments.isEmpty
        else { return nil }
        return bySwitch(name, function, arguments) ?? byTable(name, function, arguments)
    }

    /// `switch (uap->op) { case 1: return (f(td, uap->a1)); … }`
    private func bySwitch(_ name: String, _ function: CodeUnit.Function, _ arguments: String) -> Multiplexor? {
        let body = function.body
        guard let start = body.firstIndex(where: { $0.isWord("switch") }), start + 1 < body.count,
            body[start + 1].isSymbol("(")
        else { return nil }
        let close = body.closing(start + 1)
        let names = Self.otherNames(arguments, body)
        let subject = Self.decided(CodeBase.stripped(body[(start + 2)..<max(close, start + 2)]), body)
        guard subject.count == 3, let first = subject.first?.text, names.contains(first),
            let selector = subject.last?.text,
            close + 1 < body.count, body[close + 1].isSymbol("{")
        else { return nil }
        // The operations are all that the function does, and what decides is its first argument.
        let outside = body[..<start].split(at: ";").count {
            !$0.isEmpty && $0.contains { $0.isSymbol("(") || $0.isSymbol("=") }
        }
        let structure = KernelSide.structure(of: function)
        let fields = structure.flatMap { base.structures[$0] }?.fields ?? []
        guard outside <= 3, fields.isEmpty || fields.first?.name == selector else { return nil }
        let end = body.closing(close + 1)
        let operations = cases(body[(close + 2)..<max(end, close + 2)], arguments)
        guard operations.count > 1,
            operations.count(where: { $0.function != nil && !$0.arguments.isEmpty }) * 2 >= operations.count,
            // A command that one function takes in many forms copies its data alike in all of them.
            Set(operations.compactMap(\.function)).count * 2 > operations.count
        else { return nil }
        return Multiplexor(
            name: name, handler: function.name.text, structure: structure, selector: selector, operations: operations,
            location: base.location(body[start]))
    }

    /// What else the arguments are called: `struct lamp_args *args = uap;`
    private static func otherNames(_ arguments: String, _ body: [CodeToken]) -> Set<String> {
        var names: Set = [arguments]
        for index in body.indices.dropLast(2) where body[index].kind == .word && body[index + 1].isSymbol("=") {
            let end = body[index...].firstIndex { $0.isSymbol(";") } ?? body.endIndex
            let value = CodeBase.stripped(body[min(index + 2, end)..<end])
            if value.count == 1, let name = value.first, names.contains(name.text) { names.insert(body[index].text) }
        }
        return names
    }

    /// `uap->op` for the `op` of `op = uap->op;`
    private static func decided(_ subject: Code, _ body: [CodeToken]) -> Code {
        guard subject.count == 1, let name = subject.first?.text else { return subject }
        for index in body.indices.dropLast(2) where body[index].text == name && body[index + 1].isSymbol("=") {
            let end = body[index...].firstIndex { $0.isSymbol(";") } ?? body.endIndex
            let value = CodeBase.stripped(body[min(index + 2, end)..<end])
            if value.count == 3, value[value.startIndex + 1].isSymbol("->") { return value }
        }
        return subject
    }

    private func cases(_ body: Code, _ arguments: String) -> [Multiplexor.Operation] {
        var operations: [Multiplexor.Operation] = []
        var index = body.startIndex
        var labels: [(Code, CodeToken)] = []
        while index < body.endIndex {
            if body[index].isWord("case"), let colon = body[index...].firstIndex(where: { $0.isSymbol(":") }) {
                labels.append((body[(index + 1)..<colon], body[index]))
                index = colon + 1
                continue
            }
            if body[index].isWord("default") { labels = [] }
            // Up to the next label at this level.
            var end = index
            while end < body.endIndex, !body[end].isWord("case"), !body[end].isWord("default") || end == index {
                if body[end].isSymbol("{") || body[end].isSymbol("(") {
                    end = min(body.closing(end), body.endIndex - 1)
                }
                end += 1
            }
            for (label, place) in labels { operations.append(operation(label, place, body[index..<end], arguments)) }
            labels = []
            index = max(end, index + 1)
        }
        return operations
    }

    private func operation(_ label: Code, _ place: CodeToken, _ code: Code, _ arguments: String)
        -> Multiplexor.Operation
    {
        var function: String?
        var found: [Multiplexor.Argument] = []
        for index in code.indices
        where code[index].kind == .word && index + 1 < code.endIndex && code[index + 1].isSymbol("(")
            && !Self.statements.contains(code[index].text)
        {
            let (values, _) = code.arguments(at: index + 1)
            let own = values.compactMap { Self.argument($0, arguments) }
            if !own.isEmpty || function == nil, own.count >= found.count {
                function = code[index].text
                found = own
            }
        }
        let constant = label.count == 1 && label.first?.kind == .word ? label.first?.text : nil
        return Multiplexor.Operation(
            number: base.value(label), constant: constant, function: function, arguments: found, users: [],
            location: base.location(place))
    }

    private static let statements: Set = ["if", "for", "while", "switch", "return", "sizeof"]

    /// `(type)uap->field`
    private static func argument(_ code: Code, _ arguments: String) -> Multiplexor.Argument? {
        guard
            let index = code.indices.first(where: {
                code[$0].text == arguments && $0 + 2 < code.endIndex && code[$0 + 1].isSymbol("->")
            })
        else { return nil }
        var type: String?
        if let first = code.first, first.isSymbol("("), case let close = code.closing(code.startIndex), close < index {
            type = code[(code.startIndex + 1)..<close].spelled
        }
        return Multiplexor.Argument(field: code[index + 2].text, type: type)
    }

    /// `return ((*calls[uap->which])(td, &uap->a2));`
    private func byTable(_ name: String, _ function: CodeUnit.Function, _ arguments: String) -> Multiplexor? {
        let body = function.body
        for index in body.indices.dropLast(5)
        where body[index].kind == .word && body[index + 1].isSymbol("[") && body[index + 2].text == arguments
            && body[index + 3].isSymbol("->") && body[index + 5].isSymbol("]")
        {
            guard let variable = base.variable(body[index].text, in: body[index].file), let code = variable.initializer
            else { continue }
            let elements = Initializer(code[...]).elements(base)
            let operations = elements.enumerated().compactMap { number, element -> Multiplexor.Operation? in
                guard let value = element?.code, let last = CodeBase.stripped(value).last, last.kind == .word,
                    base.functions[last.text] != nil
                else { return nil }
                return Multiplexor.Operation(
                    number: number, constant: nil, function: last.text, arguments: [], users: [],
                    location: base.location(last))
            }
            guard operations.count > 1 else { continue }
            return Multiplexor(
                name: name, handler: function.name.text, structure: KernelSide.structure(of: function),
                selector: body[index + 4].text, operations: operations,
                location: base.location(body[index]))
        }
        return nil
    }
}
