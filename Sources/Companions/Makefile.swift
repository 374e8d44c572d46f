import SyscallTable

/// `syscall.mk`: the object files of the stubs (scripts/syscall_mk.lua).
func renderMakefile(_ table: SyscallTable) -> CodeWriter {
    let format = table.particulars.format
    var out = CodeWriter(capacity: 24 * table.calls.count)
    guard !format.isModular else {
        out.write(
            "#\n# \(format.makefileTitle)\n#\n# DO NOT EDIT-- this file is automatically \(format.tag).\n#\n\n"
        )
        out.write("MIASM =  \\\n")
        // The last line has no backslash only when the last row of the *table* has an object file: a table that ends in
        // `NODEF` rows ends in a continuation.
        for (index, call) in table.calls.enumerated() where call.hasObjectFile(format) {
            out.write("\t\(call.symbolName).o\(index == table.calls.count - 1 ? "" : " \\")\n")
        }
        return out
    }
    out.write(
        "# \(format.makefileTitle)\n# DO NOT EDIT-- this file is automatically \(format.tag).\n")
    if format.identification { out.write("# $\(table.configuration["os_id_keyword"])$\n") }
    if format.createdFrom { out.write("# created from\(table.master.origin)\n") }
    out.write("MIASM = ")
    for call in table.calls where call.hasObjectFile(format) {
        out.write(" \\\n\t\(call.symbolName).o")
    }
    out.write("\n")
    return out
}

extension Syscall {
    /// Native calls have stubs, and so have those that were replaced by a release whose libc still offers the old one.
    fileprivate func hasObjectFile(_ format: CompanionFormat) -> Bool {
        guard kinds.flags.isDisjoint(with: [.noDefinition, .noLibrary]) else { return false }
        return switch kinds.level {
        case .native: true
        case .compat(let level): !format.historicLevels.contains(level)
        case .none, .obsolete: false
        }
    }
}
