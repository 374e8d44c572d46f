import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport

@testable import Checks

/// A small system of its own making in which every rule holds.
enum CleanTree {
    /// The master: two calls, the band, a call with a 64-bit argument.
    static let master = """
        0\tAUE_LAMP\tSTD {
        \t\tint lamp(
        \t\t    u_int oil
        \t\t);
        \t}
        1\tAUE_BELL\tSTD|CAPENABLED {
        \t\tint bell(
        \t\t    _In_z_ const char *tone,
        \t\t    _Out_ _Contains_long_ struct echo *echo
        \t\t);
        \t}
        2\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int
        3\tAUE_WALK\tSTD {
        \t\tint walk(
        \t\t    int fd,
        \t\t    off_t steps
        \t\t);
        \t}

        """

    /// The configuration of the 32-bit table.
    static let narrow =
        TableTree.narrow.replacing("narrow_", with: "freebsd32_").replacing(
            "abi_flags=\"long_size\"", with: "abi_flags=\"long_size|pair_64bit\"")

    /// The tree, its companions up to date.
    static let complete = regenerated(
        TableTree([
            "Makefile.inc1": "_sysent_dirs=\tsys/kern\n_sysent_dirs+=\tsys/compat/freebsd32\n",
            "sys/conf/sysent.mk": "# rules\n",
            "sys/kern/Makefile": ".include \"../conf/sysent.mk\"\n",
            "sys/kern/syscalls.conf":
                "libsys_h=\"../../lib/libsys/_libsys.h\"\nlibsysmap=\"../../lib/libsys/syscalls.map\"\n",
            "sys/kern/syscalls.master": master,
            "sys/sys/echo.h": "struct echo {\n\tlong delay;\n};\n",
            "sys/bsm/audit_kevents.h":
                "#define\tAUE_NULL 0\n#define\tAUE_LAMP 1\n#define\tAUE_BELL 2\n#define\tAUE_WALK 3\n",
            "sys/compat/freebsd32/Makefile":
                "SYSENT_FILE=\t${SYSDIR}/kern/syscalls.master\n\n.include \"../../conf/sysent.mk\"\n",
            "sys/compat/freebsd32/syscalls.conf": narrow,
            "sys/kern/calls.c":
                "int\nsys_lamp(struct thread *td, struct lamp_args *uap)\n{\n}\nint sys_bell(struct thread *td)\n{\n}\n",
            "sys/vm/walk.c": "int\nsys_walk(struct thread *td)\n{\n}\n",
            "sys/netinet/x.c": "",
            "sys/compat/freebsd32/calls.c":
                "int\nfreebsd32_walk(struct thread *td)\n{\n}\n\nint\nfreebsd32_bell(struct thread *td)\n{\n}\n",
            "lib/libsys/Symbol.sys.map": "/* calls; */\nFBSD_1.0 {\n\tlamp;\n\tbell;\n};\n\nFBSD_1.1 {\n\twalk;\n};\n",
            "lib/libsys/Makefile.sys": "MAN+=\tbell.2 \\\n\tlamp.2\nMLINKS+=lamp.2 walk.2\n",
            "lib/libsys/bell.2": ".Dd a page\n",
            "lib/libsys/lamp.2": ".Dd a page\n",
            "lib/libc/Versions.def": "# the first\nFBSD_1.0 {\n};\n\nFBSD_1.1 {\n} FBSD_1.0;\n",
            "contrib/openbsm/sys/bsm/audit_kevents.h":
                "#define\tAUE_LAMP 1\n#define\tAUE_BELL 2\n#define\tAUE_WALK 3\n",
            "contrib/openbsm/etc/audit_event":
                "# events\n1:AUE_LAMP:lamp(2):no\n2:AUE_BELL:bell(2):no\n3:AUE_WALK:walk(2):no\n",
            "sys/security/audit/audit_bsm.c":
                "switch (x) {\n\tcase AUE_LAMP:\n\tcase AUE_BELL:\n\tcase AUE_WALK:\n\t\tbreak;\n}\n",
            "include/house.h":
                "int lamp(unsigned int);\nint bell(const char *, struct echo *);\nint walk (int, off_t);\n",
            "usr.bin/truss/syscalls.c":
                """
            { .name = "lamp", .ret_type = 1, .nargs = 1, .args = { { Hex, 0 } } },
            { .name = "bell", .ret_type = 1, .nargs = 2,
              .args = { { Name | IN, 0 }, { Ptr | OUT, 1 } } },
            { .name = "walk", .nargs = 2, .args = { { Int, 0 }, { QuadHex, 1 } } },

            """,
        ])
    )

    /// `tree` with the companions that its masters make.
    static func regenerated(_ tree: TableTree, as generator: Generator? = nil) -> TableTree {
        guard let edit = try? TreeTables.load(tree.view, as: generator).regeneration() else { return tree }
        return tree.with(edit)
    }

    /// The clean tree with one text replaced in one file.
    static func with(_ path: String, _ old: String, _ new: String, regenerated: Bool = false) -> TableTree {
        let tree = complete.with(path, complete[path]?.replacing(old, with: new))
        return regenerated ? self.regenerated(tree) : tree
    }
}

/// Checks `tree`.
func check(
    _ tree: TableTree,
    as generator: Generator? = nil,
    wanted: Set<String> = [],
    baseline: Set<String> = [],
    syzkaller: TableTree? = nil
) throws -> CheckReport {
    let checked = CheckedTree(try TreeTables.load(tree.view, as: generator), syzkaller: syzkaller?.view)
    return CheckRun(wanted: wanted, baseline: baseline).report(on: checked)
}

extension CheckReport {
    /// The findings that count and are no consequence, as `PATH:LINE [RULE]`.
    var causes: [String] { open.filter { $0.cause == nil }.map(\.place) }

    /// The findings that follow from others, as `PATH:LINE [RULE] <- CAUSE`.
    var consequences: [String] {
        open.compactMap { result in result.cause.map { "\(result.place) <- \($0.rule)" } }
    }
}

extension CheckResult {
    var place: String { "\(path ?? "nowhere"):\(finding.location?.line ?? 0) [\(finding.rule)]" }
}
