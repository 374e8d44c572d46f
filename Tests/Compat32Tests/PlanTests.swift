import Compat32
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

/// What a plan says about each argument, and by which rule.
@Suite("Compat32: plans") struct PlanTests {
    private func plan(_ declaration: String, _ types: String = "", on release: Release = .fifteen) throws -> CompatPlan
    {
        try CompatPlan.make(
            call(declaration), in: CallTree(release).tables(), declarations: .parse(Array(types.utf8), path: "types"))
    }

    @Test(
        "A value passes by its width and its sign",
        arguments: [
            ("int", CompatPlan.Passage.asIs), ("u_int", .asIs), ("mode_t", .asIs), ("pid_t", .asIs), ("int8_t", .asIs),
            ("size_t", .zeroExtended), ("u_long", .zeroExtended), ("uintptr_t", .zeroExtended),
            ("caddr_t", .zeroExtended), ("long", .signExtended), ("ssize_t", .signExtended), ("key_t", .signExtended),
            ("off_t", .split(padded: false)), ("id_t", .split(padded: false)), ("dev_t", .split(padded: false)),
        ]
    )
    func values(type: String, passage: CompatPlan.Passage) throws {
        for release in Release.allCases {
            let plan = try plan("int lamp(\(type) oil)", on: release)
            #expect(plan.arguments.map(\.passage) == [passage], "\(release)")
            let needsWrapper = passage != .asIs && passage != .zeroExtended
            #expect(plan.needsWrapper == needsWrapper, "\(release)")
            #expect((plan.wrapper != nil) == needsWrapper, "\(release)")
        }
    }

    @Test("A call that is the same for all has no function of its own, and a row that says so up to FreeBSD 13")
    func shared() throws {
        let declaration = "int lamp(int fd, _In_z_ const char *path, _Out_writes_bytes_(len) void *buf, size_t len)"
        for release in Release.allCases {
            let plan = try plan(declaration, on: release)
            #expect(!plan.needsWrapper)
            #expect(plan.wrapper == nil)
            #expect(plan.layoutDefinitions == [])
            #expect(plan.hunks == [])
            #expect(plan.row?.kinds == (release.projects ? nil : ["NOPROTO"]))
            #expect(plan.row?.name == (release.projects ? nil : "lamp"))
        }
    }

    @Test("The row of a 32-bit master has the halves, and padding where pairs are aligned")
    func row() throws {
        let row = try #require(
            try plan(
                "int lamp(int fd, off_t off, long way, _Out_ _Contains_long_ size_t *n, uint64_t oil)", on: .thirteen
            ).row)
        #expect(row.kinds == ["STD"])
        #expect(row.name == "freebsd32_lamp")
        #expect(
            row.arguments.map(\.bare) == [
                "int fd", "uint32_t off1", "uint32_t off2", "int32_t way", "uint32_t *n", "uint32_t oil1",
                "uint32_t oil2",
            ])
        #expect(row.padded?.map(\.name) == ["fd", "pad", "off1", "off2", "way", "n", "oil1", "oil2"])
    }

    @Test("Two words of padding in one row have two names")
    func twoPads() throws {
        let row = try plan("int lamp(int a, off_t b, int c, off_t d)", on: .twelve).row
        #expect(
            row?.padded?.map(\.name) == ["a", "pad", "b1", "b2", "c", "pad2", "d1", "d2"])
    }

    @Test("A pair says whether a word of padding stands ahead of it", arguments: Release.allCases)
    func padding(release: Release) throws {
        let odd = try plan("int lamp(int fd, off_t off)", on: release)
        #expect(odd.arguments[1].passage == .split(padded: true))
        let even = try plan("int lamp(int fd, int way, off_t off)", on: release)
        #expect(even.arguments[2].passage == .split(padded: false))
    }

    @Test("A tree without a 32-bit table needs nothing for 32-bit programs")
    func noTable() throws {
        let tables = try TreeTables.load(
            TableTree(["sys/kern/syscalls.master": "; Calls.\n0\tAUE_NULL\tRESERVED\n"]).view, as: .modular)
        let plan = try CompatPlan.make(call("off_t lamp(off_t off, long way)"), in: tables)
        #expect(!plan.needsWrapper)
        #expect(plan.wrapper == nil)
        #expect(plan.arguments.map(\.passage) == [.split(padded: false), .signExtended])
    }

    @Test("The 32-bit layout of a structure that the tree has is used, and no other defined")
    func existingLayout() throws {
        let plan = try plan("int lamp(_In_ _Contains_long_timet_ const struct timespec *ts)")
        #expect(plan.arguments[0].passage == .converted(layout: "struct timespec32"))
        #expect(plan.arguments[0].place?.path == "sys/compat/freebsd32/freebsd32.h")
        #expect(plan.layoutDefinitions == [])
    }

    @Test("Each verdict names the line of the tree in which its rule stands")
    func places() throws {
        var tree = try CallTree(.fifteen)
        tree.carryGenerator()
        let plan = try CompatPlan.make(
            call("off_t lamp(off_t off, long way, _In_ _Contains_long_ size_t *n, _Out_ _Contains_ptr_ void **p)"),
            in: TreeTables.load(tree.tree.view))
        let places = (plan.arguments + [plan.result]).map { "\($0.place?.path ?? "nowhere"):\($0.place?.line ?? 0)" }
        #expect(
            places == [
                "sys/tools/syscalls/tools/util.lua:4", "sys/tools/syscalls/config.lua:3",
                "sys/tools/syscalls/config.lua:5", "sys/tools/syscalls/config.lua:8",
                "sys/compat/freebsd32/freebsd32_misc.h:7",
            ])
    }
}

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

