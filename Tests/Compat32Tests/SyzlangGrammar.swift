/// A small checker of descriptions, by syzkaller's own `docs/syscall_descriptions_syntax.md`: what a file may hold, how types
/// are written, and that everything that a type mentions is there.
struct SyzlangGrammar {
    private(set) var problems: [String] = []
    private var structures: Set<String> = []
    private var used: Set<String> = []

    /// A type with its options.
    private indirect enum Kind: Equatable {
        case type(String, [Kind])
        case number
    }

    private static let integers: Set = ["int8", "int16", "int32", "int64", "intptr", "bool8"]
    /// What the descriptions of FreeBSD define.
    private static let known: Set = [
        "fd", "fd_dir", "pid", "lwpid", "uid", "gid", "timespec", "timeval", "itimerval", "itimerspec", "rusage",
        "rlimit",
        "rtprio", "stat", "statfs", "kevent", "sigevent", "sigset", "fd_set", "iovec_in", "iovec_out",
    ]
    private static let resources: Set = ["fd", "fd_dir", "pid", "lwpid", "uid", "gid"]
    private static let builtin: Set = [
        "array", "bitsize", "buffer", "bytesize", "const", "filename", "flags", "fmt", "glob", "len", "offsetof",
        "proc", "ptr",
        "ptr64", "string", "stringnoz", "text", "vma", "vma64", "void",
    ]

    /// Checks `text`.
    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        structures = Set(lines.filter { $0.hasSuffix(" {") }.map { String($0.dropLast(2)) })
        for name in structures.sorted() where Self.known.contains(name) || Self.builtin.contains(name) {
            problems.append("\(name) is the name of something else")
        }
        var fields: [(name: String, type: String)]?
        for line in lines {
            if let open = fields {
                if line == "}" {
                    check(open, isCall: false)
                    fields = nil
                } else {
                    let words = line.split(separator: "\t", maxSplits: 1).map(String.init)
                    guard line.hasPrefix("\t"), words.count == 2 else { problems.append("no field: \(line)"); continue }
                    fields?.append((words[0], words[1].trimmed))
                }
            } else if line.hasSuffix(" {") {
                fields = []
            } else if line.isEmpty || line.hasPrefix("#") {
                continue
            } else if line.hasPrefix("include ") {
                if line.wholeMatch(of: /include <[a-z0-9_\/.]+>/) == nil { problems.append("no include: \(line)") }
            } else {
                checkCall(line)
            }
        }
        if fields != nil { problems.append("a structure is not closed") }
        for name in structures.subtracting(used).sorted() { problems.append("\(name) is not used") }
    }

    private mutating func checkCall(_ line: String) {
        guard let match = line.wholeMatch(of: /([a-z_][a-z0-9_]*)\((.*)\)( [a-z_]+)?/) else {
            problems.append("no call: \(line)")
            return
        }
        if let result = match.3, !Self.resources.contains(String(result.dropFirst())) {
            problems.append("\(result) cannot be a result")
        }
        var pieces: [String] = [""]
        var depth = 0
        for character in match.2 {
            depth += character == "[" ? 1 : character == "]" ? -1 : 0
            if character == ",", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
        }
        let arguments = pieces.map(\.trimmed).filter { !$0.isEmpty }.map { piece in
            let words = piece.split(separator: " ", maxSplits: 1).map(String.init)
            return (name: words[0], type: words.count > 1 ? words[1] : "")
        }
        if arguments.count > 9 { problems.append("too many arguments") }
        check(arguments, isCall: true)
    }

    private mutating func check(_ fields: [(name: String, type: String)], isCall: Bool) {
        if fields.isEmpty, !isCall { problems.append("a structure without fields") }
        let names = fields.map(\.name)
        if Set(names).count < names.count { problems.append("two fields of one name in \(names)") }
        for (name, text) in fields {
            if name == "parent" || name == "syscall" || name.wholeMatch(of: /[a-zA-Z_][a-zA-Z0-9_]*/) == nil {
                problems.append("no name of a field: \(name)")
            }
            var rest = Substring(text)
            guard let kind = Self.parse(&rest), rest.isEmpty else {
                problems.append("no type: \(text)")
                continue
            }
            check(kind, names.filter { $0 != name }, inMemory: !isCall)
        }
    }

    private static func parse(_ text: inout Substring) -> Kind? {
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        guard let first = word.first else { return nil }
        text = text.dropFirst(word.count)
        if first.isNumber { return .number }
        guard text.first == "[" else { return .type(String(word), []) }
        text = text.dropFirst()
        var options: [Kind] = []
        while true {
            guard let option = parse(&text) else { return nil }
            options.append(option)
            if text.hasPrefix(", ") {
                text = text.dropFirst(2)
            } else if text.first == "]" {
                text = text.dropFirst()
                return .type(String(word), options)
            } else {
                return nil
            }
        }
    }

    /// Whether `kind` is a type where it stands: among the fields `others`, in memory or in a register.
    private mutating func check(_ kind: Kind, _ others: [String], inMemory: Bool) {
        guard case .type(let name, let options) = kind else { return problems.append("a number is no type") }
        switch name {
        case "ptr":
            guard options.count == 2 || options.count == 3, case .type(let direction, []) = options[0],
                ["in", "out", "inout"].contains(direction)
            else { return problems.append("no pointer: \(options)") }
            if options.count == 3, case .type("opt", []) = options[2] {
            } else if options.count == 3 {
                problems.append("no option of a pointer")
            }
            check(options[1], others, inMemory: true)
        case "array":
            guard inMemory, options.count == 1 || options.count == 2 else {
                return problems.append("no array: \(options)")
            }
            if options.count == 2, case .type = options[1] { problems.append("the size of an array is a number") }
            check(options[0], others, inMemory: true)
        case "len", "bytesize":
            guard case .type(let target, [])? = options.first, others.contains(target) else {
                return problems.append("\(name) of what is not there: \(options)")
            }
            if options.count != (inMemory ? 2 : 1) { problems.append("\(name) with \(options.count) options") }
            if options.count == 2, case .type(let base, []) = options[1], !Self.integers.contains(base) {
                problems.append("\(name) is no \(base)")
            }
        case "string", "filename":
            if !inMemory || !options.isEmpty { problems.append("\(name) stands where it cannot") }
        case "vma":
            if inMemory { problems.append("vma in memory") }
        default:
            if !options.isEmpty { problems.append("\(name) has no options") }
            if structures.contains(name) {
                used.insert(name)
                if !inMemory { problems.append("\(name) is no argument") }
            } else if Self.known.contains(name) {
                if !inMemory, !Self.resources.contains(name) { problems.append("\(name) is no argument") }
            } else if !Self.integers.contains(name) {
                problems.append("\(name) is not known")
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
