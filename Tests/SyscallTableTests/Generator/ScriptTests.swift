import Findings
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

@Suite("A makesyscalls.sh")
struct ShellScriptTests {
    private func read(_ lines: String...) -> Generator {
        Generator.reading(script: Array(lines.joined(separator: "\n").utf8), path: "s").generator
    }

    @Test("brings its compat levels and its output files")
    func data() {
        let generator = read("compat=COMPAT_OIL", "compat9=COMPAT_FREEBSD9", "syssw=\"lamps.c\"", "sysproto_h=_LAMPS_")
        let options = generator.compatSets["native"] ?? []
        #expect(options.map(\.definition) == ["COMPAT_OIL", "COMPAT_FREEBSD9"])
        #expect(options.map(\.level) == [3, 9])
        #expect(options.map(\.flag) == ["COMPAT", "COMPAT9"])
        #expect(generator.defaults["syssw"] == "lamps.c")
        #expect(generator.defaults["sysproto_h"] == "_LAMPS_")
    }

    @Test("joins prototypes where it has the label for it")
    func form() {
        #expect(read(":join").particulars.master.form == .continued(joinsPrototypes: false))
        #expect(read(":done_joining").particulars.master.form == .continued(joinsPrototypes: true))
    }

    @Test("shows where its calls of capability mode come from")
    func capabilities() {
        #expect(read("").particulars.configuration.capabilities == .none)
        #expect(
            read("if [ -r capabilities.conf ]; then").particulars.configuration.capabilities == .configurationOverFile)
        let file = "capabilities_conf=\"capabilities.conf\""
        #expect(read(file).particulars.configuration.capabilities == .fileOverConfiguration)
        let both = read(file, "if [ -n \"$capenabled\" ]; then")
        #expect(both.particulars.configuration.capabilities == .configurationElseFile)
    }

    @Test("shows how its companions look")
    func format() {
        let format = read(
            "printf \"#include <sys/lamp.h>\\n\" > sysarg",
            "printf \"#include <bsm/audit_kevents.h>\\n\\n\" > sysarg",
            "printf \"# FreeBSD lamp files.\\n\" > sysmk",
            "compat=COMPAT_43", "compat6=COMPAT_FREEBSD6", "compat7=COMPAT_FREEBSD7",
            "if (funcname == \"nosys\" || funcname ~ /^lamp/ || funcname ~ /^oil/) {",
            "printf(\"%s\\tsys_%s(struct thread *)\", rettype) > sysdcl",
            "if (flag(\"COMPAT\") || flag(\"COMPAT6\")) {",
            "printf(\"\\t\\t\\t\\t/* %d is %s %s */\\n\", syscall) > syshdr"
        ).particulars.format
        #expect(format.prototypeIncludes == ["sys/lamp.h"])
        #expect(format.makefileTitle == "FreeBSD lamp files.")
        #expect(format.plainPrefixes == ["lamp", "oil"])
        #expect(format.historicLevels == [3, 6])
        #expect(format.tag == "generated")
        #expect(!format.trace.results && !format.trace.userland && !format.trace.directives)
    }

    @Test("without sys_ calls every handler by its plain name")
    func plain() {
        #expect(read("printf(\"%s\\t%s(struct thread *)\") > sysdcl").particulars.format.plainPrefixes == nil)
    }

    @Test("is reported where it is none of the known ones, and comments do not count")
    func unknown() {
        let (_, findings) = Generator.reading(script: Array("echo\n# one\n".utf8), path: "s")
        let (_, others) = Generator.reading(script: Array("# two\necho\n".utf8), path: "s")
        #expect(findings.rules == ["unknown-generator"])
        #expect(findings == others)
    }
}

