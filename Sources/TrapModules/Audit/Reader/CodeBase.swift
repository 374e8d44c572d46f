import Edits
import Findings
import SyscallSyntax

/// The sources of an audit: those files parsed that say something about system calls, and what these lead to.
struct CodeBase: Sendable {
    /// All files.
    let files: [SourceFile]
    /// The files that were parsed, by their index.
    private(set) var units: [Int: CodeUnit] = [:]
    /// The functions with a body; those of one name in different files are told apart by their file.
    private(set) var functions: [String: [CodeUnit.Function]] = [:]
    /// The fields of each structure.
    private(set) var structures: [String: CodeUnit.Structure] = [:]
    /// The variables outside of functions; those of one name in different files are told apart by their file.
    private(set) var variables: [String: [CodeUnit.Variable]] = [:]
    /// What names stand for, with the file that says so.
    private(set) var constants: [String: [(file: Int, body: [CodeToken])]] = [:]
    /// What other names types have.
    private(set) var aliases: [String: [CodeToken]] = [:]
    private let lines: [LineMap?]
    private var headersByName: [Substring: [Int]] = [:]

    /// Reads `files`, of which those are parsed that speak of system calls, and those in which names are defined that they
    /// lead to.
    init(_ files: [SourceFile]) {
        self.files = files
        for (index, file) in files.enumerated() where file.isHeader || !file.path.hasSuffix(".c") {
            headersByName[file.name, default: []].append(index)
        }
        var reader = UnitReader(files, headersByName)
        let seeds = files.indices.filter { index in
            Self.marks.contains { files[index].bytes.firstIndex(of: $0, in: 0..<files[index].bytes.count) != nil }
        }
        var lines: [LineMap?] = Array(repeating: nil, count: files.count)
        for index in seeds {
            units[index] = reader.unit(index)
            lines[index] = LineMap(files[index].bytes)
        }
        self.lines = lines
        seeds.forEach { add($0) }
        // What the seeds name is defined elsewhere, and leads on: handlers, their structures, what a guard calls.
        var asked: Set<String> = []
        for _ in 0..<4 {
            let wanted = wantedNames().subtracting(asked)
            guard !wanted.isEmpty else { break }
            asked.formUnion(wanted)
            let search = WordSearch(wanted)
            for index in files.indices where units[index] == nil && !search.words(in: files[index].bytes).isEmpty {
                units[index] = reader.unit(index)
                add(index)
            }
        }
        readConstants(&reader)
    }

    /// What a file holds that has to do with calls a module brings.
    private static let marks: [StaticString] = [
        "syscall_register", "syscall_deregister", "syscall_helper_", "SYSCALL_INIT_", "SYSCALL32_", "SYSCALL_MODULE",
        "SYSENT_INIT_VALS", "MAKE_SYSENT", "struct sysent ", "struct sysent\t", "sysctlbyname", "syscall(", "modfind(",
    ]

    /// The place of `token`.
    func location(_ token: CodeToken) -> Location {
        let file = files[Int(token.file)]
        let map = lines[Int(token.file)] ?? LineMap(file.bytes)
        return Location(path: file.path, offset: Int(token.offset), in: map)
    }

    /// Under which condition of the preprocessor `token` stands.
    func condition(_ token: CodeToken) -> String? {
        guard token.condition > 0, let unit = units[Int(token.file)], Int(token.condition) < unit.conditions.count
        else { return nil }
        return unit.conditions[Int(token.condition)]
    }

    /// The function that `name` means in file number `file`.
    func function(_ name: String, in file: Int32) -> CodeUnit.Function? {
        guard let all = functions[name] else { return nil }
        return all.first { $0.name.file == file } ?? all.first { !$0.isStatic } ?? all.first
    }

    /// The variable that `name` means in file number `file`.
    func variable(_ name: String, in file: Int32) -> CodeUnit.Variable? {
        let all = variables[name] ?? []
        return all.first { $0.name.file == file && $0.initializer != nil } ?? all.first { $0.initializer != nil }
            ?? all.first { $0.name.file == file } ?? all.first
    }

    // MARK: Reading

