import Compat32
import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// The declaration of a call as `syscalls.master` wants it: one word of result with its stars, a name, arguments with
/// their annotations.
public struct CallPrototype: Sendable, Hashable {
    /// The result type with its stars, such as `void *`.
    public let result: String
    /// The name of the call.
    public let name: String
    /// The arguments, in order.
    public let arguments: [Argument]

    /// An argument of a call.
    public typealias Argument = CallInterface.Argument

    /// The declaration on one line, from which an equal prototype can be read.
    public var text: String {
        let list = arguments.isEmpty ? "void" : arguments.map(\.text).joined(separator: ", ")
        return (result.hasSuffix("*") ? result : result + " ") + "\(name)(\(list))"
    }
}

extension CallPrototype {
    /// Reads a declaration.
    ///
    /// The pieces are cut here; what an argument is, is left to the reader of masters, so that a prototype that is
    /// accepted is one that the generator reads in the same way.
    ///
    /// - Parameters:
    ///   - bytes: the declaration, with or without a semicolon, on as many lines as it likes.
    ///   - path: the name under which problems are reported.
    /// - Throws: a `Refusal` that points at the byte that is wrong.
    public static func parse(_ bytes: [UInt8], path: String) throws(Refusal) -> CallPrototype {
        let pieces = try PrototypePieces(bytes, path: path)
        let declaration = pieces.stars == 0 ? pieces.result + " " : pieces.result + " " + pieces.asterisks
        var master = "0\tAUE_NULL\tSTD {\n\t\t\(declaration)\(pieces.name)(\n"
        for argument in pieces.arguments { master += "\t\t    \(argument.text),\n" }
        master += "\t\t);\n\t}\n"
        let syntax = MasterSyntax.parse(Array(master.utf8), path: path)
        let read = Master(syntax, generator: .modular)
        let problems = read.findings.filter { $0.severity == .error }.map { pieces.atHome($0) }
        guard problems.isEmpty, let prototype = read.rows.first?.prototype,
            prototype.arguments.count == pieces.arguments.count
        else {
            throw problems.isEmpty ? pieces.malformed("this is no declaration of a call", at: 0) : Refusal(problems)
        }
        let arguments = prototype.arguments.map { argument in
            Argument(
                argument.type.text(0..<argument.type.count), argument.name, annotations: argument.annotations)
        }
        for (argument, piece) in zip(arguments, pieces.arguments) {
            try pieces.refuseName(argument.name, at: piece.offset, "an argument")
        }
        return CallPrototype(result: prototype.result, name: pieces.name, arguments: arguments)
    }
}

/// A declaration cut into result, name and arguments.
private struct PrototypePieces {
    let bytes: [UInt8]
    let path: String
    private(set) var result = ""
    private(set) var stars = 0
    private(set) var name = ""
    private(set) var nameOffset = 0
    private(set) var arguments: [(text: String, offset: Int)] = []

    var asterisks: String { String(repeating: "*", count: stars) }

    init(_ bytes: [UInt8], path: String) throws(Refusal) {
        self.bytes = bytes
        self.path = path
        if let odd = bytes.firstIndex(where: { $0 >= 0x7F || ($0 < 0x20 && !isSpace($0)) }) {
            throw malformed("byte that belongs into no declaration", at: odd)
        }
        var whole = bytes.trimmed(0..<bytes.count)
        if let last = whole.last, bytes[last] == 0x3B { whole = bytes.trimmed(whole.lowerBound..<last) }
        guard !whole.isEmpty else {
            throw malformed("the declaration is empty; expected one like 'int foo(int fd, size_t len)'", at: 0)
        }
        guard let open = bytes[whole].firstIndex(of: 0x28) else {
            throw malformed("expected '(' and the arguments behind the name of the call", at: whole.upperBound)
        }
        guard bytes[whole.upperBound - 1] == 0x29 else {
            throw malformed("expected ')' at the end of the declaration", at: whole.upperBound - 1)
        }
        try readHead(bytes.trimmed(whole.lowerBound..<open))
        try readArguments(open + 1..<whole.upperBound - 1)
    }

