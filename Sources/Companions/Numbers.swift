import SyscallTable

/// `syscall.h`: a number for each call (scripts/syscall_h.lua).
func renderNumbers(_ text: TableText) -> CodeWriter {
    let table = text.table
    let prefix = table.configuration["syscallprefix"]
    var out = CodeWriter(capacity: 40 * text.calls.count)
    out.writePreamble(table, "System call numbers.")
    let format = table.particulars.format
    if format.isModular, let extra = table.configuration.settings["syshdr_extra"] {
        out.write("\(extra)\n\n")
    }
    for call in text.calls {
        if call.hasNumberSymbol {
            out.write("#define\t\(prefix)\(call.symbol)\t\(call.number)\n")
        } else {
            // The modular generator says nothing of what has no definition.
            if format.isModular, call.has(.noDefinition) { continue }
            switch call.level {
            case .obsolete: out.write("\t\t\t\t/* \(call.number) is obsolete \(call.comment) */\n")
            case .compat(let level) where format.historicLevels.contains(level):
                out.write("\t\t\t\t/* \(call.number) is ")
                if level == 3 { out.write("old") } else { out.write("freebsd\(level)") }
                out.write(" \(call.publicName) */\n")
            case .compat, .none, .native: break
            }
        }
    }
    out.write("#define\t\(prefix)MAXSYSCALL\t\(table.size)\n")
    return out
}
