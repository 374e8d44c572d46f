import Compat32
import Edits
import Findings

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
        if let kernelFunction { fields.append(("kernel-function", kernelFunction)) }
        if let description { fields.append(("description", description)) }
        if let page { fields.append(("page", page)) }
        if let structures { fields.append(("structures", structures)) }
        if !limits.isEmpty {
            let list = limits.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
            fields.append(("limits", list.joined(separator: ";")))
        }
        if let testProgram { fields.append(("test", testProgram.string)) }
        if let syzlang { fields.append(("syzlang", syzlang.string)) }
        if !skipped.isEmpty { fields.append(("skip", skipped.sorted().joined(separator: ","))) }
        return fields.map { "\($0.0)=\(TrailerFields.quoted($0.1))" }.joined(separator: " ")
    }
}

extension Addition {
    /// Reads what ``trailer`` wrote, with the word `add` ahead of it.
    ///
    /// - Throws: a `Refusal` with rule `malformed-intent`, or with what is wrong with the prototype.
    public init(trailer text: String) throws(Refusal) {
        var fields = try TrailerFields(text, verb: "add")
        try self.init(fields: &fields, of: text)
    }

    /// Takes all fields of `text`.
    init(fields: inout TrailerFields, of text: String) throws(Refusal) {
        guard let prototype = fields.take("prototype") else { throw TrailerFields.malformed(text) }
        self.init(try .parse(Array(prototype.utf8), path: "prototype"))
        if let value = fields.take("number") {
            guard let number = Int(value) else { throw TrailerFields.malformed(text) }
            self.number = number
        }
        if let value = fields.take("kind") { kinds = value.split(separator: "|").map(String.init) }
        audit = fields.take("audit")
        auditClasses = fields.take("audit-class")?.split(separator: ",").map(String.init) ?? []
        switch (fields.take("capability"), fields.take("capability-reason")) {
        case ("enabled", let reason): capability = .enabled(reason: reason)
        case ("disabled", nil): capability = .disabled
        case (nil, nil): break
        default: throw TrailerFields.malformed(text)
        }
        rights = try fields.pairs("rights").mapValues { $0.split(separator: ",").map(String.init) }
        header = fields.take("header").map { $0 == "none" ? .hidden : .file($0) }
        visibility = fields.take("visibility")
        source = fields.take("source").map { TreePath($0) }
        switch fields.take("namespace") {
        case nil: break
        case "upstream": namespace = .upstream
        case "downstream": namespace = .downstream
        case let name?: namespace = .named(name)
        }
        if let value = fields.take("wrapper") {
            guard let wrapper = Wrapper(rawValue: value) else { throw TrailerFields.malformed(text) }
            self.wrapper = wrapper
        }
        kernelFunction = fields.take("kernel-function")
        description = fields.take("description")
        page = fields.take("page")
        structures = fields.take("structures")
        limits = try fields.pairs("limits")
        testProgram = fields.take("test").map { TreePath($0) }
        syzlang = fields.take("syzlang").map { TreePath($0) }
        skipped = Set(fields.take("skip")?.split(separator: ",").map(String.init) ?? [])
        guard fields.isEmpty else { throw TrailerFields.malformed(text) }
    }
}
