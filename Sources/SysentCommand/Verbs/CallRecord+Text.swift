extension CallRecord {
    /// The record for a reader.
    var text: String {
        var lines = [name.isEmpty ? "\(number)" : name]
        func field(_ title: String, _ value: String) { lines.append("  " + title.padded(to: 12) + value) }
        field("number", symbol.map { "\(number), \($0)" } ?? "\(number)")
        field("table", table)
        field("defined", definedAt)
        field("state", state)
        field("kinds", kinds.joined(separator: "|"))
        field("audit", audit)
        if handler != nil {
            field("capability", capabilityMode ? "allowed in capability mode" : "refused in capability mode")
        }
        if let prototype {
            field("prototype", "\(prototype.result) \(name)(\(prototype.arguments.isEmpty ? "void)" : "")")
            for (index, argument) in prototype.arguments.enumerated() {
                let annotations = argument.annotations.isEmpty ? "" : argument.annotations + " "
                let end = index == prototype.arguments.count - 1 ? ")" : ","
                field(
                    "",
                    "    \(annotations)\(argument.type)\(argument.type.hasSuffix("*") ? "" : " ")\(argument.name)\(end)"
                )
            }
        }
        if let handler { field("handler", handler) }
        if let argumentStructure { field("arguments", "struct \(argumentStructure)") }
        for abi in otherABIs {
            let title = abi.table.split(separator: "/").last.map(String.init) ?? abi.table
            if abi.sharesHandler {
                field(title, "shares this handler")
            } else if abi.state == state, handler != nil {
                field(title, "\(abi.name)(\(abi.arguments.isEmpty ? "void" : abi.arguments.joined(separator: ", ")))")
            } else {
                field(title, abi.state)
            }
            for reason in abi.reasons { field("", "because \(reason)") }
        }
        for (index, mention) in companions.enumerated() {
            let shown = mention.lines.prefix(6).map(String.init).joined(separator: ", ")
            field(index == 0 ? "companions" : "", "\(mention.path):\(shown)\(mention.lines.count > 6 ? ", …" : "")")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
