import Authoring
import Edits
import SourceTree
import Testing

/// Up to FreeBSD 13 the 32-bit table has a master of its own.
@Suite("With two masters") struct TwoMastersTests {
    private static let native = """
         $FreeBSD$
        ; Lamps.
        #include <sys/param.h>
        0\tAUE_NULL\tSTD\t{ int nosys(void); } syscall nosys_args int
        1\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        2\tAUE_NULL\tSTD\t{ int lamp(int oil, \\
        \t\t\t\tint wick); }
        3\tAUE_NULL\tSTD\t{ int shade(int colour); }
        ; The end.

        """
    /// One call shorter.
    private static let narrow = """
         $FreeBSD$
        #include <sys/param.h>
        0\tAUE_NULL\tSTD\t{ int nosys(void); } syscall nosys_args int
        1\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        2\tAUE_NULL\tNOPROTO\t{ int lamp(int oil, int wick); }

        """
    private static let configuration = """
        sysnames="freebsd32_syscalls.c"
        sysproto="freebsd32_proto.h"
        sysproto_h=_FREEBSD32_SYSPROTO_H_
        syshdr="freebsd32_syscall.h"
        syssw="freebsd32_sysent.c"
        sysmk="/dev/null"
        syscallprefix="FREEBSD32_SYS_"
        switchname="freebsd32_sysent"
        namesname="freebsd32_syscallnames"
        systrace="freebsd32_systrace_args.c"

        """

    private let tables: TreeTables

    init() throws {
        tables = try TreeTables.load(
            MemoryView([
                TreePath("sys/kern/syscalls.master"): Array(Self.native.utf8),
                TreePath("sys/kern/capabilities.conf"): Array("lamp\n".utf8),
                TreePath("sys/compat/freebsd32/syscalls.master"): Array(Self.narrow.utf8),
                TreePath("sys/compat/freebsd32/syscalls.conf"): Array(Self.configuration.utf8),
            ])
        )
    }

    private func text(_ path: String, in plan: Plan) throws -> String {
        let change = try #require(plan.edit.changes.first { $0.path == TreePath(path) })
        return String(decoding: change.result.bytes ?? [], as: UTF8.self)
    }

    @Test("a band has the same numbers in both, and the shorter one is padded")
    func samePlace() throws {
        let plan = try Plan.widen(tables, by: Widening(slots: 2))
        #expect(plan.band == 4...5)
        #expect(plan.sizes.map(\.after) == [6, 6])
        #expect(
            plan.summary == [
                "Add 2 slots for loadable system calls, 4-5; reserved ahead of it: 3 in sys/compat/freebsd32/syscalls.master."
            ]
        )
        let rows = "4\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
        #expect(try text("sys/kern/syscalls.master", in: plan).contains(";\n" + rows))
        #expect(
            try text("sys/compat/freebsd32/syscalls.master", in: plan).contains(
                ";\n3\tAUE_NULL\tUNIMPL\tnosys\n" + rows))
    }

    @Test(
        "a band at a number of its own is reached by a row without a call where the master does not speak of RESERVED")
    func atNumber() throws {
        let plan = try Plan.widen(tables, by: Widening(slots: 1, at: .number(6)))
        #expect(
            try text("sys/kern/syscalls.master", in: plan).contains(
                "4-5\tAUE_NULL\tUNIMPL\tnosys\n6\tAUE_NULL\tNODEF|NOTSTATIC\t"
            )
        )
    }

    @Test("narrowing restores both to the byte")
    func back() throws {
        let wide = try Plan.widen(tables, by: Widening(slots: 2, at: .number(6)))
        let changed = try TreeTables.load(OverlayView(tables.view, edit: wide.edit))
        let plan = try Plan.narrow(changed)
        #expect(try text("sys/kern/syscalls.master", in: plan) == Self.native)
        #expect(try text("sys/compat/freebsd32/syscalls.master", in: plan) == Self.narrow)
    }
}
