import Checks
import Findings
import SyscallTable

/// The documentation of rules as text.
enum ExplainText {
    /// The page that `sysent explain RULE` prints.
    static func page(_ rule: RuleDocumentation) -> String {
        let base = RuleRegistry.needsBase(rule.name) ? "; with --base" : ""
        return
            "\(rule.name) (\(rule.severity.rawValue); \(editions(rule).joined(separator: ", "))\(base))\n\n\(text(rule))"
    }

    /// The four parts of a rule's documentation.
    static func text(_ rule: RuleDocumentation) -> String {
        [
            ("What it checks", rule.checks), ("Why it matters", rule.matters), ("Example", rule.example),
            ("When it is wrong", rule.exceptions),
        ].map { "\($0)\n\(filled($1))" }.joined(separator: "\n")
    }

    /// The editions that a rule holds for, in their order.
    static func editions(_ rule: RuleDocumentation) -> [String] {
        Edition.allCases.filter(rule.editions.contains).map(\.rawValue)
    }

    /// `text` in lines of at most 78 characters, indented.
    private static func filled(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > 74 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return (lines + [line]).map { "    \($0)\n" }.joined()
    }
}
