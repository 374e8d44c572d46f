import Edits
import SourceTree

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The tree that is measured: the one that SYSENT_BENCH_TREE names, else one of our own making.
enum BenchmarkTree {
    static func chosen() -> any TreeView {
        if let directory = getenv("SYSENT_BENCH_TREE") { return DiskView(root: String(cString: directory)) }
        return MemoryView([
            TreePath("sys/kern/syscalls.master"): Array(master.utf8),
            TreePath("sys/kern/syscalls.conf"): Array("libsys_h=\"_libsys.h\"\n".utf8),
            TreePath("sys/compat/freebsd32/syscalls.conf"): Array(configuration32.utf8),
        ])
    }

    /// 600 calls, as many as a native table has, with arguments of every sort.
    private static var master: String {
        var text = "; A table of 600 calls\n#include <sys/param.h>\n%%ABI_HEADERS%%\n"
        for number in 0..<600 {
            switch number % 8 {
            case 0: text += "\(number)\tAUE_NULL\tOBSOL\tcall\(number)\n"
            case 1: text += "\(number)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
            default:
                text += """
                    \(number)\tAUE_NULL\t\(kinds[number % 8]) {
                    \t\tssize_t call\(number)(
                    \t\t    int fd,
                    \t\t    _In_z_ const char *path,
                    \t\t    _Out_writes_bytes_(size) _Contains_long_ptr_ struct record *buffer,
                    \t\t    size_t size,
                    \t\t    off_t offset
                    \t\t);
                    \t}

                    """
            }
        }
        return text
    }

    private static let kinds = [
        "STD", "STD", "STD", "STD|CAPENABLED", "COMPAT11", "STD|NOTSTATIC", "NOSTD", "STD",
    ]

    private static let configuration32 = """
        sysnames="freebsd32_syscalls.c"
        sysproto="freebsd32_proto.h"
        sysproto_h=_FREEBSD32_SYSPROTO_H_
        syshdr="freebsd32_syscall.h"
        syssw="freebsd32_sysent.c"
        systrace="freebsd32_systrace_args.c"
        syscallprefix="FREEBSD32_SYS_"
        switchname="freebsd32_sysent"
        namesname="freebsd32_syscallnames"
        abi_flags="long_size|pair_64bit|pointer_size|time_t_size"
        abi_func_prefix="freebsd32_"
        abi_type_suffix="32"
        abi_long="int32_t"
        abi_u_long="uint32_t"
        abi_size_t="uint32_t"
        abi_intptr_t="int32_t"

        """
}
