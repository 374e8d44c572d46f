extension ElementPlanner.NarrowDefinition {
    /// The definition of the structure, and the proof of its size.
    var text: String {
        var lines = ["struct \(tag) {"]
        for member in members {
            let counts = member.counts.map { "[\($0)]" }.joined()
            let line = "\t\(member.type)\(member.name)\(counts);"
            lines += member.isPad ? ["#ifndef __amd64__", line, "#endif"] : [line]
        }
        lines.append("};")
        if i386Size == narrowSize {
            lines += proof(i386Size)
        } else {
            lines += ["#if defined(__amd64__)"] + proof(i386Size) + ["#elif !defined(__i386__)"] + proof(narrowSize)
            lines.append("#endif")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func proof(_ size: Int) -> [String] {
        [
            "_Static_assert(sizeof(struct \(tag)) == \(size),",
            "    \"struct \(tag) is not what 32-bit programs have\");",
        ]
    }
}
