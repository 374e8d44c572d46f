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
