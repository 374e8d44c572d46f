import SyscallTable

/// `systrace_args.c`: values and types of arguments and results for DTrace (scripts/systrace_args.lua).
func renderSystraceArguments(_ table: SyscallTable) -> [UInt8] {
    var out = CodeWriter(capacity: 900 * table.calls.count)
    var entries = CodeWriter(capacity: 400 * table.calls.count)
    var results = CodeWriter(capacity: 120 * table.calls.count)
    let cast = table.configuration["ptr_intptr_t_cast"]

    if table.configuration.pairsWideArguments { out.writePadCondition() }
    out.writePreamble(
        "System call argument to DTrace register array conversion.",
        "",
        "This file is part of the DTrace syscall provider."
    )
    out.write(
        """
        static void
        systrace_args(int sysnum, void *params, uint64_t *uarg, int *n_args)
        {
        	int64_t *iarg = (int64_t *)uarg;
        	int a = 0;
        	switch (sysnum) {

        """
    )
    entries.writeDescriptionHead("entry")
    results.writeDescriptionHead("return")
    for call in table.calls {
        out.write(verbatim: call.prolog)
        entries.write(verbatim: call.prolog)
        results.write(verbatim: call.prolog)
        guard call.isNative else { continue }
        out.write("\t/* \(call.name) */\n\tcase \(call.number): {\n")
        entries.write("\t/* \(call.name) */\n\tcase \(call.number):\n")
        results.write("\t/* \(call.name) */\n\tcase \(call.number):\n")
        let arguments = call.has(.multiplexer) ? [] : call.arguments
        if !arguments.isEmpty {
            out.write("\t\tstruct \(call.structure) *p = params;\n")
            for argument in arguments { out.writeValue(argument, cast: cast) }
            entries.writeDescriptions(arguments)
            results.write(
                """
                		if (ndx == 0 || ndx == 1)
                			p = "\(call.result ?? "")";
                		break;

                """
            )
        }
        out.write("\t\t*n_args = \(arguments.count);\n\t\tbreak;\n\t}\n")
        entries.write("\t\tbreak;\n")
    }
    out.write(verbatim: table.master.epilog)
    out.write(
        """
        	default:
        		*n_args = 0;
        		break;
        	};
        }

        """
    )
    entries.writeDescriptionTail(table)
    results.writeDescriptionTail(table)
    out.write(entries)
    out.write(results)
    return out.bytes
}

extension Syscall.Argument {
    /// The type without a trailing `__restrict`.
    fileprivate var tracedType: String {
        guard type.hasSuffix("__restrict") else { return type }
        var type = type.dropLast("__restrict".count)
        while type.last?.isWhitespace == true { type.removeLast() }
        return String(type)
    }
}

extension CodeWriter {
    fileprivate mutating func writeDescriptionHead(_ what: String) {
        write(
            """
            static void
            systrace_\(what)_setargdesc(int sysnum, int ndx, char *desc, size_t descsz)
            {
            	const char *p = NULL;
            	switch (sysnum) {

            """
        )
    }

    fileprivate mutating func writeDescriptionTail(_ table: SyscallTable) {
        write(verbatim: table.master.epilog)
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
    fileprivate mutating func writeValue(_ argument: Syscall.Argument, cast: String) {
        let (name, type) = (argument.name, argument.tracedType)
        if argument.isPointer {
            write("\t\tuarg[a++] = (\(cast))p->\(name); /* \(type) */\n")
        } else if type == "union l_semun" {
            write("\t\tuarg[a++] = p->\(name).buf; /* \(type) */\n")
        } else if type.hasPrefix("u") || type == "size_t" {
            write("\t\tuarg[a++] = p->\(name); /* \(type) */\n")
        } else {
            if argument.isPad { write("#ifdef PAD64_REQUIRED\n") }
            write("\t\tiarg[a++] = p->\(name); /* \(type) */\n")
            if argument.isPad { write("#endif\n") }
        }
    }

    /// The types of a call's arguments. Behind padding the indices shift by `_P_` where there is none.
    fileprivate mutating func writeDescriptions(_ arguments: [Syscall.Argument]) {
        write("\t\tswitch (ndx) {\n")
        var shift = ""
        for (index, argument) in arguments.enumerated() {
            let type = argument.tracedType
            if argument.isPad { write("#ifdef PAD64_REQUIRED\n") }
            write(
                """
                		case \(index)\(shift):
                			p = "\(type.utf8.contains(0x2A) ? "userland " : "")\(type)";
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