    private mutating func add(_ index: Int) {
        guard let unit = units[index] else { return }
        for function in unit.functions { functions[function.name.text, default: []].append(function) }
        for structure in unit.structures where structures[structure.name.text].map({ $0.fields.isEmpty }) ?? true {
            structures[structure.name.text] = structure
        }
        for variable in unit.variables { variables[variable.name.text, default: []].append(variable) }
        for constant in unit.constants { constants[constant.name, default: []].append((index, constant.body)) }
        for alias in unit.types where aliases[alias.name] == nil { aliases[alias.name] = alias.type }
    }

    private func wantedNames() -> Set<String> {
        var wanted: Set<String> = []
        var handlers: Set<String> = []
        for (index, unit) in units where !isGenerated(index) {
            for variable in unit.variables
            where variable.type.contains(where: { $0.text == "sysent" || $0.text == "syscall_helper_data" }) {
                guard let initializer = variable.initializer else { continue }
                let words = initializer.filter { $0.kind == .word && !Self.ownWords.contains($0.text) }.map(\.text)
                for word in words where word.utf8.contains(where: { (0x61...0x7A).contains($0) }) {
                    handlers.formUnion([word, "sys_" + word])
                    wanted.insert(word + "_args")
                }
            }
            for use in unit.uses where use.name.text.contains("SYSENT") || use.name.text.contains("SYSCALL") {
                for word in use.arguments.joined() where word.kind == .word && word.text != "NULL" {
                    handlers.formUnion([word.text, "sys_" + word.text])
                    wanted.insert(word.text + "_args")
                }
            }
        }
        for name in handlers {
            guard let found = functions[name] else {
                wanted.insert(name)
                continue
            }
            for function in found { wanted.formUnion(leads(from: function, depth: 0)) }
        }
        return wanted.filter { functions[$0] == nil && structures[$0] == nil }
    }

    /// Words of initializers that name nothing of a module.
    private static let ownWords: Set = [
        "struct", "sizeof", "sy_narg", "sy_call", "sy_auevent", "sy_flags", "sy_call_t", "sy_thrcnt", "sy_entry",
        "sy_return",
        "sy_systrace_args_func", "register_t", "syscallarg_t", "new_sysent", "old_sysent", "syscall_no", "int", "void",
        "const", "char",
    ]

    /// Whether a file is the kernel's own table, as its generator writes it.
    private func isGenerated(_ index: Int) -> Bool {
        let bytes = files[index].bytes
        return bytes.firstIndex(of: "generated", in: 0..<min(bytes.count, 600)) != nil
    }

    /// What a handler calls with its own arguments, and the types of these.
    private func leads(from function: CodeUnit.Function, depth: Int) -> Set<String> {
        guard depth < 3 else { return [] }
        var names: Set<String> = []
        for parameter in function.parameters {
            names.formUnion(parameter.type.split(separator: " ").map(String.init).filter { $0.hasSuffix("_args") })
        }
        let body = function.body
        for index in body.indices.dropLast() where body[index].kind == .word && body[index + 1].isSymbol("(") {
            guard let first = function.parameters.first?.name, index + 2 < body.count, body[index + 2].text == first
            else { continue }
            names.insert(body[index].text)
            if let next = self.function(body[index].text, in: function.name.file), next.name != function.name {
                names.formUnion(leads(from: next, depth: depth + 1))
            }
        }
        return names
    }