/// What cannot be planned, and what is missing.
@Suite("Compat32: refusals") struct RefusalTests {
    private func rules(_ declaration: String, _ types: String = "", on release: Release = .fifteen) throws -> [String] {
        let tables = try CallTree(release).tables()
        let call = try call(declaration)
        do {
            _ = try CompatPlan.make(call, in: tables, declarations: .parse(Array(types.utf8), path: "types"))
            return []
        } catch {
            return error.findings.rules
        }
    }

    @Test(
        "What is missing is named, and what cannot be is refused",
        arguments: [
            ("int lamp(struct genie *g)", "missing-annotation"),
            ("int lamp(_Outptr_result_maybenull_ char **p)", "missing-annotation"),
            ("int lamp(wick_t w)", "unknown-width"), ("wick_t lamp(int fd)", "unknown-width"),
            ("int lamp(struct genie g)", "unsupported-argument"), ("int lamp(double d)", "unsupported-argument"),
            ("int lamp(_In_ char ***p)", "unsupported-argument"),
            ("int lamp(_Out_ const int *p)", "unsupported-argument"),
            ("int lamp(_In_ _Contains_long_ struct genie *g)", "unknown-layout"),
            ("int lamp(_In_ _Contains_long_ void *g)", "unknown-layout"),
            ("int lamp(_In_reads_(n) _Contains_ptr_ struct genie **g, int n)", "unknown-layout"),
            ("int lamp(_In_reads_(n) _Contains_ptr_ struct timespec **g, int n)", "unsupported-argument"),
            ("int lamp(_In_reads_(m) _Contains_long_ long *g, int n)", "unknown-count"),
            ("int lamp(_In_reads_(*n) _Contains_long_ long *g, _Out_ int *n)", "unknown-count"),
            ("int lamp(_In_reads_bytes_(n) _Contains_long_ long *g, int n)", "unknown-count"),
            ("int lamp(_In_reads_(n/2) _Contains_long_ long *g, int n)", "unknown-count"),
            ("int lamp(_Out_z_ _Contains_ptr_ char **g)", "unknown-count"),
            ("int lamp(_In_ time_t *t)", "missing-contains"),
            ("int lamp(_In_ const struct timespec *t)", "missing-contains"),
            ("int lamp(time_t t)", "split-time"),
            ("int lamp(_Inout_ ssize_t *n)", "unprojectable-type"),
            ("int lamp(int a, off_t b, off_t c, off_t d, int e)", "argument-words"),
            ("int lamp(int a, int b, int c, int d, int e, int f, int g, int h, int i)", "argument-words"),
            ("int lamp(int a, off_t b, int c, off_t d)", "argument-collision"),
            ("int lamp(off_t a, int a1)", "argument-collision"),
            ("void lamp(_Out_ int *p)", "unsupported-argument"),
            ("void lamp(_In_reads_(n) _Contains_long_ const long *p, int n)", "unsupported-argument"),
        ]
    )
    func refused(declaration: String, rule: String) throws {
        #expect(try rules(declaration) == [rule])
    }

