import SyscallTable

extension CodeWriter {
    /// The head of a companion in C: what it is, and that nobody edits it (`generator:preamble` of tools/generator.lua;
    /// the single-file generators write less air and the keyword of their version control).
    ///
    /// - Parameters:
    ///   - notes: further lines; behind the title for the modular generator, at the end for the others.
    ///   - namesOrigin: whether the head says what the file was created from, where the release does so.
    mutating func writePreamble(
        _ table: SyscallTable, _ title: String, notes: [String] = [], namesOrigin: Bool = true
    ) {
        let format = table.particulars.format
        write("/*\n * \(title)\n")
        if format.isModular {
            for line in notes { write(line.isEmpty ? " *\n" : " * \(line)\n") }
        }
        write(" *\n * DO NOT EDIT-- this file is automatically \(format.tag).\n")
        if format.identification { write(" * $\(table.configuration["os_id_keyword"])$\n") }
        if format.createdFrom, namesOrigin { write(" * created from\(table.master.origin)\n") }
        if !format.isModular {
            for line in notes where !line.isEmpty { write(" * \(line)\n") }
        }
        write(" */\n\n")
    }

    /// Where 64-bit pairs need aligning (`generator:pad64`).
    mutating func writePadCondition() {
        write(
            """
            #if !defined(PAD64_REQUIRED) && !defined(__amd64__)
            #define PAD64_REQUIRED
            #endif

            """
        )
    }
}
