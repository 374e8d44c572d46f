import Edits

// The trailer of a patch holds every decision, so that the call can be added again to another base.
extension Addition {
    /// `key=value` for each decision that is not the default; values with blanks or quotes are quoted.
    var trailer: String {
        var fields = [("prototype", prototype.text)]
        if let number { fields.append(("number", String(number))) }
        if kinds != ["STD"] { fields.append(("kind", kinds.joined(separator: "|"))) }
        if let audit { fields.append(("audit", audit)) }
        if !auditClasses.isEmpty { fields.append(("audit-class", auditClasses.joined(separator: ","))) }
        switch capability {
        case .enabled(let reason):
            fields.append(("capability", "enabled"))
            if let reason { fields.append(("capability-reason", reason)) }
        case .disabled: fields.append(("capability", "disabled"))
        case nil: break
        }
        if !rights.isEmpty {
            let list = rights.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.joined(separator: ","))" }
            fields.append(("rights", list.joined(separator: ";")))
        }
        switch header {
        case .file(let name): fields.append(("header", name))
        case .hidden: fields.append(("header", "none"))
        case nil: break
        }
        if let visibility { fields.append(("visibility", visibility)) }
        if let source { fields.append(("source", source.string)) }
        switch namespace {
        case .newest: break
        case .upstream: fields.append(("namespace", "upstream"))
        case .downstream: fields.append(("namespace", "downstream"))
        case .named(let name): fields.append(("namespace", name))
        }
        if let wrapper { fields.append(("wrapper", wrapper.rawValue)) }
        if let description { fields.append(("description", description)) }
        if let page { fields.append(("page", page)) }
        if let structures { fields.append(("structures", structures)) }
        if !limits.isEmpty {
            let list = limits.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
            fields.append(("limits", list.joined(separator: ";")))
        }
        if !skipped.isEmpty { fields.append(("skip", skipped.sorted().joined(separator: ","))) }
        return fields.map { "\($0.0)=\(Self.quoted($0.1))" }.joined(separator: " ")
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x5C }
        guard !isPlain else { return value }
        let escapes = [("\\", "\\\\"), ("\"", "\\\""), ("\n", "\\n"), ("\t", "\\t")]
        return "\"" + escapes.reduce(value) { $0.replacing($1.0, with: $1.1) } + "\""
    }
}
