// What the compiler checks of the kernel side.
extension Wiring {
    var assertions: String {
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
}
