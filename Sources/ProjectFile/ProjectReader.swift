import Edits
import Findings
import Yams

/// Reads the nodes of a project file, and gathers what is wrong with them.
struct ProjectReader {
    private let text: YAMLText
    /// What is wrong, in file order.
    private(set) var problems: [Finding] = []

    init(_ text: YAMLText) {
        self.text = text
    }

    /// The entries of `suppressions`.
    mutating func suppressions() -> [ProjectFile.Suppression] {
        guard let root = text.root, !root.isEmpty, let keys = mapping(root, "the file", ["suppressions"]),
            let list = keys["suppressions"], !list.isEmpty
        else { return [] }
        guard let nodes = list.sequence else {
            report(list, "expected a list of suppressions, each '- rule: …'")
            return []
        }
        return nodes.compactMap { suppression($0) }
    }

    private mutating func suppression(_ node: Node) -> ProjectFile.Suppression? {
        guard let keys = mapping(node, "a suppression", ["rule", "path", "call", "reason"]) else { return nil }
        let rule = string(keys, "rule", of: node)
        let reason = string(keys, "reason", of: node)
        let call = keys["call"].flatMap { string($0, "call") }
        var path = keys["path"].flatMap { string($0, "path") }
        if let node = keys["path"], let text = path {
            path = TreePath.root.resolving(text)?.string
            if path == nil || path == "" { report(node, "'\(text)' is no path below the tree's root") }
        }
        guard let rule, let reason else { return nil }
        return ProjectFile.Suppression(
            rule: rule, path: path, call: call, reason: reason, location: text.location(node))
    }

    /// The values of a mapping by their keys, which must be among `known`.
    private mutating func mapping(_ node: Node, _ what: String, _ known: [String]) -> [String: Node]? {
        guard let pairs = node.mapping else {
            report(node, "expected 'key: value' in \(what)")
            return nil
        }
        var values: [String: Node] = [:]
        for (key, value) in pairs {
            guard let name = key.scalar?.string, known.contains(name) else {
                let found = key.scalar.map { "unknown key '\($0.string)'" } ?? "a key must be a word"
                report(key, "\(found); \(what) has \(known.joined(separator: ", "))")
                continue
            }
            values[name] = value
        }
        return values
    }

    private mutating func string(_ keys: [String: Node], _ key: String, of node: Node) -> String? {
        guard let value = keys[key] else {
            report(node, "the suppression has no '\(key)'")
            return nil
        }
        return string(value, key)
    }

    private mutating func string(_ node: Node, _ key: String) -> String? {
        guard let text = node.scalar?.string, text.contains(where: { !$0.isWhitespace }) else {
            report(node, "'\(key)' needs a text")
            return nil
        }
        return text
    }

    private mutating func report(_ node: Node, _ message: String) {
        problems.append(Finding(.error, YAMLText.rule, at: text.location(node), message))
    }
}

extension Node {
    /// Whether nothing stands where a value could.
    fileprivate var isEmpty: Bool {
        scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false
    }
}
