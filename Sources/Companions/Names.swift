import SyscallTable

/// `syscalls.c`: a name for each number (scripts/syscalls.lua).
func renderNames(_ text: TableText) -> CodeWriter {
    let table = text.table
    var out = CodeWriter(capacity: 48 * text.calls.count)
    out.writePreamble(table, "System call names.")
    out.write("const char *\(table.configuration["namesname"])[] = {\n")
    for call in text.calls {
        out.write(verbatim: call.prolog)
        switch call.level {
        case .native:
            out.write("\t\"\(call.publicName)\",\t\t\t/* \(call.number) = \(call.publicName) */\n")
        case .compat(let level):
            guard let option = text.option(level) else { continue }
            out.write("\t\"\(option.macro).\(call.publicName)\",\t\t")
            out.write("/* \(call.number) = \(option.description) \(call.publicName) */\n")
        case .none:
            out.write("\t\"#\(call.number)\",\t\t\t/* \(call.number) = \(call.comment) */\n")
        case .obsolete:
            out.write("\t\"obs_\(call.name)\",\t\t\t/* \(call.number) = obsolete \(call.comment) */\n")
        }
    }
    out.write(verbatim: table.master.epilog)
    out.write("};\n")
    return out
}
