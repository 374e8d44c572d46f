extension Wiring {
    /// The kernel side: it registers the calls, publishes their numbers, and takes them back.
    var kernelSide: String {
        """
        \(banner("\(manifest.summary): the kernel side."))
        #include <sys/param.h>
        #include <sys/systm.h>
        #include <sys/kernel.h>
        #include <sys/module.h>
        #include <sys/proc.h>
        #include <sys/sysctl.h>
        #include <sys/sysent.h>

        #include <bsm/audit_kevents.h>

        \(isNarrow ? narrowIncludes : "")#include "\(module).h"

        \(assertions)
        \(entries)
        \(table)
        \(claiming)
        \(registering)
        \(publishing)
        \(moduleDeclaration)
        """
    }

    /// What is compiled for 32-bit programs stands between these lines.
    private func narrow(_ text: String) -> String { isNarrow ? "#ifdef \(macro)_FREEBSD32\n\(text)#endif\n" : "" }

    private var narrowIncludes: String {
        """
        /* 32-bit programs have a table of their own. */
        #if defined(COMPAT_FREEBSD32) && defined(__amd64__)
        #include <sys/syscall.h>

        #include <compat/freebsd32/freebsd32_syscall.h>
        #include <compat/freebsd32/freebsd32_util.h>

        #define	\(macro)_FREEBSD32
        /* A search for a slot goes to the end of the native table in either. */
        _Static_assert(SYS_MAXSYSCALL == FREEBSD32_SYS_MAXSYSCALL,
            "the 32-bit table was not generated anew with the native one");
        #endif


        """
    }

    // MARK: Assertions

    private var assertions: String {
        var text = "/* What the kernel keeps of the arguments of a call. */\n"
        text += CText.macro([
            "#define\t\(macro)_KEPT",
            "\t(sizeof(((struct syscall_args *)NULL)->args) / sizeof(register_t))",
        ])
        text += "\n/* A structure of arguments has the words that the user side passes. */\n"
        text += CText.macro([
            "#define\t\(macro)_ASSERT(call, structure)",
            "_Static_assert(sizeof(struct structure) ==",
            "    \(macro)_WORDS(call) * sizeof(register_t),",
            "    #call \": the structure does not have the words of the call\");",
            "_Static_assert(\(macro)_WORDS(call) <= \(macro)_KEPT,",
            "    #call \": too many words for a system call\")",
        ])
        if isNarrow {
            text += "\n/* What is put together for a 32-bit program is what it passes. */\n"
            text += CText.macro([
                "#define\t\(macro)_ASSERT32(call, words)",
                "_Static_assert(\(macro)_WORDS32_##call == words &&",
                "    \(macro)_WORDS32_##call <= \(macro)_KEPT,",
                "    #call \": not the words of the call in a 32-bit program\")",
            ])
            if traps.contains(where: { $0.isNarrow && $0.result?.passing == .quad }) {
                text += "\n/* A 32-bit program finds a result of 64 bits in two registers. */\n"
                text += CText.macro([
                    "#define\t\(macro)_SPLIT(td) do {",
                    "\t(td)->td_retval[1] =",
                    "\t    (uint32_t)((uint64_t)(td)->td_retval[0] >> 32);",
                    "\t(td)->td_retval[0] = (uint32_t)(td)->td_retval[0];", "} while (0)",
                ])
            }
        }
        text += "\n"
        for trap in traps {
            if trap.arguments.isEmpty {
                text += CText.list(
                    "_Static_assert(",
                    [
                        "\(macro)_WORDS(\(trap.name)) == 0",
                        CText.literal("\(trap.name): the structure does not have the words of the call"),
                    ], ");")
            } else {
                text += CText.list("\(macro)_ASSERT(", [trap.name, trap.structure], ");")
            }
        }
        return text
    }

    // MARK: Entries

    /// A function of the type that the table wants for each call: it tests what must be tested, and calls the handler.
    private var entries: String {
        traps.map { trap in
            var text = remark(trap)
            text += "static int\n\(module)_call_\(trap.name)(struct thread *td, void *uap)\n{\n\n"
            text += body(trap, trap.handler, "uap") + "}\n"
            if case .handler(let handler) = trap.narrow, needsShim(trap) { text += "\n" + narrow(shim(trap, handler)) }
            return text
        }.joined(separator: "\n")
    }

    /// What the manifest says about a call.
    private func remark(_ trap: Trap) -> String {
        let sentences = [
            trap.summary, trap.owner.map { "Owner: \($0)" },
            trap.mig.map { "MIG offers the same without a slot: \($0)" },
        ].compactMap { $0 }
        return sentences.isEmpty
            ? "" : CText.comment(sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: "  "))
    }

    /// Whether 32-bit programs enter by a function of their own: a call without arguments is the same for all.
    private func needsShim(_ trap: Trap) -> Bool {
        guard isNarrow, trap.isNarrow else { return false }
        return !trap.arguments.isEmpty || trap.narrow != .handler(trap.handler) || trap.result?.passing == .quad
    }

    /// The guards of a call, and the call of its handler.
    ///
    /// - Parameter splits: whether the result has 64 bits and goes to a 32-bit program, which finds it in two registers.
    private func body(_ trap: Trap, _ handler: String, _ arguments: String, splits: Bool = false) -> String {
        var text = ""
        if let guarding = trap.guarding, !guarding.functions.isEmpty {
            text += CText.list("if (", guarding.functions.map { "!\($0)(td)" }, ")", indent: 1, separator: " ||")
            switch guarding.answer {
            case .error(let error):
                text += "\t\treturn (\(error));\n"
            case .value(let value):
                text = String(text.dropLast()) + " {\n"
                text += answer(value, trap, splits: splits) + "\t\treturn (0);\n\t}\n"
            }
        }
        guard splits else { return text + "\treturn (\(handler)(td, \(arguments)));\n" }
        text += CText.list("error = \(handler)(", ["td", arguments], ");", indent: 1)
        return text + "\t\(macro)_SPLIT(td);\n\treturn (error);\n"
    }

    /// The result of a call whose guard says no.
    private func answer(_ value: String, _ trap: Trap, splits: Bool) -> String {
        guard trap.result?.passing == .quad else { return "\t\ttd->td_retval[0] = \(value);\n" }
        var text = "\t\ttd->td_retval[0] = (register_t)\(value);\n"
        if splits { return text + "\t\t\(macro)_SPLIT(td);\n" }
        text += "#ifndef __LP64__\n"
        text += "\t\ttd->td_retval[1] =\n\t\t    (register_t)((uint64_t)\(value) >> 32);\n"
        return text + "#endif\n"
    }

    /// The same for a 32-bit program, whose words are narrower: they are put into the native structure.
    private func shim(_ trap: Trap, _ handler: String) -> String {
        var text = "static int\n\(module)_call32_\(trap.name)(struct thread *td, void *uap)\n{\n"
        let splits = trap.result?.passing == .quad
        if trap.arguments.isEmpty {
            text += splits ? "\tint error;\n\n" : "\n"
            return text + body(trap, handler, "uap", splits: splits) + "}\n"
        }
        text += "\tstruct \(trap.structure) args;\n\tconst register_t *words = uap;\n"
        text += splits ? "\tint error;\n\n" : "\n"
        text += CText.list(
            "\(macro)_ASSERT32(", [trap.name, "\(trap.words(wide: false))"], ");\n", indent: 1)
        text += "\tbzero(&args, sizeof(args));\n"
        var index = 0
        for argument in trap.arguments {
            let type = argument.type.text
            let word = "words[\(index)]"
            let value =
                switch argument.type.passing {
                case .int: "(\(type))\(word)"
                case .long: "(\(type))(int32_t)\(word)"
                case .ulong: "(\(type))(uint32_t)\(word)"
                case .pointer: "(\(type))(uintptr_t)(uint32_t)\(word)"
                case .quad:
                    "(\(type))((uint64_t)(uint32_t)\(word) |\n\t    (uint64_t)(uint32_t)words[\(index + 1)] << 32)"
                }
            text += "\targs.\(argument.name) = \(value);\n"
            index += argument.type.passing.narrowWords
        }
        return text + body(trap, handler, "&args", splits: splits) + "}\n"
    }

    // MARK: The table

    private var table: String {
        var text = """
            struct \(module)_slot {
            	struct sysent	new;
            	struct sysent	old;
            	int		number;
            };

            struct \(module)_entry {
            	const char		*name;
            	struct \(module)_slot	 native;

            """
        text += narrow("\tstruct \(module)_slot\t narrow;\n")
        text += """
            };


            """
        text += CText.macro([
            "#define\t\(macro)_SLOT(call, words, event, flags) {", "\t.new = {", "\t\t.sy_call = (call),",
            "\t\t.sy_narg = (words),", "\t\t.sy_auevent = (event),", "\t\t.sy_flags = (flags),", "\t},",
            "\t.number = NO_SYSCALL,", "}",
        ])
        text += """

            static struct \(module)_entry \(module)_table[\(macro)_COUNT] = {

            """
        for trap in traps {
            text += "\t[\(constant(trap))] = {\n\t\t.name = \(CText.literal(trap.name)),\n"
            text += slot(trap, ".native", "\(module)_call_\(trap.name)", "\(macro)_WORDS(\(trap.name))")
            if isNarrow {
                text += "#ifdef \(macro)_FREEBSD32\n"
                text +=
                    trap.isNarrow
                    ? slot(
                        trap, ".narrow", "\(module)_call\(needsShim(trap) ? "32" : "")_\(trap.name)",
                        words(trap, wide: false))
                    : "\t\t.narrow = { .number = NO_SYSCALL },\n"
                text += "#endif\n"
            }
            text += "\t},\n"
        }
        return text + "};\n"
    }

    private func slot(_ trap: Trap, _ field: String, _ function: String, _ words: String) -> String {
        let flags = trap.isCapabilityEnabled ? "SYF_CAPENABLED" : "0"
        return CText.list("\(field) = \(macro)_SLOT(", [function, words, trap.audit, flags], "),", indent: 2)
    }

    // MARK: Registration

    private var claiming: String {
        """
        static int
        \(module)_claim(struct sysent *table, struct \(module)_slot *slot,
            const char *name)
        {
        	int error, number;

        	if (slot->new.sy_call == NULL)
        		return (0);
        	/*
        	 * The number is published when the call is there.  Not static even in
        	 * a kernel, so that it can be taken back.
        	 */
        	number = NO_SYSCALL;
        	error = kern_syscall_register(table, &number, &slot->new, &slot->old,
        	    0);
        	if (error != 0) {
        		printf("\(module): no slot for %s: error %d\\n", name, error);
        		return (error);
        	}
        	slot->number = number;
        	if (bootverbose)
        		printf("\(module): %s is system call %d\\n", name, number);
        	return (0);
        }

        static int
        \(module)_unclaim(struct sysent *table, struct \(module)_slot *slot)
        {
        	int error, number;

        	number = slot->number;
        	if (number == NO_SYSCALL)
        		return (0);
        	/* Nobody shall find a call that is about to go. */
        	slot->number = NO_SYSCALL;
        	error = kern_syscall_deregister(table, number, &slot->old);
        	if (error != 0)
        		slot->number = number;
        	return (error);
        }

        """
    }

    private var registering: String {
        """
        /* Takes back what is registered, the last call first, and waits for each. */
        static int
        \(module)_deregister(void)
        {
        	struct \(module)_entry *entry;
        	int error;

        	for (entry = \(module)_table + \(macro)_COUNT;
        	    entry-- != \(module)_table;) {
        \(narrow("""
        \t\terror = \(module)_unclaim(freebsd32_sysent, &entry->narrow);
        \t\tif (error != 0)
        \t\t\treturn (error);

        """))		error = \(module)_unclaim(sysent, &entry->native);
        		if (error != 0)
        			return (error);
        	}
        	return (0);
        }

        \(CText.comment(shortageComment))static int
        \(module)_register(void)
        {
        	struct \(module)_entry *entry;
        \(manifest.shortage == .refuse ? "\tint error;\n" : "")
        	for (entry = \(module)_table;
        	    entry != \(module)_table + \(macro)_COUNT; entry++) {
        \(claims)	}
        	return (0);
        }

        """
    }

    private var shortageComment: String {
        switch manifest.shortage {
        case .refuse: "Registers all calls, or none: when one gets no slot, the others are taken back."
        case .rest: "Registers what gets a slot; the number of a call that gets none stays -1."
        }
    }

    private var claims: String {
        switch manifest.shortage {
        case .rest:
            """
            		(void)\(module)_claim(sysent, &entry->native, entry->name);
            \(narrow("\t\t(void)\(module)_claim(freebsd32_sysent, &entry->narrow,\n\t\t    entry->name);\n"))
            """
        case .refuse:
            """
            		error = \(module)_claim(sysent, &entry->native, entry->name);
            \(narrow("""
            \t\tif (error == 0)
            \t\t\terror = \(module)_claim(freebsd32_sysent,
            \t\t\t    &entry->narrow, entry->name);

            """))		if (error != 0) {
            			(void)\(module)_deregister();
            			return (error);
            		}

            """
        }
    }

    // MARK: Numbers

    private var publishing: String {
        var text = """
            /* Gives a program the number that the call has in the program's own table. */
            static int
            \(module)_sysctl(SYSCTL_HANDLER_ARGS)
            {
            	const struct \(module)_entry *entry = arg1;
            	int number;

            	number = entry->native.number;
            #ifdef __LP64__
            	if (SV_CURPROC_FLAG(SV_ILP32))

            """
        text +=
            isNarrow
            ? "#ifdef \(macro)_FREEBSD32\n\t\tnumber = entry->narrow.number;\n#else\n\t\tnumber = NO_SYSCALL;\n#endif\n"
            : "\t\tnumber = NO_SYSCALL;\n"
        text += """
            #endif
            	return (sysctl_handle_int(oidp, &number, arg2, req));
            }


            """
        text += nodes + "\n"
        let root = "_" + manifest.sysctl.components.joined(separator: "_")
        text += CText.macro([
            "#define\t\(macro)_SYSCTL(call, access, descr)",
            "\tSYSCTL_PROC(\(root), OID_AUTO, call,",
            "\t    CTLTYPE_INT | CTLFLAG_RD | CTLFLAG_MPSAFE | (access),",
            "\t    &\(module)_table[\(macro)_##call], 0,",
            "\t    \(module)_sysctl, \"I\", descr)",
        ])
        text += "\n"
        for trap in traps {
            text += CText.list(
                "\(macro)_SYSCTL(",
                [
                    trap.name, trap.isCapabilityEnabled ? "CTLFLAG_CAPRD" : "0",
                    CText.literal("System call number of \(trap.name), -1 for none"),
                ], ");")
        }
        return text
    }

    private var nodes: String {
        let root = manifest.sysctl
        var text = ""
        for index in root.components.indices {
            let name = root.components[index]
            let path = root.components[..<index].map { "_" + $0 }.joined()
            if index == root.existing - 1 { text += "SYSCTL_DECL(\(path)_\(name));\n" }
            guard index >= root.existing else { continue }
            let summary = CText.literal(
                index == root.components.count - 1 ? "Numbers of system calls: \(manifest.summary)" : manifest.summary)
            text +=
                index == 0
                ? CText.list(
                    "static SYSCTL_ROOT_NODE(", ["OID_AUTO", name, "CTLFLAG_RD | CTLFLAG_MPSAFE", "NULL", summary], ");"
                )
                : CText.list(
                    "static SYSCTL_NODE(",
                    [path, "OID_AUTO", name, "CTLFLAG_RD | CTLFLAG_MPSAFE", "NULL", summary], ");")
        }
        return text
    }

    // MARK: The module

    private var moduleDeclaration: String {
        var text = """
            static int
            \(module)_modevent(module_t mod __unused, int what, void *arg __unused)
            {

            	switch (what) {
            	case MOD_LOAD:
            		return (\(module)_register());
            	case MOD_UNLOAD:
            		return (\(module)_deregister());
            	default:
            		return (EOPNOTSUPP);
            	}
            }

            static moduledata_t \(module)_mod = {
            	"\(module)",
            	\(module)_modevent,
            	NULL
            };

            DECLARE_MODULE(\(module), \(module)_mod, SI_SUB_SYSCALLS, SI_ORDER_ANY);
            MODULE_VERSION(\(module), \(manifest.version));

            """
        for dependency in manifest.dependencies {
            let version = dependency.version
            text += CText.list(
                "MODULE_DEPEND(", [module, dependency.module, "\(version)", "\(version)", "\(version)"], ");")
        }
        return text
    }
}
