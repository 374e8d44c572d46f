import SyscallTable
import Testing

@Suite("The names of a call")
struct SyscallTests {
    private func call(_ row: String) throws -> Syscall {
        try #require(table("0\tAUE_NULL\t\(row)\n").calls.first)
    }

    @Test(
        "bring a prefix that tells its age",
        arguments: [
            ("STD", "lamp"), ("COMPAT", "olamp"), ("COMPAT4", "freebsd4_lamp"), ("COMPAT14", "freebsd14_lamp"),
            ("OBSOL", "obs_lamp"), ("UNIMPL", "unimp_lamp"), ("RESERVED", "reserved #lamp"),
            ("COMPAT11|OBSOL", "obs_lamp"),
        ]
    )
    func symbol(kinds: String, symbol: String) throws {
        #expect(try call("\(kinds)\tlamp").symbol == symbol)
    }

    @Test(
        "give the handler its own",
        arguments: [
            ("lamp", "sys_lamp"), ("nosys", "nosys"), ("lkmnosys", "lkmnosys"), ("sysarch", "sysarch"),
            ("freebsd32_lamp", "freebsd32_lamp"), ("linux_lamp", "linux_lamp"), ("nosyslamp", "sys_nosyslamp"),
        ]
    )
    func handler(name: String, handler: String) throws {
        #expect(try call("STD\t\(name)").handler == handler)
    }

    @Test(
        "stand in syscall.h or not",
        arguments: [
            ("STD", true), ("NOSTD", true), ("SYSMUX", true), ("NOARGS", true), ("NODEF", false), ("COMPAT", false),
            ("COMPAT6", false), ("COMPAT7", true), ("COMPAT|STD", true), ("OBSOL", false), ("UNIMPL", false),
            ("RESERVED", false), ("STD|NODEF", false),
        ]
    )
    func numberSymbol(kinds: String, expected: Bool) throws {
        #expect(try call("\(kinds)\tlamp").hasNumberSymbol == expected)
    }

    @Test(
        "tell a loadable slot by its handler",
        arguments: [("NODEF|NOTSTATIC", true), ("OBSOL", false), ("COMPAT11", false)])
    func loadable(kinds: String, expected: Bool) throws {
        #expect(try call("\(kinds)\tlkmnosys lkmnosys nosys_args int").isLoadable == expected)
    }
}
