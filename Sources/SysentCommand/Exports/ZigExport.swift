import SyscallTable

extension ExportedCalls {
    /// An enumeration in Zig, open for numbers that the table does not name.
    var zig: String {
        let type = prefix.hasSuffix("_") ? String(prefix.dropLast()) : prefix
        var lines = ["// \(provenance)", "pub const \(type.isEmpty ? "SYS" : type) = enum(usize) {"]
        for call in calls {
            if let declaration = call.declaration { lines.append("    /// \(declaration)") }
            lines.append("    \(Self.identifier(call.name)) = \(call.number),")
        }
        lines.append("    _,")
        for alias in aliases {
            let (name, symbol) = (Self.identifier(alias.name), Self.identifier(alias.symbol))
            lines += ["", "    pub const \(name): @This() = .\(symbol);"]
        }
        lines.append("};")
        return lines.map { $0 + "\n" }.joined()
    }

    /// A keyword is a name only between quotation marks, and a lone underscore is none otherwise.
    private static func identifier(_ name: String) -> String {
        keywords.contains(name) || name == "_" ? "@\"\(name)\"" : name
    }

    private static let keywords: Set<String> = [
        "addrspace", "align", "allowzero", "and", "anyframe", "anytype", "asm", "async", "await", "break", "callconv",
        "catch", "comptime", "const", "continue", "defer", "else", "enum", "errdefer", "error", "export", "extern",
        "fn",
        "for", "if", "inline", "linksection", "noalias", "noinline", "nosuspend", "opaque", "or", "orelse", "packed",
        "pub", "resume", "return", "struct", "suspend", "switch", "test", "threadlocal", "try", "union", "unreachable",
        "usingnamespace", "var", "volatile", "while",
    ]
}
