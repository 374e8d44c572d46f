import SyscallTable

/// `syscalls.map`: the private symbols of the stubs (scripts/syscalls_map.lua).
func renderSymbolMap(_ text: TableText) -> CodeWriter {
    let table = text.table
    var out = CodeWriter(capacity: 40 * text.calls.count)
    out.writePreamble(table, "FreeBSD system call symbols.")
    out.write("FBSDprivate_1.0 {\n")
    for call in text.calls {
        out.write(verbatim: call.prolog)
        guard call.isNative, call.flags.isDisjoint(with: [.noDefinition, .noLibrary]) else {
            continue
        }
        // These two are written by hand.
        if call.name != "_exit", call.name != "vfork" { out.write("\t_\(call.name);\n") }
        out.write("\t__sys_\(call.name);\n")
    }
    out.write(verbatim: table.master.epilog)
    out.write("};\n")
    return out
}
