import Findings
import SyscallSyntax

// The parts of a row whose rules differ between editions.
extension MasterReader {
    /// Settles kinds that contradict one another, as the generator would, where the outcome makes sense.
    ///
    /// - Returns: why it makes none.
    func settle(_ kinds: inout Kinds) -> (rule: String, message: String)? {
        guard generator.edition != .modular else { return nil }
        let placeholders = kinds.flags.intersection([.obsolete, .reserved, .unimplemented])
        let treated = !kinds.flags.isDisjoint(with: [.std, .noDefinition, .noArguments, .noPrototype, .noStandard])
        let isCall = treated || kinds.compat != nil || kinds.flags.contains(.multiplexer)
        let all = kinds.words.joined(separator: "|")
        if rules.firstKindDecides {
            switch kinds.words[0] {
            case "OBSOL": kinds.flags = .obsolete
            case "UNIMPL": kinds.flags = .unimplemented
            case "NOTSTATIC":
                return ("unknown-kind", "NOTSTATIC must stand behind the kind that says how the call is treated")
            case let first:
                guard placeholders.isEmpty, kinds.compat == nil || first.hasPrefix("COMPAT") else {
                    return ("conflicting-kinds", "\(all) contradicts itself; the generator looks at \(first) alone")
                }
                return nil
            }
            kinds.compat = nil
            return nil
        }
        if kinds.compat != nil, kinds.flags.contains(.std) {
            return ("conflicting-kinds", "\(all): a call is STD or COMPAT, not both")
        }
        if placeholders.isEmpty {
            return isCall ? nil : ("unknown-kind", "\(all) does not say how the call is treated")
        }
        guard placeholders == .obsolete || placeholders == .reserved || placeholders == .unimplemented else {
            return ("conflicting-kinds", "\(all) contradicts itself")
        }
        if generator.particulars.projection == .full {
            kinds.flags = placeholders
            kinds.compat = nil
        } else if isCall {
            return ("conflicting-kinds", "\(all): a placeholder is no call")
        }
        return nil
    }

    /// The optional words: name, structure, return type.
    mutating func alternatives(_ entry: EntrySyntax, _ kinds: Kinds) -> Row.Alternatives? {
        // Most rows have none.
        guard entry.prototype == nil ? entry.header.count > 4 : !entry.alternatives.isEmpty else {
            return Row.Alternatives()
        }
        let ranges = entry.prototype == nil ? Array(entry.header.dropFirst(4)) : entry.alternatives
        let words = ranges.map(syntax.text)
        let isPlaceholder = !kinds.flags.isDisjoint(with: [.obsolete, .unimplemented])
        if rules.fixedAlternatives {
            if isPlaceholder { return Row.Alternatives() }
            guard words.count >= 3 else {
                report(
                    "missing-field", at: ranges[words.count - 1].upperBound,
                    "expected name, structure and return type, or nothing")
                return nil
            }
            if words.count > 3, entry.prototype == nil {
                let place = syntax.location(ranges[3].lowerBound)
                findings.append(Finding(.warning, "stray-text", at: place, "text behind the return type is ignored"))
            }
            for (word, range) in zip(words, ranges).prefix(2)
            where !word.utf8.allSatisfy(isIdentifier) || word.utf8.first.map(isDigit) ?? true {
                report("malformed-name", at: range.lowerBound, "'\(word)' is no name that C takes")
                return nil
            }
        }
        return Row.Alternatives(
            name: words.first,
            structure: words.count > 1 ? words[1] : nil,
            returnType: words.count > 2 ? words[2] : nil
        )
    }

    /// What a placeholder is called in comments: all words of a short row, the first of a longer one.
    func comment(_ entry: EntrySyntax, _ kinds: Kinds, _ index: Int, shorterThan limit: Int) -> String {
        let name = entry.word(3).map(syntax.text) ?? ""
        if case .continued = syntax.form {
            guard entry.header.count < limit else { return name }
            return entry.header.dropFirst(3).map(syntax.text).joined(separator: " ")
        }
        let whole = Array(syntax.line(syntax.nodes[index].range))
        guard whole.words(in: 0..<whole.count).count < limit else { return name }
        let words = entry.header.count > 3 ? entry.header[4...] : entry.alternatives[...]
        guard let first = words.first, let last = words.last else { return name }
        let rest = syntax.text(first.lowerBound..<last.upperBound)
        return name.isEmpty ? rest : name + " " + rest
    }

    /// A placeholder's words go into a C comment, an obsolete name into a C string as well.
    mutating func checkPlaceholder(_ name: String, _ comment: String, _ entry: EntrySyntax, _ kinds: Kinds) {
        guard rules.commentFields != nil, !kinds.flags.isDisjoint(with: [.obsolete, .unimplemented]) else { return }
        let place = entry.word(3)?.lowerBound ?? entry.header[entry.header.count - 1].upperBound
        let text = Array(comment.utf8)
        if text.firstIndex(of: "*/", in: 0..<text.count) != nil {
            report("malformed-comment", at: place, "'*/' would end the comment that this goes into")
        }
        guard kinds.flags.contains(.obsolete) else { return }
        if name.isEmpty {
            report("missing-field", at: place, "the name of the obsolete call is missing")
        } else if name.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x7B }) {
            report("malformed-name", at: place, "'\(name)' is no name of a call")
        }
    }
}
