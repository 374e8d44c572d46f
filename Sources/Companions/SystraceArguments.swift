import SyscallSyntax
import SyscallTable

/// `systrace_args.c`: values and types of arguments and results for DTrace (scripts/systrace_args.lua).
func renderSystraceArguments(_ text: TableText) -> CodeWriter {
    let table = text.table
    var out = CodeWriter(capacity: 1500 * text.calls.count)
    let format = table.particulars.format.trace
    let value = ValueFormat(table)

    if table.configuration.pairsWideArguments { out.writePadCondition() }
    out.writePreamble(
        table,
        // The word is misspelt in the single-file generators.
        "System call argument to DTrace register array \(value.isModular ? "conversion" : "converstion").",
        notes: ["", "This file is part of the DTrace syscall provider."],
        namesOrigin: false
    )
    out.writeValues(of: text, value)
    out.writeDescription(format.describer, of: text) { out, call in
        let arguments = call.tracedArguments
        if !arguments.isEmpty { out.writeDescriptions(arguments, value) }
        out.write("\t\tbreak;\n")
    }
    guard format.results else { return out }
    out.writeDescription("systrace_return_setargdesc", of: text) { out, call in
        guard !call.tracedArguments.isEmpty else { return }
        out.write(
            """
            		if (ndx == 0 || ndx == 1)
            			p = "\(call.result)";
            		break;

            """
        )
    }
    return out
}

extension CallText {
    /// The arguments that DTrace is told of.
    fileprivate var tracedArguments: UnsafeBufferPointer<ArgumentText> {
        has(.multiplexer) ? UnsafeBufferPointer(start: nil, count: 0) : arguments
    }
}

/// How the value of an argument is taken.
private struct ValueFormat {
    let trace: TraceFormat
    let namesFields: Bool
    let isModular: Bool
    let cast: String

    init(_ table: SyscallTable) {
        let format = table.particulars.format
        trace = format.trace
        namesFields = format.namesFields
        isModular = format.isModular
        cast = "(\(table.configuration["ptr_intptr_t_cast"]))" + (namesFields ? "" : " ")
    }

    /// The type without a trailing `__restrict`.
    func tracedType(_ argument: ArgumentText) -> Text {
        guard trace.stripsRestrict, argument.isRestricted else { return argument.type }
        var rest = argument.type.dropLast("__restrict".utf8.count)
        if namesFields { while let last = rest.bytes.last, isSpace(last) { rest = rest.dropLast(1) } }
        return rest
    }
}

extension CodeWriter {
    /// The function that puts the values of a call's arguments into the array of registers.
    fileprivate mutating func writeValues(of text: TableText, _ value: ValueFormat) {
        write(
            """
            static void
            systrace_args(int sysnum, void *params, uint64_t *uarg, int *n_args)
            {
            \(value.namesFields ? "\tint64_t *iarg = (int64_t *)uarg;" : "\tint64_t *iarg  = (int64_t *) uarg;")
            \(value.trace.countsArguments ? "\tint a = 0;\n" : "")	switch (sysnum) {

            """
        )
        for call in text.calls {
            if value.trace.directives { write(verbatim: call.prolog) }
            guard call.isNative else { continue }
            write("\t/* \(call.name) */\n\tcase \(call.number): {\n")
            let arguments = call.tracedArguments
            if !arguments.isEmpty { write("\t\tstruct \(call.structure) *p = params;\n") }
            for (index, argument) in arguments.enumerated() { writeValue(argument, index, value) }
            write("\t\t*n_args = \(arguments.count);\n\t\tbreak;\n\t}\n")
        }
        if value.trace.directives { write(verbatim: text.table.master.epilog) }
        write(
            """
            	default:
            		*n_args = 0;
            		break;
            	};
            }

            """
        )
    }

    /// A function that describes what `body` says of each call.
    fileprivate mutating func writeDescription(
        _ function: String,
        of text: TableText,
        _ body: (inout CodeWriter, CallText) -> Void
    ) {
        let directives = text.table.particulars.format.trace.directives
        write(
            """
            static void
            \(function)(int sysnum, int ndx, char *desc, size_t descsz)
            {
            	const char *p = NULL;
            	switch (sysnum) {

            """
        )
        for call in text.calls {
            if directives { write(verbatim: call.prolog) }
            guard call.isNative else { continue }
            write("\t/* \(call.name) */\n\tcase \(call.number):\n")
            body(&self, call)
        }
        if directives { write(verbatim: text.table.master.epilog) }
        write(
            """
            	default:
            		break;
            	};
            	if (p != NULL)
            		strlcpy(desc, p, descsz);
            }

            """
        )
    }

    /// One argument of a call into the array of registers.
    fileprivate mutating func writeValue(
        _ argument: ArgumentText, _ index: Int, _ format: ValueFormat
    ) {
        let (name, type) = (argument.name, format.tracedType(argument))
        if argument.isPointer {
            writePlace("uarg", index, format)
            write("\(format.cast)p->\(name); /* \(type) */\n")
        } else if type == "union l_semun", format.trace.semun {
            writePlace("uarg", index, format)
            write("p->\(name).buf; /* \(type) */\n")
        } else if type.bytes.first == UInt8(ascii: "u") || type == "size_t" {
            writePlace("uarg", index, format)
            write("p->\(name); /* \(type) */\n")
        } else {
            if argument.isPad { write("#ifdef PAD64_REQUIRED\n") }
            writePlace("iarg", index, format)
            write("p->\(name); /* \(type) */\n")
            if argument.isPad { write("#endif\n") }
        }
    }

    /// The register that gets a value.
    private mutating func writePlace(_ array: Text, _ index: Int, _ format: ValueFormat) {
        if format.trace.countsArguments {
            write("\t\t\(array)[a++] = ")
        } else {
            write("\t\t\(array)[\(index)] = ")
        }
    }

    /// The types of a call's arguments. Behind padding the indices shift by `_P_` where there is none.
    fileprivate mutating func writeDescriptions(
        _ arguments: UnsafeBufferPointer<ArgumentText>, _ format: ValueFormat
    ) {
        write(format.namesFields ? "\t\tswitch (ndx) {\n" : "\t\tswitch(ndx) {\n")
        var shift: Text = ""
        for (index, argument) in arguments.enumerated() {
            let type = format.tracedType(argument)
            let space: Text = format.trace.userland && argument.hasStar ? "userland " : ""
            if argument.isPad { write("#ifdef PAD64_REQUIRED\n") }
            write(
                """
                		case \(index)\(shift):
                			p = "\(space)\(type)";
                			break;

                """
            )
            if argument.isPad {
                shift = " - _P_"
                write(
                    """
                    #define _P_ 0
                    #else
                    #define _P_ 1
                    #endif

                    """
                )
            }
        }
        write("\t\tdefault:\n\t\t\tbreak;\n\t\t};\n")
        if !shift.isEmpty { write("#undef _P_\n\n") }
    }
}
