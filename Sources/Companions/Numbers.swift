import SyscallTable

/// `syscall.h`: a number for each call (scripts/syscall_h.lua).
func renderNumbers(_ table: SyscallTable) -> CodeWriter {
    let prefix = table.configuration["syscallprefix"]
    var out = CodeWriter(capacity: 40 * table.calls.count)
    out.writePreamble(table, "System call numbers.")
    let format = table.particulars.format
    if format.isModular, let extra = table.configuration.settings["syshdr_extra"] {
        out.write("\(extra)\n\n")
    }
    for call in table.calls {
        if call.hasNumberSymbol {
            out.write("#define\t\(prefix)\(call.symbolName)\t\(call.number)\n")
        } else {
            // The modular generator says nothing of what has no definition.
            if format.isModular, call.has(.noDefinition) { continue }
            switch call.kinds.level {
            case .obsolete: out.writePast(call.number, "obsolete", call.comment)
            case .compat(let level) where format.historicLevels.contains(level):
                out.writePast(call.number, level == 3 ? "old" : "freebsd\(level)", call.publicName)
            case .compat, .none, .native: break
            }
        }
    }
    out.write("#define\t\(prefix)MAXSYSCALL\t\(table.size)\n")
    return out
}

extension CodeWriter {
    fileprivate mutating func writePast(_ number: Int, _ what: String, _ name: String) {
        write("\t\t\t\t/* \(number) is \(what) \(name) */\n")
    }
}
