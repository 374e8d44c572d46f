import SyscallTable
import TestSupport

/// The clean tree as FreeBSD 14 would have it: a list of capability mode, and the private symbols of libc by hand.
enum OlderTree {
    static let generator = Generator.lua14

    static let complete: TableTree = {
        var tree = CleanTree.complete
        for path in ["lib/libsys/Symbol.sys.map", "lib/libsys/Makefile.sys", "lib/libsys/bell.2", "lib/libsys/lamp.2"] {
            tree[path] = nil
        }
        tree["sys/kern/syscalls.conf"] = "sysmk=\"../sys/syscall.mk\"\n"
        tree["sys/kern/capabilities.conf"] = "## the calls\nbell\n"
        tree["lib/libsys/_libsys.h"] = nil
        tree["lib/libsys/syscalls.map"] = nil
        tree["lib/libc/sys/Makefile.inc"] = "MAN+=\tbell.2 \\\n\tlamp.2\nMLINKS+=lamp.2 walk.2\n"
        tree["lib/libc/sys/bell.2"] = ".Dd a page\n"
        tree["lib/libc/sys/lamp.2"] = ".Dd a page\n"
        tree["lib/libc/Versions.def"] = CleanTree.complete["lib/libc/Versions.def"].map {
            $0 + "\nFBSDprivate_1.0 {\n} FBSD_1.1;\n"
        }
        tree["lib/libc/gen/setjmp.c"] = "int setjmp(void)\n{\n}\n"
        tree["lib/libc/sys/calls.c"] = "int __sys_flamp(void)\n{\n}\n"
        tree["lib/libc/toy/Symbol.map"] = "FBSD_1.0 {\n\t_exit;\n\tsetjmp;\n};\n"
        tree["lib/libthr/thr.c"] = "int f(void)\n{\n\treturn (__sys_walk(0, 0));\n}\n"
        tree["lib/libc/sys/Symbol.map"] = """
            FBSD_1.0 {
            \tbell;
            \tlamp;
            };

            FBSD_1.1 {
            \twalk;
            };

            FBSDprivate_1.0 {
            \t__sys_flamp;
            \t_bell;
            \t__sys_bell;
            \t_lamp;
            \t__sys_lamp;
            \t_walk;
            \t__sys_walk;
            };

            """
        return CleanTree.regenerated(tree, as: generator)
    }()

    /// The tree with one text replaced in one file.
    static func with(_ fault: Fault) -> TableTree {
        let tree = complete.with(fault.path, complete[fault.path]?.replacing(fault.old, with: fault.new))
        return fault.regenerated ? CleanTree.regenerated(tree, as: generator) : tree
    }
}
