extension Wiring {
    /// The user side: it finds the number of each call, and a function for each makes it.
    var userSide: String {
        """
        \(banner("\(manifest.summary): the user side."))
        #include <sys/types.h>
        #include <sys/sysctl.h>

        #include <errno.h>
        #include <stdatomic.h>
        #include <stddef.h>
        #include <stdint.h>
        #include <unistd.h>

        #include "\(module).h"

        \(names)
        \(resolver)\(wrappers)
        """
    }

    /// The functions that programs call, and what they need.
    private var wrappers: String {
        let functions = traps.filter { $0.user != nil }.map(wrapper)
        guard !functions.isEmpty else { return "" }
        return "\n\(retrying)\n\(macros)\n\(functions.joined(separator: "\n"))"
    }

    private var names: String {
        var text = "static const char *const \(module)_names[\(macro)_COUNT] = {\n"
        for trap in traps {
            text += CText.list(
                "[\(constant(trap))] = ", [CText.literal("\(manifest.sysctl.name).\(trap.name)")], ",", indent: 1)
        }
        return text + """
            };

            /* 0 is no number that a module gets; it stands for one that is not known. */
            static _Atomic(int) \(module)_numbers[\(macro)_COUNT];

            """
    }

    private var resolver: String {
        """
        /*
         * The number of a call, looked up when it is wanted first and kept from then
         * on.  Threads that come at the same time look it up each and find the same;
         * nothing is locked, so that this can be called after fork(2) and in a signal
         * handler.  That there is no such call is not kept: the module may come.
         */
        int
        \(module)_number(enum \(module)_call call)
        {
        	size_t size;
        	int number;

        	number = atomic_load_explicit(&\(module)_numbers[call],
        	    memory_order_relaxed);
        	if (number != 0)
        		return (number);
        	size = sizeof(number);
        	if (sysctlbyname(\(module)_names[call], &number, &size, NULL,
        	    0) != 0) {
        		if (errno == ENOENT)
        			errno = \(macro)_NOMODULE;
        		return (-1);
        	}
        	if (number <= 0) {
        		errno = \(macro)_NOSLOT;
        		return (-1);
        	}
        	atomic_store_explicit(&\(module)_numbers[call], number,
        	    memory_order_relaxed);
        	return (number);
        }

        void
        \(module)_forget(void)
        {
        	int call;

        	for (call = 0; call < \(macro)_COUNT; call++)
        		atomic_store_explicit(&\(module)_numbers[call], 0,
        		    memory_order_relaxed);
        }

        """
    }

    /// What each function asks when the kernel says that there is no such call.
    private var retrying: String {
        """
        /*
         * Whether a call that failed has another number now, or none: the module went,
         * and perhaps came again.  ENOSYS stays where it has the same number: it came
         * again meanwhile, or its handler says so; which of the two, nothing tells.  A
         * process that does not ignore SIGSYS does not get here where the kernel sends
         * it.
         */
        static int
        \(module)_moved(enum \(module)_call call, int number)
        {
        	int now;

        	if (errno != ENOSYS)
        		return (0);
        	now = number;
        	(void)atomic_compare_exchange_strong(&\(module)_numbers[call],
        	    &now, 0);
        	now = \(module)_number(call);
        	errno = now == number ? ENOSYS : 0;
        	return (now != number);
        }

        """
    }

    private var macros: String {
        let quads = traps.contains { $0.user != nil && $0.arguments.contains { $0.type.passing == .quad } }
        var text = """
            /* An argument as the words that it is passed in. */
            #define	\(macro)_WORD(argument)	((long)(argument))

            """
        if quads {
            text += "#ifdef __LP64__\n#define\t\(macro)_QUAD(argument)\t((long)(argument))\n#else\n"
            text += CText.macro([
                "#define\t\(macro)_QUAD(argument)", "\t((long)(uint32_t)(argument)),",
                "\t((long)(uint32_t)((uint64_t)(argument) >> 32))",
            ])
            text += "#endif\n"
        }
        text += "\n/* A function passes the words that the kernel side takes. */\n"
        text += CText.macro([
            "#define\t\(macro)_ASSERT(call, ...)",
            "_Static_assert(sizeof((long []){ 0, __VA_ARGS__ }) ==",
            "    (1 + \(macro)_WORDS(call)) * sizeof(long),",
            "    #call \": not the words of the call\")",
        ])
        // What syscall(2) does not bring may not be wanted.
        if manifest.architectures.contains(.arm64) {
            text += """

                #ifdef __aarch64__
                /* The number takes one of eight registers, and no stack is read. */
                #define	\(macro)_LIMIT	7
                #else
                #define	\(macro)_LIMIT	8
                #endif

                """
        } else {
            text += "\n#define\t\(macro)_LIMIT\t\(TrapManifest.wordLimit)\n"
        }
        for trap in traps where trap.user != nil {
            text += CText.list(
                "_Static_assert(",
                [
                    "\(macro)_WORDS(\(trap.name)) <= \(macro)_LIMIT",
                    CText.literal("\(trap.name): more words than syscall(2) brings"),
                ], ");")
        }
        return text
    }

    private func wrapper(_ trap: Trap) -> String {
        guard let user = trap.user else { return "" }
        let names = LocalNames(avoiding: trap.arguments.map(\.name))
        let (value, number) = (names["value"], names["number"])
        let words = trap.arguments.map { argument in
            "\(macro)_\(argument.type.passing == .quad ? "QUAD" : "WORD")(\(argument.name))"
        }
        let isWide = trap.result?.passing ?? .int != .int
        var text = "\(trap.resultText)\(trap.resultStars.isEmpty ? "" : " \(trap.resultStars)")\n"
        text += CText.list("\(user)(", trap.parameters, ")")
        text += "{\n"
        text += isWide ? "\toff_t \(value);\n\tint \(number);\n\n" : "\tint \(number), \(value);\n\n"
        text += CText.list("\(macro)_ASSERT(", [trap.name] + words, ");", indent: 1)
        text += "\tdo {\n"
        text += CText.list("\(number) = \(module)_number(", [constant(trap)], ");", indent: 2)
        text += "\t\tif (\(number) == -1)\n"
        text += "\t\t\treturn\(trap.result == nil ? "" : " (\(cast(trap.absent ?? "-1", trap)))");\n"
        text += CText.list(
            "\(value) = \(isWide ? "__syscall((quad_t)" : "syscall(")", [number] + words, ");", indent: 2)
        text += "\t} while (\(value) == -1 &&\n"
        text += CText.list("    \(module)_moved(", [constant(trap), number], "));", indent: 1)
        if trap.result != nil {
            if let absent = trap.absent, absent != "-1" {
                text += "\tif (\(value) == -1 && (errno == ENOSYS || errno == ECAPMODE))\n"
                text += "\t\treturn (\(cast(absent, trap)));\n"
            }
            text += "\treturn (\(cast(value, trap)));\n"
        }
        return text + "}\n"
    }

    private func cast(_ value: String, _ trap: Trap) -> String {
        guard let type = trap.result else { return value }
        let value = value.hasPrefix("-") ? "(\(value))" : value
        return type.passing == .pointer ? "(\(type.text))(intptr_t)\(value)" : "(\(type.text))\(value)"
    }
}

/// Names of local variables that no argument has.
private struct LocalNames {
    let taken: Set<String>

    init(avoiding names: [String]) {
        taken = Set(names)
    }

    subscript(name: String) -> String {
        var name = name
        while taken.contains(name) { name += "_" }
        return name
    }
}
