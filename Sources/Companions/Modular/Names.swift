import SyscallTable

/// `syscalls.c`: a name for each number (scripts/syscalls.lua).
func renderNames(_ table: SyscallTable) -> [UInt8] {
    var out = CodeWriter(capacity: 48 * table.calls.count)
    out.writePreamble("System call names.")
    out.write("const char *\(table.configuration["namesname"])[] = {\n")
    for call in table.calls {
        out.write(verbatim: call.prolog)
        switch call.kinds.level {
        case .native:
            out.write("\t\"\(call.name)\",\t\t\t/* \(call.number) = \(call.name) */\n")
        case .compat(let level):
            guard let option = table.configuration.compatOption(level) else { continue }
            let comment = "\(option.description) \(call.name)"
            out.write("\t\"\(option.flag.lowercased()).\(call.name)\",\t\t/* \(call.number) = \(comment) */\n")
        case .none:
            let comment = call.has(.reserved) ? "reserved for local use" : call.alias
            out.write("\t\"#\(call.number)\",\t\t\t/* \(call.number) = \(comment) */\n")
        case .obsolete:
            out.write("\t\"obs_\(call.name)\",\t\t\t/* \(call.number) = obsolete \(call.name) */\n")
        }
    }
    out.write(verbatim: table.master.epilog)
    out.write("};\n")
    return out.bytes
}
