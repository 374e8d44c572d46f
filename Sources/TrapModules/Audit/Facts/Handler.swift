import Findings

/// What the function of a row does.
public struct Handler: Sendable, Hashable {
    /// The function that the row calls.
    public let name: String
    /// The function that it leads to: itself, where it guards nothing.
    public let real: String
    /// What it tests before.
    public let guarding: Guard?
    /// The fields of its arguments that it fills in itself, so that no program has to hand them over.
    public let filled: [String]
    /// The fields of its arguments that something on the way reads.
    public let read: [String]
    /// What it does, where that is nothing.
    public let stub: Stub?
    /// Where the real one is defined.
    public let location: Location
    /// The file of the real one.
    let file: Int32

    /// A test before a handler, and the answer when it fails.
    public struct Guard: Sendable, Hashable {
        /// What must be there, such as `p_machdata`.
        public let tests: [String]
        /// The answer as it is written: a value, or the name of an error.
        public let answer: String
        /// Whether it is an error number, and not a value.
        public let isError: Bool
    }

    /// A handler that does nothing.
    public enum Stub: Sendable, Hashable {
        /// It says so, with this error.
        case refuses(String)
        /// It says that all is well.
        case succeeds
    }
}

/// Reads handlers.
struct HandlerReader {
    private let base: CodeBase

    init(_ base: CodeBase) { self.base = base }

    /// What the function called `name` does, which a row in file number `file` names; `nil` where no file defines it.
    func handler(_ name: String, in file: Int32) -> Handler? {
        guard let first = base.function(name, in: file) else { return nil }
        var function = first
        var guarding: Handler.Guard?
        var filled: [String] = []
        var read: Set<String> = []
        for _ in 0..<4 {
            guarding = guarding ?? Self.guarding(function, base)
            filled += Self.filled(function)
            read.formUnion(Self.read(function))
            guard let next = Self.next(function), next != function.name.text,
                let real = base.function(next, in: function.name.file)
            else { break }
            function = real
        }
        return Handler(
            name: name, real: function.name.text, guarding: guarding, filled: filled, read: read.sorted(),
            stub: Self.stub(function, base), location: base.location(function.name), file: function.name.file)
    }

    /// The function that is handed the same thread and the same arguments at the end.
    static func next(_ function: CodeUnit.Function) -> String? {
        guard function.parameters.count == 2 else { return nil }
        let body = function.body
        for index in body.indices.reversed() where body[index].isWord("return") {
            let end = body[index...].firstIndex { $0.isSymbol(";") } ?? body.endIndex
            let value = CodeBase.stripped(body[(index + 1)..<end])
            guard let name = value.first, name.kind == .word, value.count > 1, value[value.startIndex + 1].isSymbol("(")
            else { continue }
            let (arguments, stop) = value.arguments(at: value.startIndex + 1)
            guard stop == value.endIndex, arguments.count == 2, arguments[0].spelled == function.parameters[0].name,
                CodeBase.stripped(arguments[1]).spelled == function.parameters[1].name
            else { continue }
            return name.text
        }
        return nil
    }

    /// An `if` that tests state and answers.
    private static func guarding(_ function: CodeUnit.Function, _ base: CodeBase) -> Handler.Guard? {
        guard next(function) != nil else { return nil }
        let body = function.body
        for index in body.indices
        where body[index].isWord("if") && index + 1 < body.count && body[index + 1].isSymbol("(") {
            let close = body.closing(index + 1)
            guard close + 1 < body.count else { return nil }
            let block = body[EventWalk.statement(body[...], close + 1)]
            guard let back = block.lastIndex(where: { $0.isWord("return") }) else { continue }
            let end = block[back...].firstIndex { $0.isSymbol(";") } ?? block.endIndex
            let answer = CodeBase.stripped(block[(back + 1)..<end])
            let tests = Self.tests(body[(index + 2)..<close])
            guard !tests.isEmpty else { continue }
            if let equals = block.indices.dropLast(4).first(where: {
                block[$0].text == "td_retval" && block[$0 + 4].isSymbol("=")
            }) {
                let stop = block[equals...].firstIndex { $0.isSymbol(";") } ?? block.endIndex
                return Handler.Guard(
                    tests: tests, answer: CodeBase.stripped(block[min(equals + 5, stop)..<stop]).spelled, isError: false
                )
            }
            return Handler.Guard(tests: tests, answer: answer.spelled, isError: true)
        }
        return nil
    }

    /// The members that are compared with `NULL`, and the functions that are asked.
    private static func tests(_ condition: Code) -> [String] {
        var tests: [String] = []
        for index in condition.indices where condition[index].kind == .word && condition[index].text != "NULL" {
            let next = index + 1 < condition.endIndex ? condition[index + 1] : nil
            let isCompared = next?.isSymbol("==") == true || next?.isSymbol("!=") == true || next?.isSymbol("<") == true
            let isLast =
                next == nil || next?.isSymbol(")") == true || next?.isSymbol("&&") == true
                || next?.isSymbol("||") == true
            let isNegated = index > condition.startIndex && condition[index - 1].isSymbol("!")
            if isCompared || next?.isSymbol("(") == true || isNegated
                || isLast && index > condition.startIndex && condition[index - 1].isSymbol("->")
            {
                if !tests.contains(condition[index].text) { tests.append(condition[index].text) }
            }
        }
        return tests
    }

    /// `uap->x =`
    private static func filled(_ function: CodeUnit.Function) -> [String] {
        fields(function).filter(\.isWritten).map(\.name)
    }

    private static func read(_ function: CodeUnit.Function) -> [String] {
        fields(function).filter { !$0.isWritten }.map(\.name)
    }

    private static func fields(_ function: CodeUnit.Function) -> [(name: String, isWritten: Bool)] {
        guard let arguments = function.parameters.last?.name, !arguments.isEmpty else { return [] }
        let body = function.body
        return body.indices.dropLast(2).compactMap { index in
            guard body[index].text == arguments, body[index + 1].isSymbol("->") else { return nil }
            return (body[index + 2].text, index + 3 < body.count && body[index + 3].isSymbol("="))
        }
    }

    /// A body that only returns.
    private static func stub(_ function: CodeUnit.Function, _ base: CodeBase) -> Handler.Stub? {
        var rest: [Code] = []
        for statement in function.body.split(at: ";") where !statement.isEmpty {
            let text = statement.spelled
            if text.hasPrefix("(void)") || text.hasPrefix("(void )") { continue }
            rest.append(statement)
        }
        guard let last = rest.last, last.first?.isWord("return") == true else { return nil }
        let answer = CodeBase.stripped(last.dropFirst())
        guard answer.count <= 2 else { return nil }
        if rest.count == 1 {
            if let name = answer.last, name.text.hasPrefix("E"), name.kind == .word { return .refuses(name.text) }
            return base.value(answer) == 0 || answer.last?.text == "KERN_SUCCESS" ? .succeeds : nil
        }
        guard rest.count == 2, rest[0].contains(where: { $0.text == "td_retval" }),
            let equals = rest[0].lastIndex(where: { $0.isSymbol("=") })
        else { return nil }
        let value = CodeBase.stripped(rest[0][(equals + 1)...])
        return value.count == 1 && (value.first?.text == "0" || value.first?.text == "KERN_SUCCESS") ? .succeeds : nil
    }
}
