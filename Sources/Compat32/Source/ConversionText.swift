/// Writes the statements that make an object of the kernel of one of a 32-bit program, or the other way round.
struct ConversionText {
    /// The macros that the tree has for it (`sys/sys/abi_compat.h`).
    let macros: Set<String>
    /// Whether the object goes into the kernel.
    let isInward: Bool
    /// The names of the variables that count, outermost first.
    let counters: [String]

    /// The statements for an object of `conversion`, each with `indent` tabs.
    func statements(_ conversion: Conversion, from source: String, to target: String, indent: Int) -> [String] {
        write(conversion, source, target, indent, depth: 0)
    }

    private func write(_ conversion: Conversion, _ source: String, _ target: String, _ indent: Int, depth: Int)
        -> [String]
    {
        let tabs = String(repeating: "\t", count: indent)
        switch conversion {
        case .integer: return ["\(tabs)\(target) = \(source);"]
        case .address: return ["\(tabs)\(target) = \(pointer(source));"]
        case .bytes: return ["\(tabs)memcpy(&\(target), &\(source), sizeof(\(target)));"]
        case .each(let inner):
            let counter = counters[min(depth, counters.count - 1)]
            let body = write(inner, "\(source)[\(counter)]", "\(target)[\(counter)]", indent + 1, depth: depth + 1)
            let isBlock = body.count > 1
            let head = "\(tabs)for (\(counter) = 0; \(counter) < nitems(\(target)); \(counter)++)"
            return [head + (isBlock ? " {" : "")] + body + (isBlock ? ["\(tabs)}"] : [])
        case .members(let members):
            return members.flatMap { write($0, source, target, indent, depth: depth) }
        }
    }

    private func write(_ member: MemberConversion, _ source: String, _ target: String, _ indent: Int, depth: Int)
        -> [String]
    {
        let macro: String?
        switch (member.conversion, member.tag) {
        case (.integer, _): macro = "CP"
        case (.address, _): macro = isInward ? "PTRIN_CP" : "PTROUT_CP"
        case (.bytes, _): macro = "FU64_CP"
        case (.members, "timespec"): macro = "TS_CP"
        case (.members, "timeval"): macro = "TV_CP"
        default: macro = nil
        }
        let tabs = String(repeating: "\t", count: indent)
        if let macro, macros.contains(macro) { return ["\(tabs)\(macro)(\(source), \(target), \(member.name));"] }
        return write(
            member.conversion, self.member(source, member.name), self.member(target, member.name), indent, depth: depth)
    }

    /// `x.m`, and `x->m` for `*x`.
    private func member(_ object: String, _ name: String) -> String {
        object.hasPrefix("*") ? "\(object.dropFirst())->\(name)" : "\(object).\(name)"
    }

    private func pointer(_ value: String) -> String {
        if macros.contains("PTRIN") { return isInward ? "PTRIN(\(value))" : "PTROUT(\(value))" }
        return isInward ? "(void *)(uintptr_t)\(value)" : "(uint32_t)(uintptr_t)\(value)"
    }
}

extension Conversion {
    /// How deep arrays stand in arrays.
    var depth: Int {
        switch self {
        case .integer, .address, .bytes: 0
        case .each(let inner): 1 + inner.depth
        case .members(let members): members.map(\.conversion.depth).max() ?? 0
        }
    }
}
