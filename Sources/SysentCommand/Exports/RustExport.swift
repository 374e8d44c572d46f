extension ExportedCalls {
    /// Constants of a Rust module.
    var rust: String {
        var lines = ["// \(provenance)", "#![allow(non_upper_case_globals)]"]
        for call in calls {
            lines.append("")
            if let declaration = call.declaration { lines.append("/// `\(declaration)`") }
            lines.append("pub const \(prefix)\(call.name): i32 = \(call.number);")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
