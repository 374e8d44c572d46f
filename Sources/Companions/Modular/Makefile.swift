import SyscallTable

/// `syscall.mk`: the object files of the stubs (scripts/syscall_mk.lua).
///
/// The last line has no backslash only when the last row of the *table* has an object file: a table that ends in
/// `NODEF` rows ends in a continuation.
func renderMakefile(_ table: SyscallTable) -> [UInt8] {
    var out = CodeWriter(capacity: 24 * table.calls.count)
    out.writePreamble("FreeBSD system call object files.", comment: .make)
    out.write("MIASM =  \\\n")
    for (index, call) in table.calls.enumerated() where call.hasObjectFile {
        out.write("\t\(call.symbol).o\(index == table.calls.count - 1 ? "" : " \\")\n")
    }
    return out.bytes
}

extension Syscall {
    /// Native calls have stubs, and so have those that were replaced since FreeBSD 7.
    fileprivate var hasObjectFile: Bool {
        guard kinds.flags.isDisjoint(with: [.noDefinition, .noLibrary]) else { return false }
        return switch kinds.level {
        case .native: true
        case .compat(let level): level >= 7
        case .none, .obsolete: false
        }
    }
}
