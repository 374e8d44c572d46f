// The table that the registration goes through.
extension Wiring {
    var table: String {
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

    func slot(_ trap: Trap, _ field: String, _ function: String, _ words: String) -> String {
        let flags = trap.isCapabilityEnabled ? "SYF_CAPENABLED" : "0"
        return CText.list("\(field) = \(macro)_SLOT(", [function, words, trap.audit, flags], "),", indent: 2)
    }
}
