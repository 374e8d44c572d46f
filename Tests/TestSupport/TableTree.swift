import Edits
import SourceTree

/// A tree in memory with tables in it, built up file by file.
public struct TableTree: Sendable {
    private var files: [TreePath: [UInt8]] = [:]
    private var executables: Set<TreePath> = []
    private var links: [TreePath: String] = [:]

    /// A tree of files given as text.
    public init(_ files: [String: String] = [:]) {
        for (path, text) in files { self[path] = text }
    }

    /// A native table and one of a narrower ABI, each with a Makefile, listed in `Makefile.inc1`.
    public static let complete = TableTree([
        "Makefile.inc1": "_sysent_dirs=\tsys/kern\n_sysent_dirs+=\tsys/compat/narrow\n",
        "sys/conf/sysent.mk": "# rules\n",
        "sys/kern/Makefile": ".include \"../conf/sysent.mk\"\n",
        "sys/kern/syscalls.conf": "libsys_h=\"../../lib/libsys/_libsys.h\"\n",
        "sys/kern/syscalls.master": master,
        "sys/compat/narrow/Makefile":
            "SYSENT_FILE=\t${SYSDIR}/kern/syscalls.master\n\n.include \"../../conf/sysent.mk\"\n",
        "sys/compat/narrow/syscalls.conf": narrow,
    ])

    /// The native master: a call, and a band of one slot.
    public static let master = """
        0\tAUE_NULL\tSTD {
        \t\tint lamp(
        \t\t    long oil
        \t\t);
        \t}
        1\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int

        """

    /// The configuration of the narrower ABI.
    public static let narrow = """
        sysnames="narrow_syscalls.c"
        syshdr="narrow_syscall.h"
        syssw="narrow_sysent.c"
        systrace="narrow_systrace_args.c"
        sysproto="narrow_proto.h"
        abi_flags="long_size"
        abi_func_prefix="narrow_"

        """

    /// The text of a file; `nil` removes it.
    public subscript(path: String) -> String? {
        get { files[TreePath(path)].map { String(decoding: $0, as: UTF8.self) } }
        set { files[TreePath(path)] = newValue.map { Array($0.utf8) } }
    }

    /// This tree with another text at `path`, or without it.
    public func with(_ path: String, _ text: String?) -> TableTree {
        var tree = self
        tree[path] = text
        return tree
    }

    /// This tree with a symbolic link.
    public func with(link path: String, to target: String) -> TableTree {
        var tree = self
        tree.links[TreePath(path)] = target
        return tree
    }

    /// This tree with the results of `edit`, each executable if asked for.
    public func with(_ edit: TreeEdit, executable: Bool = false) -> TableTree {
        var tree = self
        for change in edit.changes {
            tree.files[change.path] = change.result.bytes
            if executable { tree.executables.insert(change.path) }
        }
        return tree
    }

    /// The files as text, by their paths.
    public var texts: [String: String] {
        var texts: [String: String] = [:]
        for (path, bytes) in files { texts[path.string] = String(decoding: bytes, as: UTF8.self) }
        return texts
    }

    /// The tree.
    public var view: MemoryView { MemoryView(files, executables: executables, links: links) }
}
