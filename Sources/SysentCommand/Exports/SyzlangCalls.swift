import SyscallTable

extension ExportedCalls {
    /// The names of the calls as descriptions for syzkaller have them, one a line. They are those of `syscall.h` without
    /// its prefix, so that a past release's interface is `freebsd11_stat`.
    var syzlangCalls: String {
        (["# \(provenance)"] + calls.map(\.name) + aliases.map(\.name)).map { $0 + "\n" }.joined()
    }
}
