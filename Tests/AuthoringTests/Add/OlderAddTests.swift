import Authoring
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

/// Up to FreeBSD 13 a 32-bit table has a master of its own, and capability mode a file.
@Suite("Adding a call to an older release") struct OlderAddTests {
    private static let native = """
         $FreeBSD$
        #include <sys/param.h>
        0\tAUE_NULL\tSTD\t{ int nosys(void); } syscall nosys_args int
        1\tAUE_NULL\tSTD\t{ int shade(int colour, \\
        \t\t\t\t    int wick); }
        2\tAUE_NULL\tUNIMPL\tlantern
        ; The end.

        """
    private static let narrow = """
         $FreeBSD$
        #include <sys/param.h>
        0\tAUE_NULL\tSTD\t{ int nosys(void); } syscall nosys_args int
        1\tAUE_NULL\tNOPROTO\t{ int shade(int colour, int wick); }
        2\tAUE_NULL\tUNIMPL\tlantern

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
        abi_func_prefix="freebsd32_"
        capabilities_conf="../../kern/capabilities.conf"

        """

    private var stage: AddStage

    init() throws {
        stage = try AddStage()
        let text = [
            "sys/kern/syscalls.master": Self.native,
            "sys/kern/capabilities.conf":
                "##\n## Allow what is harmless.\n##\nabort\n\n##\n## Allow shade(2).\n##\nshade\n",
            "sys/compat/freebsd32/syscalls.master": Self.narrow,
            "sys/compat/freebsd32/syscalls.conf": Self.configuration,
            "sys/compat/freebsd32/freebsd32_misc.c": "#include <sys/param.h>\n",
            "lib/libc/sys/Symbol.map":
                "FBSD_1.0 {\n\tshade;\n};\n\nFBSDprivate_1.0 {\n\t_kill;\n\t__sys_kill;\n\t_write;\n\t__sys_write;\n};\n",
            "lib/libc/sys/Makefile.inc": "INTERPOSED = \\\n\tclose \\\n\twrite\n\nMAN+=\tshade.2\n",
            "lib/libc/sys/interposing_table.c": "t = {\n\tSLOT(close, __sys_close),\n};\n",
            "lib/libc/include/libc_private.h":
                "enum {\n\tINTERPOS_close,\n\tINTERPOS_MAX\n};\nstruct fd_set;\nint\t\t__sys_close(int);\n__ssize_t\t__sys_write(int, const void *, __size_t);\n",
            "include/unistd.h": "#include <sys/types.h>\n__BEGIN_DECLS\nint\tshade(int, int);\n__END_DECLS\n",
            "sys/sys/_types.h": "typedef\tlong\t__size_t;\ntypedef\tlong\t__off_t;\n",
        ]
        stage.view = MemoryView(Dictionary(uniqueKeysWithValues: text.map { (TreePath($0.key), Array($0.value.utf8)) }))
    }

    @Test("gives it a row in both masters, each in its own form, and the file of capability mode a paragraph")
    func rows() throws {
        let plan = try stage.plan("int lamp(int fd, _Inout_ _Contains_long_ size_t *len)") { addition in
            addition.capability = .enabled(reason: nil)
            addition.rights = ["fd": []]
        }
        #expect(
            stage.added(plan, "sys/kern/syscalls.master") == [
                "3\tAUE_NULL\tSTD\t{ int lamp(int fd, _Inout_ size_t *len); }"
            ])
        #expect(
            stage.added(plan, "sys/compat/freebsd32/syscalls.master") == [
                "3\tAUE_NULL\tSTD\t{ int freebsd32_lamp(int fd, uint32_t *len); }"
            ])
        #expect(
            stage.added(plan, "sys/kern/capabilities.conf") == [
                "## Allow lamp(2): it reaches nothing but what the process holds.", "##", "lamp", "", "##",
            ])
        #expect(plan.sizes.map(\.after) == [4, 4])
        let tables = try TreeTables.load(stage.after(plan).view)
        #expect(
            tables.tables.allSatisfy { table in
                table.table.calls.contains { $0.number == 3 && $0.has(.capabilityEnabled) }
            })
    }

    @Test("takes the number that both masters keep for its name")
    func placeholder() throws {
        let plan = try stage.plan("int lantern(int fd)")
        #expect(stage.added(plan, "sys/kern/syscalls.master") == ["2\tAUE_NULL\tSTD\t{ int lantern(int fd); }"])
        #expect(
            stage.added(plan, "sys/compat/freebsd32/syscalls.master") == [
                "2\tAUE_NULL\tNOPROTO\t{ int lantern(int fd); }"
            ])
        let lines = stage.refusal("int lamp(int fd)") { $0.number = 2 }
        #expect(lines.first?.contains("number 2 is kept for lantern, not for lamp [number-taken]") == true)
    }

    @Test("writes the row for 32-bit programs twice where pairs of words are padded")
    func padded() throws {
        let plan = try stage.plan("int lamp(int fd, off_t where)")
        let rows = stage.added(plan, "sys/compat/freebsd32/syscalls.master")
        #expect(rows.first == "#ifdef PAD64_REQUIRED" && rows.last == "#endif" && rows.contains("#else"))
        #expect(rows.contains { $0.contains("int pad") || $0.contains("_pad") })
        #expect(try TreeTables.load(stage.after(plan).view).findings.lines == [])
    }

    @Test("an interposable function finds its stub by the private symbols, and by a prototype")
    func interposable() throws {
        let plan = try stage.plan("int lamp(int fd, off_t where)") { $0.wrapper = .interposable }
        #expect(stage.added(plan, "lib/libc/sys/Symbol.map") == ["\tlamp;", "\t_lamp;", "\t__sys_lamp;"])
        #expect(
            stage.added(plan, "lib/libc/include/libc_private.h") == [
                "\tINTERPOS_lamp,", "int\t\t__sys_lamp(int, __off_t);",
            ])
        #expect(
            stage.added(plan, "lib/libc/sys/lamp.c").contains("\t    __libc_interposing[INTERPOS_lamp])(fd, where));"))
    }

    @Test(
        "has its row for 32-bit programs reviewed: another name is the same call, a named placeholder a decision",
        arguments: [
            ("1\tAUE_NULL\tSTD\t{ int freebsd32_shade(int colour, int wick); }", 0),
            ("1\tAUE_NULL\tUNIMPL\tno_shade", 0), ("1\tAUE_NULL\tUNIMPL\tnosys", 1),
            ("1\tAUE_NULL\tNOPROTO\t{ int moon(int colour, int wick); }", 1),
        ])
    func narrowReview(row: String, count: Int) throws {
        var stage = stage
        let path = TreePath("sys/compat/freebsd32/syscalls.master")
        let old = try stage.view.state(of: path)
        let text = Self.narrow.replacing("1\tAUE_NULL\tNOPROTO\t{ int shade(int colour, int wick); }", with: row)
        let change = FileChange(
            path: path, expected: old, result: .file(Array(text.utf8), .regular), reasons: [])
        stage.view = OverlayView(stage.view, edit: TreeEdit(steps: [EditStep(title: "x", changes: [change])]))
        let review = try CallReview.make("shade", in: TreeTables.load(stage.view))
        #expect(review.findings.filter { $0.rule == "missing-row" }.count == count)
    }
}
