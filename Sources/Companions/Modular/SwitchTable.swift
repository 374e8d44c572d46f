import SyscallTable

/// `init_sysent.c`: the table that the kernel indexes by number (scripts/init_sysent.lua).
func renderSwitchTable(_ table: SyscallTable) -> [UInt8] {
    var out = CodeWriter(capacity: 256 * table.calls.count)
    out.writePreamble("System call switch table.")
    out.write(verbatim: table.includes)
    out.write("\n#define AS(name) (sizeof(struct name) / sizeof(syscallarg_t))\n")
    for option in table.configuration.compatOptions {
        let macro = option.flag.lowercased()
        out.write(
            """

            #ifdef \(option.definition)
            #define \(macro)(n, name) .sy_narg = n, .sy_call = (sy_call_t *)__CONCAT(\(option.prefix), name)
            #else
            #define \(macro)(n, name) .sy_narg = 0, .sy_call = (sy_call_t *)nosys
            #endif

            """
        )
    }
    out.write(
        """

        /* The casts are bogus but will do for now. */
        struct sysent \(table.configuration["switchname"])[] = {

        """
    )
    for call in table.calls {
        out.write(verbatim: call.prolog)
        switch call.kinds.level {
        case .native: out.writeNative(call)
        case .compat(let level): out.writeCompat(call, table.configuration.compatOption(level))
        case .obsolete, .none: out.writeEmpty(call)
        }
    }
    out.write(verbatim: table.master.epilog)
    out.write("};\n")
    return out.bytes
}

extension CodeWriter {
    fileprivate mutating func writeNative(_ call: Syscall) {
        write("\t{ .sy_narg = \(call.argumentSize), .sy_call = (sy_call_t *)")
        if call.has(.multiplexer) {
            writeHandler("nosys", "AUE_NULL", call.capability, "SY_THR_STATIC")
        } else if call.has(.noStandard) {
            writeHandler("lkmressys", "AUE_NULL", call.capability, "SY_THR_ABSENT")
        } else {
            writeHandler(call.handler, call.audit, call.capability, call.threadFlag)
        }
        write("\t/* \(call.number) = \(call.name) */\n")
    }

    fileprivate mutating func writeCompat(_ call: Syscall, _ option: CompatOption?) {
        guard let option else { return }
        if call.has(.noStandard) {
            write("\t{ .sy_narg = 0, .sy_call = (sy_call_t *)")
            writeHandler("lkmressys", "AUE_NULL", "0", "SY_THR_ABSENT")
        } else {
            write("\t{ ")
            writeHandler(
                "\(option.flag.lowercased())(\(call.argumentSize),\(call.name))",
                call.audit,
                call.capability,
                call.threadFlag
            )
        }
        write("\t/* \(call.number) = \(option.description) \(call.name) */\n")
    }

    fileprivate mutating func writeEmpty(_ call: Syscall) {
        let comment =
            call.has(.obsolete)
            ? "obsolete \(call.name)" : call.has(.unimplemented) ? call.name : "reserved for local use"
        write("\t{ .sy_narg = 0, .sy_call = (sy_call_t *)")
        writeHandler("nosys", "AUE_NULL", "0", "SY_THR_ABSENT")
        write("\t/* \(call.number) = \(comment) */\n")
    }

    private mutating func writeHandler(_ handler: String, _ audit: String, _ flags: String, _ threads: String) {
        write("\(handler), .sy_auevent = \(audit), .sy_flags = \(flags), .sy_thrcnt = \(threads) },")
    }
}
