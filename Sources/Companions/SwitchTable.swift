import SyscallTable

/// `init_sysent.c`: the table that the kernel indexes by number (scripts/init_sysent.lua).
func renderSwitchTable(_ table: SyscallTable) -> CodeWriter {
    let format = table.particulars.format
    let configuration = table.configuration
    var out = CodeWriter(capacity: 256 * table.calls.count)
    out.writePreamble(table, "System call switch table.")
    let options = configuration.compatOptions.filter { format.isModular || table.hasCalls(of: $0) }
    if format.includesCompatOptions, !options.isEmpty { out.write("#include \"opt_compat.h\"\n\n") }
    out.write(verbatim: table.includes)
    out.write("\n#define AS(name) (sizeof(struct name) / sizeof(\(format.word)))\n")
    for option in options { out.writeMacro(option, format) }
    out.write(
        """

        /* The casts are bogus but will do for now. */
        struct sysent \(configuration["switchname"])[] = {

        """
    )
    for call in table.calls {
        out.write(verbatim: call.prolog)
        switch call.kinds.level {
        case .native: out.writeNative(call, format)
        case .compat(let level): out.writeCompat(call, configuration.compatOption(level), format)
        case .obsolete, .none: out.writeEmpty(call, format)
        }
    }
    out.write(verbatim: table.master.epilog)
    out.write("};\n")
    return out
}

extension SyscallTable {
    fileprivate func hasCalls(of option: CompatOption) -> Bool {
        calls.contains { $0.kinds.level == .compat(option.level) }
    }
}

// MARK: - Rows

extension CodeWriter {
    /// What a compat level's rows are wrapped in: the call where the kernel option is set, else nothing.
    fileprivate mutating func writeMacro(_ option: CompatOption, _ format: CompanionFormat) {
        let macro = option.flag.lowercased()
        let size = format.namesFields ? ".sy_narg = " : ""
        let call = format.namesFields ? ".sy_call = " : ""
        let blank = format.namesFields ? " " : ""
        write(
            """

            #ifdef \(option.definition)
            #define \(macro)(n, name) \(size)n, \(call)(sy_call_t *)__CONCAT(\(option.prefix),\(blank)name)
            #else
            #define \(macro)(n, name) \(size)0, \(call)(sy_call_t *)nosys
            #endif

            """
        )
    }

    fileprivate mutating func writeNative(_ call: Syscall, _ format: CompanionFormat) {
        var fields = Fields(
            handler: AffixedName("nosys"), audit: "AUE_NULL", flags: call.capability,
            threads: "SY_THR_STATIC")
        if call.has(.multiplexer) {
        } else if call.has(.noStandard) {
            fields.handler = AffixedName("lkmressys")
            fields.threads = "SY_THR_ABSENT"
            if !format.flagsOfNoStandard { fields.flags = "0" }
        } else {
            fields.handler = call.handlerName
            fields.audit = call.audit
            fields.threads = call.threadFlag
        }
        writeSize(call.sizedStructure, format)
        write(fields, format)
        // The width is that of the fields of the first generator, whatever it has become since; a NOSTD row counts as
        // if it had no flags.
        let counted = call.has(.noStandard) || call.has(.multiplexer) ? 0 : fields.flags.utf8.count
        align(
            25 + call.argumentSize.utf8.count + fields.handler.text.utf8.count + fields.audit.utf8.count
                + counted + 3,
            format)
        write("/* \(call.number) = \(call.publicName) */\n")
    }

    fileprivate mutating func writeCompat(
        _ call: Syscall, _ option: CompatOption?, _ format: CompanionFormat
    ) {
        guard let option else { return }
        if call.has(.noStandard) {
            writeSize(nil, format)
            write(
                Fields(
                    handler: AffixedName("lkmressys"), audit: "AUE_NULL", flags: "0", threads: "SY_THR_ABSENT"
                ),
                format)
            align(46, format)
        } else {
            let size = call.argumentSize
            let handler = AffixedName("\(option.flag.lowercased())(\(size),", call.name, ")")
            write("\t{ ")
            write(
                Fields(
                    handler: handler, audit: call.audit, flags: call.capability, threads: call.threadFlag),
                format)
            let width =
                size.utf8.count + call.name.utf8.count + call.audit.utf8.count + call.capability.utf8.count
            align(22 + width, format)
        }
        write("/* \(call.number) = \(option.description) \(call.publicName) */\n")
    }

    fileprivate mutating func writeEmpty(_ call: Syscall, _ format: CompanionFormat) {
        writeSize(nil, format)
        write(
            Fields(
                handler: AffixedName("nosys"), audit: "AUE_NULL", flags: "0", threads: "SY_THR_ABSENT"),
            format)
        let comment = format.isModular && !call.has(.reserved) ? call.name : call.comment
        align(34, format)
        write("/* \(call.number) = \(call.has(.obsolete) ? "obsolete " : "")\(comment) */\n")
    }

    // MARK: Fields

    /// The fields of a row behind the argument size.
    fileprivate struct Fields {
        var handler: AffixedName
        var audit: String
        var flags: String
        var threads: String
    }

    private mutating func writeSize(_ structure: AffixedName?, _ format: CompanionFormat) {
        if format.namesFields {
            write("\t{ .sy_narg = \(sizeOf: structure), .sy_call = (sy_call_t *)")
        } else {
            write("\t{ \(sizeOf: structure), (sy_call_t *)")
        }
    }

    private mutating func write(_ fields: Fields, _ format: CompanionFormat) {
        let (handler, audit, flags, threads) = (
            fields.handler, fields.audit, fields.flags, fields.threads
        )
        if format.namesFields {
            write("\(handler), .sy_auevent = \(audit), .sy_flags = \(flags), .sy_thrcnt = \(threads) },")
        } else {
            write("\(handler), \(audit), NULL, 0, 0, \(flags), \(threads) },")
        }
    }

    /// Tabs up to the comment (`align_sysent_comment`).
    private mutating func align(_ column: @autoclosure () -> Int, _ format: CompanionFormat) {
        write("\t")
        guard !format.isModular else { return }
        let start = column()
        var column = start + 8 - start % 8
        while column < 56 {
            write("\t")
            column += 8
        }
    }
}
