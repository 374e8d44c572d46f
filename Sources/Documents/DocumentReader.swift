import Findings
import Yams

/// Reads a document key by key and gathers everything that is wrong with it.
package struct DocumentReader {
    private let document: YAMLDocument
    /// What is wrong so far, in file order as a rule.
    package private(set) var findings: [Finding] = []

    package init(_ document: YAMLDocument) {
        self.document = document
    }

    package var root: Node { document.root }
    package var path: String { document.path }

    package func location(_ node: Node) -> Location { document.location(node) }

    package mutating func report(_ rule: String, at node: Node, _ message: String, notes: [Note] = []) {
        report(rule, at: location(node), message, notes: notes)
    }

    package mutating func report(_ rule: String, at location: Location, _ message: String, notes: [Note] = []) {
        findings.append(Finding(.error, rule, at: location, message, notes: notes))
    }

    /// Refuses the document when anything was wrong.
    package func finish() throws(Refusal) {
        if findings.hasErrors { throw Refusal(findings.inFileOrder) }
    }

    // MARK: Values

    /// The values of a mapping by key; unknown keys are refused, and those that are missing.
    package mutating func fields(
        _ node: Node, of what: String, required: [String] = [], optional: [String] = []
    ) -> Fields? {
        guard case .mapping(let mapping) = node else {
            report("malformed-value", at: node, "\(what): expected keys and values, found \(node.kind)")
            return nil
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? key.kind
            if required.contains(name) || optional.contains(name) {
                values[name] = value
            } else {
                let known = (required + optional).joined(separator: ", ")
                report("unknown-key", at: key, "\(what): unknown key '\(name)'", notes: [Note("the keys are \(known)")])
            }
        }
        for name in required where values[name] == nil {
            report("missing-key", at: node, "\(what): '\(name)' is missing")
        }
        return Fields(node: node, values: values)
    }

    /// The items of a sequence.
    package mutating func items(_ node: Node?, of what: String) -> [Node] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node else {
            report("malformed-value", at: node, "\(what): expected a list, found \(node.kind)")
            return []
        }
        return Array(sequence)
    }

    /// One line of text.
    package mutating func text(_ node: Node?, of what: String) -> String? {
        guard let node else { return nil }
        guard node.isText, let text = node.string else {
            report("malformed-value", at: node, "\(what): expected text, found \(node.kind)")
            return nil
        }
        guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            report("malformed-value", at: node, "\(what): expected one line of text")
            return nil
        }
        return text
    }

    /// `true` or `false`.
    package mutating func flag(_ node: Node?, of what: String) -> Bool? {
        guard let node else { return nil }
        guard node.hasTag("bool"), let flag = node.bool else {
            report("malformed-value", at: node, "\(what): expected true or false, found \(node.kind)")
            return nil
        }
        return flag
    }

    /// A whole number of `range`.
    package mutating func integer(_ node: Node?, of what: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard node.hasTag("int"), let number = node.int, range.contains(number) else {
            let limits =
                range.upperBound == .max ? "from \(range.lowerBound) up" : "\(range.lowerBound) to \(range.upperBound)"
            report("malformed-value", at: node, "\(what): expected a number \(limits), found \(node.kind)")
            return nil
        }
        return number
    }

    /// One of several words.
    package mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: Node?, of what: String, as type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        guard let node else { return nil }
        guard let text = text(node, of: what) else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            report("malformed-value", at: node, "\(what): '\(text)' is none of \(words)")
            return nil
        }
        return word
    }
}

/// The values of a mapping.
package struct Fields {
    /// The mapping.
    package let node: Node
    /// The values by key.
    package let values: [String: Node]

    package subscript(key: String) -> Node? { values[key] }
}

extension Node {
    /// Whether the node is text, and not a number or another word that YAML gives a meaning.
    package var isText: Bool { hasTag("str") }

    /// Whether YAML gives the node this type.
    package func hasTag(_ name: String) -> Bool { tag.rawValue == "tag:yaml.org,2002:" + name }

    /// What a message calls the node.
    package var kind: String {
        switch self {
        case .mapping: "keys and values"
        case .sequence: "a list"
        case .scalar(let scalar): scalar.string.isEmpty || hasTag("null") ? "nothing" : "'\(scalar.string)'"
        case .alias: "an alias"
        }
    }
}
