import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@testable import Checks

/// Up to FreeBSD 13 the 32-bit table has a master of its own, and a file lists the calls of capability mode.
@Suite("A change of an older tree") struct OlderChangeTests {
    private static let editions: [Generator] = [.shell, .lua13]

    private static let master = """
         $FreeBSD$
        0\tAUE_NULL\tSTD\t{ int lamp(u_int oil); }
        1\tAUE_NULL\tSTD\t{ int bell(const char *tone, \\
        \t\t\t    int times); }
        2\tAUE_NULL\tUNIMPL\tnosys
        3\tAUE_NULL\tOBSOL\twick
        4\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        5\tAUE_NULL\tSTD\t{ int walk(int fd, off_t steps); }

        """

    private static let narrow = """
         $FreeBSD$
        0\tAUE_NULL\tNOPROTO\t{ int lamp(u_int oil); }
        1\tAUE_NULL\tSTD\t{ int freebsd32_bell(const char *tone, \\
        \t\t\t    int times); }
        2\tAUE_NULL\tUNIMPL\tnosys
        3\tAUE_NULL\tOBSOL\twick
        4\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        5\tAUE_NULL\tSTD\t{ int freebsd32_walk(int fd, \\
        \t\t\t    uint32_t steps1, uint32_t steps2); }

        """

    private static let base = TableTree([
        "sys/kern/syscalls.master": master,
        "sys/kern/capabilities.conf": "bell\nlamp\n",
        "sys/compat/freebsd32/syscalls.master": narrow,
        "sys/compat/freebsd32/syscalls.conf": """
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

        """,
        "sys/sys/param.h": "#define __FreeBSD_version 1300010\n",
    ])

    private func places(_ path: String, _ old: String, _ new: String, _ generator: Generator) throws -> [String] {
        let text = try #require(Self.base[path])
        #expect(text.contains(old))
        let report = try check(Self.base.with(path, text.replacing(old, with: new)), since: Self.base, as: generator)
        return report.causes
    }

    private static let native = "sys/kern/syscalls.master"
    private static let own = "sys/compat/freebsd32/syscalls.master"

    static let changes: [(path: String, old: String, new: String, found: [String])] = [
        (native, "int times", "int count", []),
        (native, "2\tAUE_NULL\tUNIMPL\tnosys", "2\tAUE_NULL\tUNIMPL\tdoor", []),
        (native, "STD\t{ int walk", "COMPAT11\t{ int walk", []),
        (native, "OBSOL\twick", "STD\t{ int door(void); }", ["\(native):6 [number-reused]"]),
        (native, "OBSOL\twick", "UNIMPL\tnosys", ["\(native):6 [call-removed]"]),
        (native, "STD\t{ int lamp(u_int oil); }", "UNIMPL\tlamp", ["\(native):2 [call-removed]"]),
        (native, "int times", "long times", ["\(native):3 [signature-changed]"]),
        (native, "NODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int", "UNIMPL\tnosys", ["\(native):7 [slot-removed]"]),
        (own, "int times", "void *times", []),
        (own, "uint32_t steps1, uint32_t steps2", "uint32_t steps", ["\(own):8 [signature-changed]"]),
        (own, "STD\t{ int freebsd32_bell", "NOSTD\t{ int freebsd32_bell", ["\(own):3 [call-removed]"]),
        (own, "int freebsd32_bell", "int bell", []),
        (own, "NOPROTO\t{ int lamp(u_int oil); }", "UNIMPL\tlamp", ["\(own):2 [call-removed]"]),
        ("sys/kern/capabilities.conf", "bell\n", "", ["\(native):3 [capability-withdrawn]"]),
        (
            "sys/kern/capabilities.conf", "bell\nlamp\n", "", ["\(native):2 [capability-withdrawn]"]
        ),
    ]

    @Test("is found in the master that it was made in", arguments: editions.indices, changes.indices)
    func found(edition: Int, change: Int) throws {
        let change = Self.changes[change]
        let found = try places(change.path, change.old, change.new, Self.editions[edition])
        #expect(found.filter { !$0.contains("missing-version-step") } == change.found)
    }

    @Test("that moves it to the next release's form is none of its calls")
    func otherForm() throws {
        let block = Self.base.with(
            Self.native,
            Self.master.replacing(
                "{ int bell(const char *tone, \\\n\t\t\t    int times); }",
                with: "{\n\t\tint bell(\n\t\t    const char *tone,\n\t\t    int times\n\t\t);\n\t}"))
        #expect(try check(block, since: Self.base, as: .lua13).causes == [])
    }
}
