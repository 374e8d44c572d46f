import Compat32
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

/// What a generator has to be told.
@Suite("Compat32: hunks for the generator") struct HunkTests {
    private func tree(_ rows: String = "") throws -> CallTree {
        var tree = try CallTree(.fifteen)
        tree.carryGenerator()
        tree["sys/kern/syscalls.master"] = (tree["sys/kern/syscalls.master"] ?? "") + rows
        return tree
    }

    private func lamp(_ kinds: String) -> String {
        "1\tAUE_NULL\t\(kinds) {\n\t\tint shade(\n\t\t    uint64_t colour\n\t\t);\n\t}\n"
    }

    @Test("A type of 64 bits joins the list of the generator, which then splits it")
    func wideType() throws {
        let before = try tree()
        let plan = try CompatPlan.make(call("int lamp(int fd, uint64_t oil)"), in: TreeTables.load(before.tree.view))
        #expect(
            plan.hunks.map(\.path.string) == ["sys/tools/syscalls/tools/util.lua", "sys/tools/syscalls/config.lua"])
        #expect(plan.arguments[1].passage == .split(padded: true))
        let after = try before.adding(plan)
        #expect(
            after["sys/tools/syscalls/tools/util.lua"]?.contains(
                """
                \t    type:find("^off_t[ ]*$") or
                \t    type:find("^uint64_t[ ]*$")
                end
                """) == true)
        #expect(
            after["sys/tools/syscalls/config.lua"]?.contains(
                """
                \t\t"^off_t[ ]*$",
                \t\t"^uint64_t[ ]*$",
                \t},
                """) == true)
        #expect(after["sys/compat/freebsd32/freebsd32_proto.h"]?.contains("uint32_t oil2;") == true)
    }

    @Test("A type is not added when another call would need a function that nobody has written")
    func otherCall() throws {
        let tables = try TreeTables.load(tree(lamp("STD")).tree.view)
        let refusal = #expect(throws: Refusal.self) { try CompatPlan.make(call("int lamp(uint64_t oil)"), in: tables) }
        #expect(
            refusal?.findings.lines == [
                "sys/kern/syscalls.master:5:1: error: with that type in the generator's list, shade would need the handler freebsd32_shade as well; use off_t, or pass the value by its address [wide-argument]"
            ])
    }

    @Test("A call of a module brings its own function, and is no obstacle")
    func module() throws {
        let tables = try TreeTables.load(tree(lamp("NOSTD")).tree.view)
        #expect(try CompatPlan.make(call("int lamp(uint64_t oil)"), in: tables).hunks.count == 2)
    }

    @Test("A type that is used twice is added once, and two types are both added")
    func types() throws {
        let tables = try TreeTables.load(tree().tree.view)
        #expect(try CompatPlan.make(call("int lamp(uint64_t a, uint64_t b)"), in: tables).hunks.count == 2)
        #expect(try CompatPlan.make(call("int lamp(uint64_t a, int64_t b)"), in: tables).hunks.count == 4)
    }

    @Test("A tree without a generator cannot be told a type")
    func noGenerator() throws {
        let tables = try CallTree(.fifteen).tables()
        let refusal = #expect(throws: Refusal.self) { try CompatPlan.make(call("int lamp(uint64_t oil)"), in: tables) }
        #expect(refusal?.findings.rules == ["wide-argument"])
    }

    @Test(
        "What no declaration shows is listed in the configuration, with the reason",
        arguments: [
            ("off_t lamp(int fd)", "# lamp - a result of 64 bits is returned in two registers\n"),
            ("int lamp(ssize_t way)", "# lamp - way is signed and needs its sign extended\n"),
        ]
    )
    func listed(declaration: String, comment: String) throws {
        for release in [Release.fourteen, .fifteen] {
            let before = try CallTree(release)
            let plan = try CompatPlan.make(call(declaration), in: before.tables())
            let after = try before.adding(plan)
            #expect(
                after["sys/compat/freebsd32/syscalls.conf"]?.contains(
                    comment + "syscall_abi_change=\"other lamp\"\n") == true)
            #expect(plan.needsWrapper)
        }
    }

    @Test(
        "A configuration without such a list gets one",
        arguments: ["", "syscall_abi_change=\"\"\n", "syscall_abi_change=other # why\n"])
    func newList(old: String) throws {
        var tree = try CallTree(.fifteen)
        let path = "sys/compat/freebsd32/syscalls.conf"
        let text = (tree[path] ?? "").replacing("syscall_abi_change=\"other\"\n", with: old)
        tree[path] = text
        let after = try tree.adding(CompatPlan.make(call("off_t lamp(int fd)"), in: tree.tables()))
        let line = after[path]?.split(separator: "\n").last { $0.hasPrefix("syscall_abi_change") }
        #expect(
            line == (old.contains("other") ? "syscall_abi_change=\"other lamp\" # why" : "syscall_abi_change=\"lamp\""))
    }

    @Test("A call that its configuration exempts stays exempted")
    func exempted() throws {
        var tree = try CallTree(.fifteen)
        let path = "sys/compat/freebsd32/syscalls.conf"
        tree[path] = (tree[path] ?? "") + "syscall_no_abi_change=\"lamp\"\n"
        let plan = try CompatPlan.make(call("int lamp(long way)"), in: tree.tables())
        #expect(!plan.needsWrapper)
        #expect(plan.hunks == [])
    }
}
