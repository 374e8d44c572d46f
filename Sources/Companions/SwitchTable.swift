import SyscallTable

/// `init_sysent.c`: the table that the kernel indexes by number (scripts/init_sysent.lua).
func renderSwitchTable(_ text: TableText) -> CodeWriter {
    let table = text.table
    let format = table.particulars.format
    let configuration = table.configuration
    var out = CodeWriter(capacity: 256 * text.calls.count)
    out.writePreamble(table, "System call switch table.")
    let options = text.options.filter { format.isModular || text.hasCalls(of: $0) }
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
    for call in text.calls {
        out.write(verbatim: call.prolog)
        switch call.level {
        case .native: out.writeNative(call, format)
        case .compat(let level): out.writeCompat(call, text.option(level), format)
        case .obsolete, .none: out.writeEmpty(call, format)
        }
    }
    out.write(verbatim: table.master.epilog)
    out.write("};\n")
    return out
}

extension TableText {
    fileprivate func hasCalls(of option: CompatText) -> Bool {
        calls.contains { $0.level == .compat(option.level) }
    }
}

// MARK: - Rows

extension CodeWriter {
    /// What a compat level's rows are wrapped in: the call where the kernel option is set, else nothing.
    fileprivate mutating func writeMacro(_ option: CompatText, _ format: CompanionFormat) {
        let size: Text = format.namesFields ? ".sy_narg = " : ""
        let call: Text = format.namesFields ? ".sy_call = " : ""
        let blank: Text = format.namesFields ? " " : ""
        write(
            """

            #ifdef \(option.definition)
            #define \(option.macro)(n, name) \(size)n, \(call)(sy_call_t *)__CONCAT(\(option.prefix),\(blank)name)
            #else
            #define \(option.macro)(n, name) \(size)0, \(call)(sy_call_t *)nosys
            #endif

            """
        )
    }

    fileprivate mutating func writeNative(_ call: CallText, _ format: CompanionFormat) {
        var handler: Text = "nosys"
        var fields = Fields(audit: "AUE_NULL", flags: call.capability, threads: "SY_THR_STATIC")
        if call.has(.multiplexer) {
        } else if call.has(.noStandard) {
            handler = "lkmressys"
            fields.threads = "SY_THR_ABSENT"
            if !format.flagsOfNoStandard { fields.flags = "0" }
        } else {
            handler = call.handler
            fields.audit = call.audit
            fields.threads = call.threadFlag
        }
        writeSize(call.sizedStructure, format)
        write("\(handler)")
        write(fields, format)
        // The width is that of the fields of the first generator, whatever it has become since; a NOSTD row counts as
        // if it had no flags.
        let counted = call.has(.noStandard) || call.has(.multiplexer) ? 0 : fields.flags.count
        align(28 + call.sizeWidth + handler.count + fields.audit.count + counted, format)
        write("/* \(call.number) = \(call.publicName) */\n")
    }

    fileprivate mutating func writeCompat(
        _ call: CallText, _ option: CompatText?, _ format: CompanionFormat
    ) {
        guard let option else { return }
        if call.has(.noStandard) {
            writeSize(nil, format)
            write("lkmressys")
            write(Fields(audit: "AUE_NULL", flags: "0", threads: "SY_THR_ABSENT"), format)
            align(46, format)
        } else {
            write("\t{ \(option.macro)(\(sizeOf: call.sizedStructure),\(call.name))")
            write(Fields(audit: call.audit, flags: call.capability, threads: call.threadFlag), format)
            align(22 + call.sizeWidth + call.name.count + call.audit.count + call.capability.count, format)
        }
        write("/* \(call.number) = \(option.description) \(call.publicName) */\n")
    }

    fileprivate mutating func writeEmpty(_ call: CallText, _ format: CompanionFormat) {
        writeSize(nil, format)
        write("nosys")
        write(Fields(audit: "AUE_NULL", flags: "0", threads: "SY_THR_ABSENT"), format)
        let comment = format.isModular && !call.has(.reserved) ? call.name : call.comment
        align(34, format)
        let past: Text = call.has(.obsolete) ? "obsolete " : ""
        write("/* \(call.number) = \(past)\(comment) */\n")
    }

    // MARK: Fields

    /// The fields of a row behind the handler.
    fileprivate struct Fields {
        var audit: Text
        var flags: Text
        var threads: Text
    }

    private mutating func writeSize(_ structure: Text?, _ format: CompanionFormat) {
        if format.namesFields {
            write("\t{ .sy_narg = \(sizeOf: structure), .sy_call = (sy_call_t *)")
        } else {
            write("\t{ \(sizeOf: structure), (sy_call_t *)")
        }
    }

    private mutating func write(_ fields: Fields, _ format: CompanionFormat) {
        let (audit, flags, threads) = (fields.audit, fields.flags, fields.threads)
        if format.namesFields {
            write(", .sy_auevent = \(audit), .sy_flags = \(flags), .sy_thrcnt = \(threads) },")
        } else {
            write(", \(audit), NULL, 0, 0, \(flags), \(threads) },")
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

extension CallText {
    /// How wide the size of the argument structure is.
    fileprivate var sizeWidth: Int { sizedStructure.map { "AS()".utf8.count + $0.count } ?? 1 }
}
