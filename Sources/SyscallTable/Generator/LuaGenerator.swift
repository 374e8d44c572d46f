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
        reader.compareCode(with: [file: GeneratorSource.knownLua])
        return (generator, reader.findings)
    }
}