@Suite("A makesyscalls.lua")
struct LuaScriptTests {
    private let thirteen = """
        local config = {
            sysnames = "names.c",
            capenabled = {},
        }
        local known_abi_flags = {
            dim = { value = 0x00000001, expr = "_Dim_" },
        }
        local known_flags = { STD = 0x00000001, GLOWING = 0x00000002, }
        local compat_options = {
            { definition = "COMPAT_OIL", compatlevel = 3, flag = "COMPAT", prefix = "o", descr = "oil" },
            { stdcompat = "FREEBSD9" },
        }
        """

    @Test("of FreeBSD 13 brings its data")
    func data13() {
        let generator = Generator.reading(lua: Array(thirteen.utf8), path: "tools/makesyscalls.lua").generator
        #expect(generator.edition == .lua)
        #expect(generator.particulars == Generator.lua13.particulars)
        #expect(generator.defaults["sysnames"] == "names.c")
        #expect(generator.kinds == ["STD", "GLOWING"])
        #expect(generator.abiFlags.map { $0.patterns.map(\.source) } == [["_Dim_"]])
        #expect(generator.compatSets["native"]?.map(\.definition) == ["COMPAT_OIL", "COMPAT_FREEBSD9"])
    }

    @Test("of FreeBSD 14 is told by its compat sets")
    func data14() {
        let text =
            thirteen.replacing("local compat_options = {", with: "local compat_option_sets = { lamps = {")
            .replacing("expr = \"_Dim_\"", with: "exprs = { \"_Dim_\", \"^dim_t\" }") + "\n}\n"
            + "local function is64bittype(type) return type:find(\"^lumen_t$\") end\n"
        let generator = Generator.reading(lua: Array(text.utf8), path: "tools/makesyscalls.lua").generator
        #expect(generator.particulars == Generator.lua14.particulars)
        #expect(generator.compatSets.keys.sorted() == ["lamps"])
        #expect(generator.abiFlags.map { $0.patterns.map(\.source) } == [["_Dim_", "^dim_t"]])
        #expect(generator.wideTypes.map(\.source) == ["^lumen_t$"])
    }

    @Test("brings the texts that it writes")
    func texts() {
        let text =
            thirteen + """

                write_line("sysarg", [[/*
                 * System call prototypes.
                 */
                #include <sys/lamp.h>
                #include <bsm/audit_kevents.h>
                #define\tPAD_(t)\t(sizeof(lamp_t) <= sizeof(t) ? 0 : 1)
                ]])
                write_line("sysmk", [[# Lamp files.
                MIASM = ]])
                if funcname:find("^" .. prefix) or funcname:find("^lamp") then return end
                """
        let format = Generator.reading(lua: Array(text.utf8), path: "m").generator.particulars.format
        #expect(!format.identification)
        #expect(format.prototypeIncludes == ["sys/lamp.h"])
        #expect(format.word == "lamp_t")
        #expect(format.makefileTitle == "Lamp files.")
        #expect(format.plainPrefixes == ["lamp"])
    }

    @Test("is reported where its code is not that of a known release")
    func unknown() {
        let findings = Generator.reading(lua: Array(thirteen.utf8), path: "tools/makesyscalls.lua").findings
        #expect(findings.rules == ["unknown-generator"])
        #expect(findings.first?.location?.path == "tools/makesyscalls.lua")
    }
}

@Suite("The names that a pattern finds in a master")
struct NamePatternNamesTests {
    @Test("are the last of each line, whole words alone")
    func names() throws {
        let line = #"capenabled=`sed -n -e 's/.*\<\(lamp[0-9]*_[a-z_]*\)\>.*/\1/p' $1 | tr '\n' ','`"#
        let setting = ConfigurationSyntax.parse(Array(line.utf8), path: "c", dialect: .shell)["capenabled"]
        let pattern = try #require(setting?.names)
        let master = "int lamp_a(int lamp_b);\nint xlamp_c;\nlamp32_d lamp_E\nlamp_\n"
        #expect(pattern.names(in: Array(master.utf8)) == ["lamp_b", "lamp32_d", "lamp_"])
    }
}
