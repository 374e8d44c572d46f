import Companions
import Edits
import SourceTree
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

/// A small table of one of the older editions, with what its companions must be.
enum EditionCase: String, CaseIterable, CustomTestStringConvertible {
    case shell
    case earlyShell = "shell-early"
    case lua13
    case lua14
    case lua14Narrow = "lua14-narrow"

    var testDescription: String { rawValue }

    func path(_ file: String) -> String { "Tests/CompanionsTests/Editions/\(rawValue)/\(file)" }

    /// The companions that the single-file generators write.
    static let companions: [Companion] = Companion.allCases.filter { $0 != .libraryHeader && $0 != .symbolMap }

    var generator: Generator {
        switch self {
        case .shell: .shell
        case .earlyShell: Generator.reading(script: EarlyScript.bytes, path: "makesyscalls.sh").generator
        case .lua13: .lua13
        case .lua14, .lua14Narrow: .lua14
        }
    }

    /// The table of the case, read as part of a tree.
    func tables() throws -> TreeTables {
        var files: [TreePath: [UInt8]] = [:]
        for name in ["syscalls.master", "syscalls.conf", "capabilities.conf"] {
            if let bytes = try? PackageFiles.read(path(name)) { files[TreePath("sys/kern/" + name)] = bytes }
        }
        return try TreeTables.load(MemoryView(files), as: generator)
    }
}

/// The statements of a script of FreeBSD 9 by which it is told from that of FreeBSD 12, and nothing else of it.
enum EarlyScript {
    static let bytes = Array(
        """
        compat=COMPAT_43
        compat4=COMPAT_FREEBSD4
        compat6=COMPAT_FREEBSD6
        compat7=COMPAT_FREEBSD7
        sysnames="syscalls.c"
        if [ -r capabilities.conf ]; then
        printf "#include <sys/signal.h>\\n" > sysarg
        printf "#include <sys/acl.h>\\n" > sysarg
        printf "#include <sys/cpuset.h>\\n" > sysarg
        printf "#include <sys/_semaphore.h>\\n" > sysarg
        printf "#include <sys/ucontext.h>\\n" > sysarg
        printf "#include <sys/wait.h>\\n\\n" > sysarg
        printf "#include <bsm/audit_kevents.h>\\n\\n" > sysarg
        printf "# FreeBSD system call names.\\n" > sysmk
        printf " * created from%s\\n */\\n\\n", $0 > syssw
        printf "static void\\nsystrace_setargdesc(int sysnum, int ndx)" > systracetmp
        print > systrace
        sub("__restrict$", "", arg)
        if (funcname == "nosys" || funcname ~ /^linux/ || funcname ~ /^svr4/) {
        printf("sys_%s(struct thread *)", funcname) > sysdcl
        if (flag("COMPAT")) {
        printf("\\t\\t\\t\\t/* %d is old %s */\\n",
        printf "#include \\"opt_compat.h\\"\\n\\n" > syssw
        """.utf8
    )
}
