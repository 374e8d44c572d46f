import SyscallTable

/// `syscalls.c`: a name for each number (scripts/syscalls.lua).
func renderNames(_ table: SyscallTable) -> CodeWriter {
    var out = CodeWriter(capacity: 48 * table.calls.count)
    out.writePreamble(table, "System call names.")
    out.write("const char *\(table.configuration["namesname"])[] = {\n")
    for call in table.calls {
        out.write(verbatim: call.prolog)
        switch call.kinds.level {
        case .native:
            out.write("\t\"\(call.publicName)\",\t\t\t/* \(call.number) = \(call.publicName) */\n")
        case .compat(let level):
            guard let option = table.configuration.compatOption(level) else { continue }
            let comment = "\(option.description) \(call.publicName)"
            out.write(
                "\t\"\(option.flag.lowercased()).\(call.publicName)\",\t\t/* \(call.number) = \(comment) */\n"
            )
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
