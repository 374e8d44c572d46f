import Findings
import SyscallSyntax

extension Generator {
    /// The data of a `makesyscalls.lua`, read from its source. Nothing of it is run.
    ///
    /// The generator of FreeBSD 14 is told from that of 13 by its compat sets.
    public static func reading(lua source: [UInt8], path: String) -> (generator: Generator, findings: [Finding]) {
        let file = path.utf8.split(separator: 0x2F).last.map { String(decoding: $0, as: UTF8.self) } ?? path
        let directory = String(decoding: path.utf8.dropLast(file.utf8.count + 1), as: UTF8.self)
        var reader = GeneratorReader(source: GeneratorSource(files: [file: source], directory: directory))
        let hasSets = reader.tokens[file, default: []].contains(.name("compat_option_sets"))
        var generator: Generator = hasSets ? .lua14 : .lua13
        if let settings = reader.table(file, [.name("local"), .name("config"), .symbol("=")]) {
            for field in settings.fields {
                if let key = field.key, let value = field.value.text { generator.defaults[key] = value }
            }
        }
        if let flags = reader.table(file, [.name("local"), .name("known_abi_flags"), .symbol("=")]) {
            generator.abiFlags = flags.fields.compactMap { field in
                guard let name = field.key else { return nil }
                let patterns = field.value["exprs"]?.fields.map(\.value) ?? field.value["expr"].map { [$0] } ?? []
                return AbiFlag(name: name, patterns: reader.patterns(patterns, in: file))
            }.sorted { $0.name < $1.name }
        }
        if let kinds = reader.table(file, [.name("local"), .name("known_flags"), .symbol("=")]) {
            generator.kinds = Set(kinds.fields.compactMap(\.key))
        }
        if hasSets {
            if let sets = reader.table(file, [.name("local"), .name("compat_option_sets"), .symbol("=")]) {
                generator.compatSets = [:]
                for set in sets.fields {
                    guard let name = set.key else { continue }
                    generator.compatSets[name] = set.value.fields.compactMap { reader.compatOption($0.value) }
                }
            }
            let wide = reader.strings(file, inFunction: "is64bittype")
            if !wide.isEmpty { generator.wideTypes = reader.patterns(wide.map(LuaValue.string), in: file) }
        } else if let options = reader.table(file, [.name("local"), .name("compat_options"), .symbol("=")]) {
            generator.compatSets = ["native": options.fields.compactMap { reader.compatOption($0.value) }]
        }
        reader.tokens[file, default: []].read(into: &generator.particulars.format)
        reader.compareCode(with: [file: GeneratorSource.knownLua])
        return (generator, reader.findings)
    }
}

extension [LuaToken] {
    /// What shows in the texts that the generator writes, for a downstream one with other texts.
    fileprivate func read(into format: inout CompanionFormat) {
        let strings = compactMap { if case .string(let text) = $0 { text } else { nil } }
        let paragraphs = strings.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
        // `[[` leaves out the line feed behind it, which the lexer keeps.
        if let head = paragraphs.first(where: { $0.contains(" * System call prototypes.") }) {
            format.identification = head.contains(" * $%s$")
            format.prototypeIncludes = head.compactMap { line in
                guard line.hasPrefix("#include <"), line.hasSuffix(">"), !line.hasPrefix("#include <bsm/") else {
                    return nil
                }
                return String(line.dropFirst("#include <".count).dropLast())
            }
            if let pad = head.first(where: { $0.hasPrefix("#define\tPAD_(t)\t(sizeof(") }) {
                format.word = String(pad.dropFirst("#define\tPAD_(t)\t(sizeof(".count).prefix { $0 != ")" })
            }
        }
        if let head = paragraphs.first(where: { $0.contains("MIASM = ") }),
            let title = head.first(where: { !$0.isEmpty })
        {
            format.makefileTitle = String(title.drop { $0 == "#" || $0 == " " })
        }
        let find: [LuaToken] = [.name("funcname"), .symbol(":"), .name("find"), .symbol("(")]
        var prefixes: [String] = []
        for index in indices.dropLast(find.count) where self[index...].starts(with: find) {
            guard case .string(let pattern) = self[index + find.count], pattern.hasPrefix("^"), pattern != "^",
                pattern.utf8.dropFirst().allSatisfy(isIdentifier), !prefixes.contains(String(pattern.dropFirst()))
            else { continue }
            prefixes.append(String(pattern.dropFirst()))
        }
        if !prefixes.isEmpty { format.plainPrefixes = prefixes }
    }
}
