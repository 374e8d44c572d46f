import SyscallTable

extension ExportedCalls {
    /// Constants of a Rust module.
    var rust: String {
        var lines = ["// \(provenance)", "#![allow(non_upper_case_globals)]"]
        for call in calls {
            lines.append("")
            if let declaration = call.declaration { lines.append("/// `\(declaration)`") }
            lines.append("pub const \(prefix)\(call.name): i32 = \(call.number);")
        }
        for alias in aliases { lines += ["", "pub const \(prefix)\(alias.name): i32 = \(prefix)\(alias.symbol);"] }
        return lines.map { $0 + "\n" }.joined()
    }
}
