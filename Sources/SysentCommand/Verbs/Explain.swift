import ArgumentParser
import Checks
import Findings
import Reports

/// `sysent explain`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        _superCommandName: Sysent.name,
        abstract: "Say what a rule checks, why it matters, and when it is wrong.",
        discussion: """
            Without a rule: the list of all rules.

            EXAMPLES
              sysent explain
              sysent explain number-gap
            """
    )

    @Argument(help: ArgumentHelp("The rule, as findings name it in brackets.", valueName: "rule"))
    var rule: String?

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        guard let rule else { return try printList() }
        guard let documentation = RuleRegistry.documentation(of: rule) else { throw Self.unknown(rule) }
        switch format {
        case .text: Console.standard.print(Array(ExplainText.page(documentation).utf8))
        case .json: Console.standard.print(try JSONDocument.encode(RuleRecord(documentation)))
        }
    }

    private func printList() throws {
        let rules = RuleRegistry.documentation
        if format == .json {
            return Console.standard.print(try JSONDocument.encode(["rules": rules.map(RuleRecord.init)]))
        }
        let width = (rules.map(\.name.utf8.count).max() ?? 0) + 2
        let lines = rules.map { "\($0.name.padded(to: width))\($0.severity.rawValue.padded(to: 9))\($0.checks)\n" }
        Console.standard.print(Array(lines.joined().utf8))
    }

    /// A name that means no rule, with those that come near.
    static func unknown(_ name: String) -> Refusal {
        let parts = Set(name.split(separator: "-"))
        let near = RuleRegistry.documentation.map(\.name).filter { !parts.isDisjoint(with: $0.split(separator: "-")) }
        let hint = near.isEmpty ? "'sysent explain' lists the rules" : "did you mean \(near.joined(separator: ", "))?"
        return Refusal("unknown-rule", "there is no rule '\(name)'", notes: [Note(hint)])
    }
}

/// `sysent explain --format json`
private struct RuleRecord: Encodable {
    let name: String
    let severity: String
    let editions: [String]
    let needsBase: Bool
    let checks: String
    let matters: String
    let example: String
    let exceptions: String

    init(_ rule: RuleDocumentation) {
        name = rule.name
        severity = rule.severity.rawValue
        editions = ExplainText.editions(rule)
        needsBase = RuleRegistry.needsBase(rule.name)
        checks = rule.checks
        matters = rule.matters
        example = rule.example
        exceptions = rule.exceptions
    }
}
