import Findings
import SyscallTable
import TestSupport
import Testing

@Suite("A tree's own generator")
struct GeneratorTests {
    @Test("brings its defaults, over the built-in ones")
    func defaults() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        #expect(generator.defaults["sysnames"] == "names.c")
        #expect(generator.defaults["compat_set"] == "lamps")
        #expect(generator.defaults["mincompat"] == "0")
        #expect(generator.defaults["syshdr"] == Generator.modular.defaults["syshdr"])
        #expect(generator.defaults["syshdr_extra"] == nil)
    }

    @Test("brings its ABI flags, and nothing is left of the built-in ones")
    func flags() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        #expect(generator.abiFlags.map(\.name) == ["bright", "dim"])
        #expect(generator.abiFlags.map { $0.patterns.map(\.source) } == [[], ["_Dim_", "^dim_t$"]])
    }

    @Test("brings its compat sets, spelled out or abbreviated")
    func compatSets() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        #expect(generator.compatSets.keys.sorted() == ["lamps", "none"])
        let options = generator.compatSets["lamps"] ?? []
        #expect(options.map(\.definition) == ["COMPAT_OIL", "COMPAT_FREEBSD9"])
        #expect(options.map(\.level) == [3, 9])
        #expect(options.map(\.flag) == ["COMPAT", "COMPAT9"])
        #expect(options.map(\.prefix) == ["o", "freebsd9_"])
        #expect(options.map(\.description) == ["oil", "freebsd9"])
    }

    @Test("brings its kinds and its 64-bit types")
    func kinds() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        #expect(generator.kinds == ["STD", "RESERVED", "UNIMPL", "OBSOL", "GLOWING"])
        #expect(generator.wideTypes.map(\.source) == ["^lumen_t[ ]*$", "^off_t[ ]*$"])
    }

    @Test("makes a table by a compat set that it adds")
    func addedCompatSet() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        let table = table(entry(0, "COMPAT9"), generator: generator)
        #expect(table.findings.lines == [])
        #expect(table.calls.map(\.symbol) == ["freebsd9_call"])
    }

    @Test("makes a table by an ABI flag that it adds")
    func addedFlag() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        let text = entry(0, "STD", "call", "_Dim_ int *a") + entry(1, "STD", "other", "int a")
        let table = table(text, configuration: "abi_flags=\"dim\"\nabi_func_prefix=\"dim_\"\n", generator: generator)
        #expect(table.findings.lines == [])
        #expect(table.calls.map(\.name) == ["dim_call", "other"])
        #expect(table.calls[0].abi.reasons == [.argument(name: "a", flag: "dim", pattern: "_Dim_")])
    }

    @Test("splits a 64-bit type that it adds")
    func addedWideType() {
        var generator = Generator.reading(SmallGenerator.source()).generator
        generator.abiFlags = Generator.modular.abiFlags
        let text = entry(0, "STD", "call", "int a", "lumen_t b")
        let table = table(text, configuration: "abi_flags=\"pair_64bit\"\n", generator: generator)
        #expect(table.calls[0].arguments.map(\.name) == ["a", "_pad", "b1", "b2"])
    }

    @Test("may have a kind that nobody knows: it is accepted, and means nothing")
    func addedKind() {
        let generator = Generator.reading(SmallGenerator.source()).generator
        #expect(table(entry(0, "STD|GLOWING"), generator: generator).findings.lines == [])
        #expect(table(entry(0, "STD|GLOWING")).findings.rules == ["unknown-kind"])
    }

    @Test("is reported where its code is not that of a known edition")
    func changedCode() {
        let findings = Generator.reading(SmallGenerator.source()).findings
        let code = findings.filter { $0.message.hasPrefix("the generator's code is not that of a known edition") }
        #expect(
            code.map { $0.location?.path } == ["tools/config.lua", "tools/core/syscall.lua", "tools/tools/util.lua"])
        #expect(Set(findings.rules) == ["unknown-generator"])
        #expect(!findings.hasErrors)
    }

    @Test("is reported where a file is missing or unknown")
    func files() {
        var files = SmallGenerator.source().files
        files["scripts/lamps.lua"] = Array("return {}".utf8)
        let findings = Generator.reading(GeneratorSource(files: files, directory: "tools")).findings
        #expect(
            findings.lines.contains {
                $0.hasPrefix("tools/scripts/lamps.lua:1:1: warning: the generator has a file that no known edition has")
            })
        #expect(
            findings.lines.contains {
                $0.hasPrefix("tools/main.lua:1:1: warning: the generator lacks this file of the known editions")
            })
    }

    /// Data are not code: the fingerprint of a file does not move with them.
    @Test("has the same code whatever its data are")
    func dataAreNotCode() {
        func code(_ config: String) -> [String] {
            Generator.reading(SmallGenerator.source(config: config)).findings.filter {
                $0.location?.path == "tools/config.lua"
            }.map(\.message)
        }
        let other = SmallGenerator.config
            .replacing("dim = { \"_Dim_\", \"^dim_t$\" },", with: "dim = { \"_Faint_\" }, gleam = { },")
            .replacing(
                "{ stdcompat = \"FREEBSD9\" },", with: "{ stdcompat = \"FREEBSD9\" }, { stdcompat = \"FREEBSD99\" },"
            )
            .replacing("names.c", with: "other.c")
        #expect(code(other) == code(SmallGenerator.config))
        #expect(code(SmallGenerator.config + "\nprint(1)") != code(SmallGenerator.config))
    }

    @Test("that computes its data leaves the built-in ones in place, and is reported")
    func computed() {
        let config = SmallGenerator.config.replacing("{ \"_Dim_\", \"^dim_t$\" }", with: "make_flags()")
        let (generator, findings) = Generator.reading(SmallGenerator.source(config: config))
        #expect(generator.abiFlags == Generator.modular.abiFlags)
        #expect(findings.contains { $0.message.contains("computes 'config . known_abi_flags ='") })
    }

    @Test("without the data where they are expected leaves the built-in ones in place, and is reported")
    func missing() {
        let (generator, findings) = Generator.reading(SmallGenerator.source(config: "return {}"))
        #expect(generator.compatSets == Generator.modular.compatSets)
        #expect(findings.contains { $0.message.contains("are not where they are expected") })
    }

    @Test("with a pattern that is not understood is reported")
    func pattern() {
        let config = SmallGenerator.config.replacing("\"_Dim_\"", with: "\"(_Dim_)\"")
        let (generator, findings) = Generator.reading(SmallGenerator.source(config: config))
        #expect(generator.abiFlags.last?.patterns.map(\.source) == ["^dim_t$"])
        #expect(findings.contains { $0.message.hasPrefix("the pattern '(_Dim_)' is not understood") })
    }

    @Test("with a compat option that is not understood is reported")
    func compatOption() {
        let config = SmallGenerator.config.replacing("stdcompat = \"FREEBSD9\"", with: "stdcompat = \"FREEBSD\"")
        let (generator, findings) = Generator.reading(SmallGenerator.source(config: config))
        #expect(generator.compatSets["lamps"]?.count == 1)
        #expect(findings.contains { $0.message.hasPrefix("a compat option is not understood") })
    }
}
