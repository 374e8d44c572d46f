import SyscallTable

/// `syscall.h`: a number for each call (scripts/syscall_h.lua).
func renderNumbers(_ table: SyscallTable) -> [UInt8] {
    let prefix = table.configuration["syscallprefix"]
    var out = CodeWriter(capacity: 40 * table.calls.count)
    out.writePreamble("System call numbers.")
    if let extra = table.configuration.settings["syshdr_extra"] {
        out.write("\(extra)\n\n")
    }
    for call in table.calls {
        if call.hasNumberSymbol {
            out.write("#define\t\(prefix)\(call.symbol)\t\(call.number)\n")
        } else if !call.has(.noDefinition) {
            switch call.kinds.level {
            case .obsolete: out.writePast(call, "obsolete")
            case .compat(3): out.writePast(call, "old")
            case .compat(let level): out.writePast(call, "freebsd\(level)")
            case .none, .native: break
            }
        }
    }
    out.write("#define\t\(prefix)MAXSYSCALL\t\(table.size)\n")
    return out.bytes
}

extension CodeWriter {
    fileprivate mutating func writePast(_ call: Syscall, _ what: String) {
        write("\t\t\t\t/* \(call.number) is \(what) \(call.name) */\n")
    }
}
