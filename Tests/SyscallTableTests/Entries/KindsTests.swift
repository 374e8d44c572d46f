import SyscallTable
import Testing

@Suite("The kinds of a row")
struct KindsTests {
    @Test(
        "give its level, the strongest first",
        arguments: [
            ("STD", Kinds.Level.native), ("NODEF|NOTSTATIC", .native), ("CAPENABLED", .native), ("SYSMUX", .native),
            ("COMPAT", .compat(3)), ("COMPAT11|STD", .compat(11)), ("COMPAT4|NOSTD", .compat(4)),
            ("OBSOL", .obsolete), ("OBSOL|COMPAT11", .obsolete), ("UNIMPL", .none), ("RESERVED", .none),
            ("RESERVED|OBSOL", .none), ("UNIMPL|COMPAT", .none),
        ]
    )
    func level(kinds: String, level: Kinds.Level) {
        #expect(master("0\tAUE_NULL\t\(kinds)\tname\n").rows.map(\.kinds.level) == [level])
    }

    @Test("are all those that the built-in generator knows")
    func known() {
        let unknown = Generator.modular.kinds.filter { Kinds.Flags.named($0) == nil }
        #expect(unknown == [])
        #expect(Kinds.Flags.named("COMPAT") == nil)
        #expect(Kinds.Flags.named("std") == nil)
    }

    @Test("may repeat")
    func repeated() {
        let master = master("0\tAUE_NULL\tSTD|STD|COMPAT7|COMPAT7\tname\n")
        #expect(master.findings == [])
        #expect(master.rows.map(\.kinds.compat) == [7])
    }
}
