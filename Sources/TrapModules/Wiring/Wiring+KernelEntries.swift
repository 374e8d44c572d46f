// The functions that the kernel calls: those that ask guards, and those that put the words of 32-bit programs together.
extension Wiring {
    /// A function of the type that the table wants for each call: it tests what must be tested, and calls the handler.
    var entries: String {
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
    func needsShim(_ trap: Trap) -> Bool {
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
}
