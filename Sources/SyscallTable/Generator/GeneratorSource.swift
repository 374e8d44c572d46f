import Edits
import Findings
import SyscallSyntax

/// A generator's source as a tree carries it.
public struct GeneratorSource: Sendable {
    /// The files by their path below the generator's directory, such as `core/scarg.lua`.
    public let files: [String: [UInt8]]
    /// The generator's directory, as findings name it.
    public let directory: String

    /// Names the files of a generator.
    public init(files: [String: [UInt8]], directory: String) {
        self.files = files
        self.directory = directory
    }
}

extension Generator {
    /// The data that a modular generator's own source defines: settings and compat sets and ABI flags of `config.lua`,
    /// 64-bit types of `tools/util.lua`, kinds of `core/syscall.lua`.
    ///
    /// Data that cannot be read keep the built-in values, with a warning; so does code that is not the code of a known
    /// edition, because the companions that it makes may differ from those that are made here.
    public static func reading(_ source: GeneratorSource) -> (generator: Generator, findings: [Finding]) {
        var generator = Generator.modular
        var reader = GeneratorReader(source: source)
        if let settings = reader.table("config.lua", [.name("local"), .name("config"), .symbol("=")]) {
            for field in settings.fields {
                if let key = field.key, let value = field.value.text { generator.defaults[key] = value }
            }
        }
        let flagsStatement: [LuaToken] = [.name("config"), .symbol("."), .name("known_abi_flags"), .symbol("=")]
        if let flags = reader.table("config.lua", flagsStatement) {
            generator.abiFlags = flags.fields.compactMap { field in
                field.key.map {
                    AbiFlag(name: $0, patterns: reader.patterns(field.value.fields.map(\.value), in: "config.lua"))
                }
            }.sorted { $0.name < $1.name }
        }
        if let sets = reader.table("config.lua", [.name("local"), .name("compat_option_sets"), .symbol("=")]) {
            generator.compatSets = [:]
            for set in sets.fields {
                guard let name = set.key else { continue }
                generator.compatSets[name] = set.value.fields.compactMap { reader.compatOption($0.value) }
            }
        }
        let kindsStatement: [LuaToken] = [
            .name("syscall"), .symbol("."), .name("known_flags"), .symbol("="), .name("util"), .symbol("."),
            .name("set"),
        ]
        if let kinds = reader.table("core/syscall.lua", kindsStatement) {
            generator.kinds = Set(kinds.fields.compactMap(\.value.text))
        }
        let wide = reader.strings("tools/util.lua", inFunction: "is64bitType")
        if !wide.isEmpty {
            generator.wideTypes = reader.patterns(wide.map(LuaValue.string), in: "tools/util.lua")
        }
        reader.compareCode(with: GeneratorSource.knownCode)
        return (generator, reader.findings)
    }
}

/// Takes the data out of a generator's source; what is left of it is its code.
struct GeneratorReader {
    let source: GeneratorSource
    var tokens: [String: [LuaToken]] = [:]
    var findings: [Finding] = []

    init(source: GeneratorSource) {
        self.source = source
        for (path, bytes) in source.files { tokens[path] = LuaToken.lex(bytes) }
    }

    private mutating func warn(_ file: String, _ message: String) {
        let place = Location(path: source.directory + "/" + file, line: 1, column: 1)
        findings.append(Finding(.warning, "unknown-generator", at: place, message))
    }

    /// The table constructor behind `statement`, which is taken out of the file's tokens.
    mutating func table(_ file: String, _ statement: [LuaToken]) -> LuaValue? {
        guard let code = tokens[file] else { return nil }
        let starts = code.indices.filter { code[$0...].starts(with: statement) }
        guard let start = starts.first else {
            warn(file, "the generator's data '\(statement.summary)' are not where they are expected")
            return nil
        }
        let first = start + statement.count
        var end = first
        guard let value = LuaValue.read(code, at: &end) else {
            warn(file, "the generator computes '\(statement.summary)'; the built-in data are used")
            return nil
        }
        tokens[file]?.removeSubrange(first..<end)
        return value
    }

    /// The string constants of the function `name`, which are taken out of the file's tokens.
    mutating func strings(_ file: String, inFunction name: String) -> [String] {
        guard let code = tokens[file],
            let start = code.firstIndex(of: .name(name)),
            let end = code[start...].firstIndex(of: .name("end"))
        else { return [] }
        tokens[file]?.removeSubrange(start..<end)
        return code[start..<end].compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    mutating func patterns(_ values: [LuaValue], in file: String) -> [LuaPattern] {
        values.compactMap { value in
            let text = value.text ?? ""
            guard let pattern = LuaPattern(text) else {
                warn(file, "the pattern '\(text)' is not understood and will not match")
                return nil
            }
            return pattern
        }
    }

    mutating func compatOption(_ value: LuaValue) -> CompatOption? {
        if let name = value["stdcompat"]?.text, let option = CompatOption(standard: name) { return option }
        guard let definition = value["definition"]?.text, case .number(let level)? = value["compatlevel"],
            let flag = value["flag"]?.text, let prefix = value["prefix"]?.text, let description = value["descr"]?.text
        else {
            warn(source.files.keys.sorted()[0], "a compat option is not understood and left out")
            return nil
        }
        return CompatOption(definition: definition, level: level, flag: flag, prefix: prefix, description: description)
    }

    /// Compares what is left of the files, the code, with the code of the known editions.
    mutating func compareCode(with knownCode: [String: Set<UInt64>]) {
        for file in tokens.keys.sorted() {
            let fingerprint = tokens[file, default: []].fingerprint
            guard let known = knownCode[file] else {
                warn(file, "the generator has a file that no known edition has; its output may differ")
                continue
            }
            if !known.contains(fingerprint) {
                let code = String(fingerprint, radix: 16)
                warn(file, "the generator's code is not that of a known edition (\(code)); its output may differ")
            }
        }
        for file in knownCode.keys.sorted() where tokens[file] == nil {
            warn(file, "the generator lacks this file of the known editions; its output may differ")
        }
    }
}

extension Sequence<LuaToken> {
    fileprivate var summary: String {
        map {
            switch $0 {
            case .name(let text), .number(let text), .symbol(let text): text
            case .string(let text): "\"\(text)\""
            }
        }.joined(separator: " ")
    }

    /// A digest that tells code apart; FNV-1a, because nobody forges a generator against us.
    fileprivate var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        for token in self {
            switch token {
            case .name(let text):
                add([1])
                add(text.utf8)
            case .string(let text):
                add([2])
                add(text.utf8)
            case .number(let text):
                add([3])
                add(text.utf8)
            case .symbol(let text):
                add([4])
                add(text.utf8)
            }
        }
        return hash
    }
}
