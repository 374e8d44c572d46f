import SyscallTable
import Testing

@Suite("Another name for a number") struct NumberAliasTests {
    private func aliases(_ extra: String, prefix: String = "SYS_", generator: Generator = .modular) -> [String] {
        let configuration = "syscallprefix=\"\(prefix)\"\nsyshdr_extra=\"\(extra)\"\n"
        let text = entry(0, "STD", "_exit") + entry(1, "COMPAT14", "lamp") + "2\tAUE_NULL\tOBSOL\tdoor\n"
        let table = table(text, configuration: configuration, generator: generator)
        return table.numberAliases.map { "\($0.name) = \($0.symbol)" }
    }

    @Test("is one that syshdr_extra defines as the symbol of a call")
    func defined() {
        #expect(aliases("#define SYS_exit SYS__exit") == ["exit = _exit"])
        #expect(aliases("#define \tSYS_exit\tSYS__exit") == ["exit = _exit"])
        #expect(aliases("#define A_light A_freebsd14_lamp", prefix: "A_") == ["light = freebsd14_lamp"])
    }

    @Test(
        "is nothing else that stands there",
        arguments: [
            "", "#define SYS_exit 0", "#define SYS_exit SYS_door", "#define EXIT SYS__exit",
            "#define SYS_exit SYS_none",
            "#define SYS_exit(a) SYS__exit", "#include <sys/more.h>", "#define SYS_exit SYS__exit /* x */",
        ])
    func none(extra: String) {
        #expect(aliases(extra) == [])
    }

    @Test("is known to the modular generator alone", arguments: [Generator.shell, .lua13, .lua14])
    func editions(generator: Generator) {
        #expect(aliases("#define SYS_exit SYS__exit", generator: generator) == [])
    }
}
