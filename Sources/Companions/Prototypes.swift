import SyscallTable

/// `sysproto.h`: argument structures and handlers' prototypes, native ones first, then level by level under their
/// kernel option, then the audit events (scripts/sysproto_h.lua).
func renderPrototypes(_ text: TableText) -> CodeWriter {
    let table = text.table
    let configuration = table.configuration
    let prefix = configuration["syscallprefix"]
    let format = table.particulars.format
    var structures = CodeWriter(capacity: 400 * text.calls.count)
    var handlers = CodeWriter(capacity: 80 * text.calls.count)
    var levels = text.options.sorted { $0.level < $1.level }.map(CompatSection.init)
    var events = CodeWriter(capacity: 40 * text.calls.count)

    for call in text.calls {
        structures.write(verbatim: call.prolog)
        handlers.write(verbatim: call.prolog)
        for index in levels.indices { levels[index].structures.write(verbatim: call.prolog) }
        let hasPrototype = call.flags.isDisjoint(with: [.noPrototype, .noDefinition])
        let hasStructure = hasPrototype && !call.has(.noArguments)
        switch call.level {
        case .native:
            if hasStructure { structures.writeStructure(call, padded: true, format) }
            if hasPrototype { handlers.writeHandler(call) }
        case .compat(let level):
            guard let index = levels.firstIndex(where: { $0.option.level == level }) else { continue }
            if hasStructure, call.arguments.isEmpty {
                structures.writeStructure(call, padded: false, format)
            } else if hasStructure {
                levels[index].structures.writeStructure(call, padded: false, format)
            }
            if hasPrototype { levels[index].handlers.writeHandler(call) }
        case .obsolete, .none: continue
        }
        if hasPrototype {
            // Of a compat call the event bears the handler's name, of a native one the public name.
            let event = call.isNative ? call.publicName : call.handler
            events.write("#define\t\(prefix)AUE_\(event)\t\(call.audit)\n")
        }
    }

    var out = CodeWriter(capacity: 600 * text.calls.count)
    out.writePreamble(table, "System call prototypes.")
    out.writeHead(guardedBy: configuration["sysproto_h"], format)
    if configuration.pairsWideArguments { out.writePadCondition() }
    out.write(structures)
    out.write(verbatim: table.master.epilog)
    out.write(handlers)
    out.write(verbatim: table.master.epilog)
    for level in levels {
        out.write("\n#ifdef \(level.option.definition)\n\n")
        out.write(level.structures)
        out.write(verbatim: table.master.epilog)
        out.write(level.handlers)
        out.write("\n#endif /* \(level.option.definition) */\n\n")
    }
    out.write(events)
    out.write(
        """

        #undef PAD_
        #undef PADL_
        #undef PADR_

        #endif /* !\(configuration["sysproto_h"]) */

        """
    )
    return out
}

private struct CompatSection {
    let option: CompatText
    var structures = CodeWriter()
    var handlers = CodeWriter()

    init(_ option: CompatText) {
        self.option = option
    }
}

extension CodeWriter {
    fileprivate mutating func writeHead(guardedBy macro: String, _ format: CompanionFormat) {
        write("#ifndef \(macro)\n#define\t\(macro)\n\n")
        for header in format.prototypeIncludes { write("#include <\(header)>\n") }
        write(
            """

            #include <bsm/audit_kevents.h>

            struct proc;

            struct thread;

            #define	PAD_(t)	(sizeof(\(format.word)) <= sizeof(t) ? \\
            		0 : sizeof(\(format.word)) - sizeof(t))

            #if BYTE_ORDER == LITTLE_ENDIAN
            #define	PADL_(t)	0
            #define	PADR_(t)	PAD_(t)
            #else
            #define	PADL_(t)	PAD_(t)
            #define	PADR_(t)	0
            #endif


            """
        )
    }

    fileprivate mutating func writeStructure(_ call: CallText, padded: Bool, _ format: CompanionFormat) {
        guard !call.arguments.isEmpty else {
            write("struct \(call.structure) {\n\t\(format.word) dummy;\n};\n")
            return
        }
        write("struct \(call.structure) {\n")
        for argument in call.arguments {
            let (type, name) = (argument.type, argument.name)
            if padded, argument.isPad { write("#ifdef PAD64_REQUIRED\n") }
            write(
                "\tchar \(name)_l_[PADL_(\(type))]; \(type) \(name); char \(name)_r_[PADR_(\(type))];\n")
            if padded, argument.isPad { write("#endif\n") }
        }
        write("};\n")
    }

    fileprivate mutating func writeHandler(_ call: CallText) {
        write(
            "\(call.returnType)\t\(call.handler)(struct thread *, struct \(call.structure) *);\n"
        )
    }
}
