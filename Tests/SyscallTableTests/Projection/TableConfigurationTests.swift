import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

@Suite("The configuration of a table")
struct TableConfigurationTests {
    private func configuration(_ text: String) -> TableConfiguration {
        TableConfiguration(.parse(Array(text.utf8), path: "c"), generator: .modular)
    }

    @Test("is the generator's own where there is no file")
    func absent() {
        let configuration = TableConfiguration(nil, generator: .modular)
        #expect(configuration["syssw"] == "init_sysent.c")
        #expect(configuration.compatOptions.map(\.level) == [3, 4, 6, 7, 10, 11, 12, 13, 14])
        #expect(configuration.abiFlags == [])
        #expect(configuration.findings == [])
    }

    @Test("lays the file over it")
    func laid() {
        let configuration = configuration("syssw=\"lamps.c\"\nsyssw=\"oil.c\"\nunheard_of=1\n")
        #expect(configuration["syssw"] == "oil.c")
        #expect(configuration["sysnames"] == "syscalls.c")
        #expect(configuration["unheard_of"] == "1")
        #expect(configuration["never set"] == "")
    }

    @Test("splits its lists")
    func lists() {
        let configuration = configuration(
            "abi_flags=\"pair_64bit|long_size\"\nobsol=\"a  b\"\nunimpl=\"\"\nsyscall_abi_change=\"c\"\n"
                + "syscall_no_abi_change=\"d e\"\nmincompat=11\n"
        )
        #expect(configuration.abiFlags == ["pair_64bit", "long_size"])
        #expect(configuration.pairsWideArguments)
        #expect(configuration.obsolete == ["a", "b"])
        #expect(configuration.unimplemented == [])
        #expect(configuration.abiChange == ["c"])
        #expect(configuration.noAbiChange == ["d", "e"])
        #expect(configuration.lowestCompat == 11)
    }

    @Test("without a compat set has no levels")
    func noCompat() {
        let configuration = configuration("compat_set=\"\"\n")
        #expect(configuration.compatOptions == [])
        #expect(configuration.compatOption(11) == nil)
        #expect(configuration.findings == [])
    }
}
