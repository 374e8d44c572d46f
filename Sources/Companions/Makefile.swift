import SyscallTable

/// `syscall.mk`: the object files of the stubs (scripts/syscall_mk.lua).
func renderMakefile(_ text: TableText) -> CodeWriter {
    let table = text.table
    let format = table.particulars.format
    var out = CodeWriter(capacity: 24 * text.calls.count)
    guard !format.isModular else {
        out.write(
            "#\n# \(format.makefileTitle)\n#\n# DO NOT EDIT-- this file is automatically \(format.tag).\n#\n\n"
        )
        out.write("MIASM =  \\\n")
        // The last line has no backslash only when the last row of the *table* has an object file: a table that ends in
        // `NODEF` rows ends in a continuation.
        for (index, call) in text.calls.enumerated() where call.hasObjectFile(format) {
            out.write("\t\(call.symbol).o\(index == text.calls.count - 1 ? "" : " \\")\n")
        }
        return out
    }
    out.write(
        "# \(format.makefileTitle)\n# DO NOT EDIT-- this file is automatically \(format.tag).\n")
    if format.identification { out.write("# $\(table.configuration["os_id_keyword"])$\n") }
    if format.createdFrom { out.write("# created from\(table.master.origin)\n") }
    out.write("MIASM = ")
    for call in text.calls where call.hasObjectFile(format) {
        out.write(" \\\n\t\(call.symbol).o")
    }
    out.write("\n")
    return out
}

extension CallText {
    /// Native calls have stubs, and so have those that were replaced by a release whose libc still offers the old one.
    fileprivate func hasObjectFile(_ format: CompanionFormat) -> Bool {
        guard flags.isDisjoint(with: [.noDefinition, .noLibrary]) else { return false }
        return switch level {
        case .native: true
        case .compat(let level): !format.historicLevels.contains(level)
        case .none, .obsolete: false
        }
    }
}
