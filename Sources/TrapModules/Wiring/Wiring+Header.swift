extension Wiring {
    /// The header of both sides: which calls there are, how many words each has, and what each side declares.
    var header: String {
        """
        \(banner("\(manifest.summary): what both sides must agree on."))
        #ifndef _\(macro)_H_
        #define	_\(macro)_H_

        \(includes)
        \(supportedArchitectures)
        \(callConstants)
        \(wordConstants)
        \(widthAssertions)#ifdef _KERNEL
        \(structures)
        \(handlers)#else /* !_KERNEL */
        \(prototypes)#endif /* _KERNEL */

        #endif /* !_\(macro)_H_ */

        """
    }

    private var includes: String {
        var text = "#include <sys/cdefs.h>\n#include <sys/types.h>\n"
        let user = ["errno.h"] + (usesBool ? ["stdbool.h"] : []) + ["stdint.h"] + manifest.includes.user
        for header in manifest.includes.shared { text += "#include <\(header)>\n" }
        text += "#ifdef _KERNEL\n"
        for header in ["sys/stdint.h"] + manifest.includes.kernel { text += "#include <\(header)>\n" }
        text += "#else\n"
        for header in user { text += "#include <\(header)>\n" }
        return text + "#endif\n"
    }

    private var usesBool: Bool {
        traps.contains { trap in
            ([trap.result].compactMap { $0 } + trap.arguments.map(\.type)).contains { $0.text.contains("bool") }
        }
    }

    /// An architecture for which nobody has counted words is refused.
    private var supportedArchitectures: String {
        func test(_ architectures: [Architecture]) -> String {
            architectures.map { "!defined(\($0.macro))" }.joined(separator: " && ")
        }
        let kernel = Architecture.allCases.filter(manifest.architectures.contains)
        if kernel == userArchitectures {
            return "#if \(test(kernel))\n#error \"\(module) is not made for this architecture\"\n#endif\n"
        }
        return """
            #ifdef _KERNEL
            #if \(test(kernel))
            #error "\(module) is not made for kernels of this architecture"
            #endif
            #elif \(test(userArchitectures))
            #error "\(module) is not made for programs of this architecture"
            #endif

            """
    }

    private var callConstants: String {
        var text = "/* The calls, in the order in which they are registered. */\nenum \(module)_call {\n"
        for trap in traps { text += "\t\(constant(trap)),\n" }
        return text + "\t\(macro)_COUNT\n};\n"
    }

    private var wordConstants: String {
        var text = """
            /*
             * How many words of arguments each call has in a program of 64 bits, and in
             * one of 32 bits, where what has 64 bits takes two.
             */

            """
        for wide in [true, false] {
            for trap in traps {
                text += "#define\t\(words(trap, wide: wide))\t\(trap.words(wide: wide))\n"
            }
        }
        return text + """
            #ifdef __LP64__
            #define	\(macro)_WORDS(call)	\(macro)_WORDS64_##call
            #else
            #define	\(macro)_WORDS(call)	\(macro)_WORDS32_##call
            #endif

            """
    }

    /// The constant with the number of words of a call.
    func words(_ trap: Trap, wide: Bool) -> String { "\(macro)_WORDS\(wide ? 64 : 32)_\(trap.name)" }

    /// The manifest says how types are passed; the compiler knows how wide they are.
    private var widthAssertions: String {
        var types: [CType] = []
        for trap in traps {
            for type in trap.arguments.map(\.type) + [trap.result].compactMap({ $0 })
            where type.passing != .pointer && !types.contains(type) {
                types.append(type)
            }
        }
        guard !types.isEmpty else { return "" }
        var text = "/* How the arguments and results are passed depends on their widths. */\n"
        for type in types {
            let condition =
                switch type.passing {
                case .int: "sizeof(\(type.text)) <= 4"
                case .quad: "sizeof(\(type.text)) == 8"
                case .long, .ulong, .pointer: "sizeof(\(type.text)) == sizeof(long)"
                }
            text += CText.list(
                "_Static_assert(", [condition, CText.literal("\(type.text) is not as wide as it was said to be")],
                ");")
        }
        return text + "\n"
    }

    // MARK: The kernel side

    private var structures: String {
        var text = """
            struct thread;

            /*
             * An argument in its word, or words: the kernel hands a handler an array of
             * words, and the handler sees a structure.
             */

            """
        text += CText.macro([
            "#define\t\(macro)_PAD(type)",
            "\t(sizeof(register_t) <= sizeof(type) ? 0 :",
            "\t    sizeof(register_t) - sizeof(type))",
        ])
        text += CText.macro([
            "#define\t\(macro)_ARGUMENT(type, name)", "\ttype name;", "\tchar name##_pad[\(macro)_PAD(type)]",
        ])
        text += "\n"
        var seen: Set<String> = []
        for trap in traps where seen.insert(trap.structure).inserted {
            text += "struct \(trap.structure) {\n"
            for argument in trap.arguments {
                text += CText.list(
                    "\(macro)_ARGUMENT(", ["\(argument.type.text)", argument.name], ");", indent: 1)
            }
            if trap.arguments.isEmpty { text += "\tregister_t dummy;\n" }
            text += "};\n\n"
        }
        return String(text.dropLast())
    }

    private var handlers: String {
        var text = ""
        var seen: Set<String> = []
        for function in traps.flatMap({ $0.guarding?.functions ?? [] }) where seen.insert(function).inserted {
            text += "int\t\(function)(struct thread *td);\n"
        }
        for trap in traps {
            for handler in [trap.handler] + trap.narrowHandlers where seen.insert(handler).inserted {
                text += CText.list(
                    "int\t\(handler)(", ["struct thread *td", "struct \(trap.structure) *uap"], ");")
            }
        }
        return text
    }

    // MARK: The user side

    private var prototypes: String {
        var text = """
            /*
             * What errno says when a call cannot be made: no module of this name is loaded,
             * or it is, and the kernel had no slot left for the call.  ENOSYS where the
             * module went and came again around the call, or the handler says so; ECAPMODE
             * where capability mode forbids the call.
             */
            #define	\(macro)_NOMODULE	EPROGUNAVAIL
            #define	\(macro)_NOSLOT	EPROCUNAVAIL

            __BEGIN_DECLS

            """
        text += CText.comment("The number that a call has now; -1, and errno, when it has none.")
        text += "int\t\(module)_number(enum \(module)_call call);\n"
        text += CText.comment("Forget all numbers: to be called when the module may have been loaded anew.")
        text += "void\t\(module)_forget(void);\n\n"
        for trap in traps {
            guard let user = trap.user else { continue }
            text += CText.list(
                "\(trap.resultText)\t\(trap.resultStars)\(user)(", trap.parameters, ");")
        }
        return text + "__END_DECLS\n"
    }
}

extension Trap {
    /// The handlers of 32-bit programs.
    var narrowHandlers: [String] {
        if case .handler(let handler) = narrow { [handler] } else { [] }
    }

    /// The result type without the stars, which go to the name.
    var resultText: String {
        var text = result?.text ?? "void"
        while text.hasSuffix("*") || text.hasSuffix(" ") { text.removeLast() }
        return text
    }

    var resultStars: String { String((result?.text ?? "").reversed().prefix { $0 == "*" }) }

    /// The parameters of the function that programs call.
    var parameters: [String] {
        arguments.isEmpty ? ["void"] : arguments.map { $0.type.declaration(of: $0.name) }
    }
}