    /// The constants that were named and whose files had no other reason to be read.
    private mutating func readConstants(_ reader: inout UnitReader) {
        var wanted: Set<String> = []
        for unit in units.values {
            for use in unit.uses where use.name.text.contains("SYSCALL") {
                for word in use.arguments.joined() where word.kind == .word { wanted.insert("SYS_" + word.text) }
            }
            for variable in unit.variables {
                guard let initializer = variable.initializer else { continue }
                for word in initializer where word.kind == .word {
                    wanted.insert(word.text)
                    if variable.type.contains(where: { $0.text == "syscall_helper_data" }) {
                        wanted.insert("SYS_" + word.text)
                    }
                }
            }
            for function in unit.functions {
                for word in function.body
                where word.kind == .word && word.text.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }) {
                    wanted.insert(word.text)
                }
            }
            for alias in unit.structures.flatMap(\.fields) {
                wanted.formUnion(alias.type.split(separator: " ").map(String.init))
            }
        }
        wanted = wanted.filter { constants[$0] == nil && aliases[$0] == nil }
        let search = WordSearch(wanted)
        for index in files.indices
        where units[index] == nil && files[index].isHeader && !search.words(in: files[index].bytes).isEmpty {
            for piece in reader.pieces(index) {
                guard case .directive("define", let tokens, _) = piece, let macro = Macro(tokens),
                    macro.parameters == nil, wanted.contains(macro.name)
                else { continue }
                constants[macro.name, default: []].append((index, macro.body))
            }
            readAliases(reader.pieces(index), wanted)
        }
    }

    private mutating func readAliases(_ pieces: [CodePiece], _ wanted: Set<String>) {
        var statement: [CodeToken]?
        for case .token(let token) in pieces {
            if token.isWord("typedef") {
                statement = []
            } else if token.isSymbol(";") || token.isSymbol("{") {
                if token.text == ";", let code = statement, code.count > 1, let name = code.last, name.kind == .word,
                    aliases[name.text] == nil, !code.contains(where: { $0.isSymbol("(") || $0.isSymbol("[") })
                {
                    aliases[name.text] = Array(code.dropLast())
                }
                statement = nil
            } else {
                statement?.append(token)
            }
        }
    }
}

/// Parses files, each header once.
struct UnitReader {
    private let files: [SourceFile]
    private let headersByName: [Substring: [Int]]
    private var read: [Int: [CodePiece]] = [:]
    private var included: [Int: [Int]] = [:]

    init(_ files: [SourceFile], _ headersByName: [Substring: [Int]]) {
        self.files = files
        self.headersByName = headersByName
    }

    mutating func pieces(_ index: Int) -> [CodePiece] {
        if let known = read[index] { return known }
        let pieces = CodeLexer.pieces(files[index].bytes, file: Int32(index))
        if !files[index].path.hasSuffix(".c") { read[index] = pieces }
        return pieces
    }

    /// The file of `index` with the macros of the headers that it includes.
    mutating func unit(_ index: Int) -> CodeUnit {
        let own = pieces(index)
        var macros: [String: Macro] = [:]
        var seen: Set<Int> = [index]
        var texts: [String: [CodePiece]] = [:]
        addMacros(of: own, at: index, &macros, &seen, &texts, depth: 0)
        let preprocessed = Preprocessor(own, macros: macros) { texts[$0] }
        return UnitParser.parse(preprocessed)
    }

    private mutating func addMacros(
        of pieces: [CodePiece], at index: Int, _ macros: inout [String: Macro], _ seen: inout Set<Int>,
        _ texts: inout [String: [CodePiece]], depth: Int
    ) {
        guard depth < 12 else { return }
        for piece in pieces {
            guard case .directive("include", let tokens, _) = piece, let name = Self.headerName(tokens),
                let header = find(name, from: index)
            else { continue }
            let text = self.pieces(header)
            if !files[header].isHeader {
                texts[name] = text
                continue
            }
            guard seen.insert(header).inserted else { continue }
            addMacros(of: text, at: header, &macros, &seen, &texts, depth: depth + 1)
            for piece in text {
                if case .directive("define", let tokens, _) = piece, let macro = Macro(tokens),
                    macros[macro.name] == nil
                {
                    macros[macro.name] = macro
                }
            }
        }
    }

    private static func headerName(_ tokens: [CodeToken]) -> String? {
        guard let first = tokens.first else { return nil }
        if let name = first.literal { return name }
        guard first.isSymbol("<") else { return nil }
        return tokens.dropFirst().prefix { !$0.isSymbol(">") }.map(\.text).joined()
    }

    /// The file that `name` means: of those that end so, the one that shares the longest beginning with the includer's path.
    private func find(_ name: String, from index: Int) -> Int? {
        guard let last = name.split(separator: "/").last, let candidates = headersByName[last] else { return nil }
        let own = Array(files[index].path.utf8)
        let shared = { (other: Int) in zip(own, files[other].path.utf8).prefix { $0 == $1 }.count }
        return candidates.filter { files[$0].path == name || files[$0].path.hasSuffix("/" + name) }.max {
            shared($0) < shared($1)
        }
    }
}