    @Test("No call returns a structure")
    func result() throws {
        let tables = try CallTree(.fifteen).tables()
        let refusal = #expect(throws: Refusal.self) {
            try CompatPlan.make(CallInterface("struct genie", "lamp", []), in: tables)
        }
        #expect(refusal?.findings.rules == ["unsupported-result"])
    }

    @Test("A declaration mends what was missing")
    func declared() throws {
        #expect(try rules("int lamp(wick_t w)", "typedef int32_t wick_t;") == [])
        #expect(try rules("int lamp(_In_ _Contains_long_ struct genie *g)", "struct genie { long wishes; };") == [])
    }

    @Test(
        "A structure whose layout cannot be told is refused with the reason",
        arguments: [
            ("struct genie { union { int a; long b; } u; };", "a member 'u'"),
            ("struct genie { u_int wishes : 3; };", "a member 'wishes'"),
            ("struct genie {\n#ifdef MAGIC\n\tlong wishes;\n#endif\n};", "depend on a condition"),
            ("struct genie { long wishes; } __packed;", "'__packed'"),
            ("struct genie { long wishes[MANY]; };", "[MANY] is no number"),
            ("struct genie { struct genie g; };", "contains itself"),
            ("struct genie { wish_t w; };", "wish_t is not declared"),
            ("struct genie { double d; };", "is no integer"),
            ("struct genie { long w; };\nstruct genie { int w; };", "defined twice"),
            ("typedef struct { long w; } genie_t;\nstruct genie { genie_t g; };", "has no tag"),
        ])
    func layouts(types: String, reason: String) throws {
        let tables = try CallTree(.fifteen).tables()
        let call = try call("int lamp(_In_ _Contains_long_ struct genie *g)")
        let refusal = #expect(throws: Refusal.self) {
            try CompatPlan.make(call, in: tables, declarations: .parse(Array(types.utf8), path: "types"))
        }
        #expect(refusal?.findings.rules == ["unknown-layout"])
        #expect(refusal?.findings[0].message.contains(reason) == true, "\(refusal?.findings[0].message ?? "")")
    }

    @Test("All that is wrong is said at once")
    func together() throws {
        #expect(
            try rules("int lamp(struct genie *g, wick_t w, double d)") == [
                "missing-annotation", "unknown-width", "unsupported-argument",
            ])
    }

    @Test("An own master takes what the projection cannot", arguments: [Release.twelve, .thirteen])
    func ownMaster(release: Release) throws {
        for declaration in [
            "int lamp(time_t t)", "int lamp(_Inout_ ssize_t *n)", "int lamp(int a, off_t b, int c, off_t d)",
            "int lamp(_In_ const struct timespec *t)",
        ] {
            #expect(try rules(declaration, on: release) == [])
        }
    }

    @Test("What is doubtful is said, and the plan made")
    func doubts() throws {
        let tables = try CallTree(.fifteen).tables()
        let types = Declarations.parse(Array("struct genie { int wishes; };".utf8), path: "types")
        let needless = try CompatPlan.make(
            call("int lamp(_In_ _Contains_long_ struct genie *g)"), in: tables, declarations: types)
        #expect(needless.findings.rules == ["needless-contains"])
        #expect(needless.wrapper?.contains("(struct genie *)uap->g") == true)
        let list = Declarations.parse(
            Array("struct genie { long w; char *name; struct genie *next; int *one; };".utf8), path: "types")
        let nested = try CompatPlan.make(
            call("int lamp(_In_ _Contains_long_ptr_ struct genie *g)"), in: tables, declarations: list)
        #expect(nested.findings.rules == ["nested-address"])
        #expect(nested.findings.first?.message.contains("'next' of struct genie") == true)
        let address = try CompatPlan.make(call("int lamp(intptr_t handle)"), in: tables)
        #expect(address.findings.rules == ["signed-address"])
    }
}