    private mutating func readHead(_ head: Range<Int>) throws(Refusal) {
        guard let end = head.last(where: { isSpace(bytes[$0]) || bytes[$0] == 0x2A }) else {
            throw malformed("expected 'type name(' ahead of the arguments", at: head.lowerBound)
        }
        name = bytes.text(end + 1..<head.upperBound)
        nameOffset = end + 1
        let type = bytes.trimmed(head.lowerBound..<end + 1)
        let word = bytes[type].prefix { $0 != 0x2A && !isSpace($0) }
        result = bytes.text(word.indices)
        for offset in word.endIndex..<type.upperBound where !isSpace(bytes[offset]) {
            guard bytes[offset] == 0x2A else {
                throw malformed(
                    "a result type is one word, with stars behind it; write u_int and u_long, or a typedef", at: offset)
            }
            stars += 1
        }
        guard word.allSatisfy(isIdentifier), let first = word.first, !isDigit(first) else {
            throw malformed("'\(result)' is no type", at: type.lowerBound)
        }
        try refuseName(name, at: nameOffset, "a call")
    }

    /// A name that C takes, and that the generator would not treat as something else.
    func refuseName(_ name: String, at offset: Int, _ what: String) throws(Refusal) {
        guard let first = name.utf8.first, name.utf8.allSatisfy(isIdentifier), !isDigit(first),
            name.utf8.count <= 255
        else {
            throw Refusal("malformed-name", at: location(offset), "'\(name)' is no name of \(what)")
        }
        guard !Self.keywords.contains(name) else {
            throw Refusal("malformed-name", at: location(offset), "'\(name)' is a word of C and no name of \(what)")
        }
    }

    private static let keywords: Set = [
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern",
        "float", "for", "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed",
        "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while",
    ]

    /// The pieces between commas that stand in no parentheses: annotations have some.
    private mutating func readArguments(_ list: Range<Int>) throws(Refusal) {
        let inner = bytes.trimmed(list)
        if inner.isEmpty || bytes.holds("void", at: inner) { return }
        var depth = 0
        var start = list.lowerBound
        for offset in list.lowerBound...list.upperBound {
            let byte = offset == list.upperBound ? 0x2C : bytes[offset]
            switch byte {
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth < 0 { throw malformed("')' without '('", at: offset) }
            case 0x2C where depth == 0:
                let piece = bytes.trimmed(start..<offset)
                guard !piece.isEmpty else { throw malformed("an argument is missing here", at: offset) }
                arguments.append((Self.tidy(Array(bytes[piece])), piece.lowerBound))
                start = offset + 1
            default: break
            }
        }
        guard depth == 0 else { throw malformed("'(' without ')'", at: list.lowerBound) }
    }

    /// One blank between words, and the stars ahead of the name at the name: `char * *list` is `char **list`.
    private static func tidy(_ text: [UInt8]) -> String {
        let words = text.words(in: 0..<text.count).map { text.text($0) }.joined(separator: " ")
        let name = words.utf8.reversed().prefix(while: isIdentifier).count
        var head = Substring(words.dropLast(name))
        var stars = 0
        while let last = head.last, last == "*" || last == " " {
            if last == "*" { stars += 1 }
            head = head.dropLast()
        }
        guard !head.isEmpty, name > 0 else { return words }
        return head + " " + String(repeating: "*", count: stars) + words.suffix(name)
    }

    private func location(_ offset: Int) -> Location {
        Location(path: path, offset: min(offset, max(0, bytes.count - 1)), in: LineMap(bytes))
    }

    func malformed(_ message: String, at offset: Int) -> Refusal {
        Refusal("malformed-prototype", at: location(offset), message)
    }

    /// A finding of the reader of masters, at the place of the piece that it is about: the third line is the first
    /// argument.
    func atHome(_ finding: Finding) -> Finding {
        let index = (finding.location?.line ?? 1) - 3
        let offset = arguments.indices.contains(index) ? arguments[index].offset : nameOffset
        return Finding(finding.severity, finding.rule, at: location(offset), finding.message)
    }
}
