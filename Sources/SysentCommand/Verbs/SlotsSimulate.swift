import ArgumentParser
import Findings
import Reports
import SlotModel
import SourceTree
import TrapModules

/// `sysent slots simulate`
struct SlotsSimulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run loads, registrations and calls on a tree's table, and print what happens.",
        discussion: """
            A scenario names modules and the steps that are taken; a step may say what is expected of it. Exits with 1 when \
            something else happens.

            EXAMPLES
              sysent slots simulate Examples/mach/reload.yml --tree /usr/src
              sysent slots simulate reload.yml --sample --format json
            """
    )

    @Argument(help: ArgumentHelp("The scenario.", valueName: "scenario"))
    var scenario: String

    @OptionGroup var options: TreeOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let file = UserFile(scenario)
        let read = try Scenario.read(try file.read(), path: scenario) { path throws(Refusal) in
            let manifest = file.sibling(path)
            return try TrapManifest.read(try manifest.read(), path: manifest.path)
        }
        let tree = try TreeKernel(try options.tables())
        let outcomes = ScenarioRun.outcomes(of: read, on: tree.kernel)
        let findings = outcomes.flatMap(\.findings) + skipped(read, outcomes)
        switch format {
        case .text:
            for outcome in outcomes { options.console.print(Array(text(outcome).utf8)) }
            options.console.printError("sysent: note: \(tree.reason)\n")
        case .json:
            options.console.print(
                try JSONDocument.encode(SimulationRecord(outcomes, reason: tree.reason, findings: findings)))
        }
        options.console.report(findings)
        if findings.hasErrors { throw ExitCode.findings }
    }

    /// Steps that expect something, behind the end of the kernel.
    private func skipped(_ scenario: Scenario, _ outcomes: [StepOutcome]) -> [Finding] {
        guard outcomes.count < scenario.steps.count else { return [] }
        return [
            Finding(
                .error, "unexpected-outcome", at: scenario.steps[outcomes.count].location,
                "\(scenario.steps.count - outcomes.count) steps are left when the kernel ends")
        ]
    }

    private func text(_ outcome: StepOutcome) -> String {
        let result = outcome.values["result"] ?? ""
        let rest = outcome.ordered.dropFirst().map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let line = outcome.step.location.line.map(String.init) ?? ""
        var text = "\(line.padded(to: 5))\(outcome.action): \(result)" + (rest.isEmpty ? "" : "; \(rest)") + "\n"
        for remark in outcome.remarks { text += "     \(remark)\n" }
        return text
    }
}

/// `sysent slots simulate --format json`
private struct SimulationRecord: Encodable {
    let steps: [Step]
    let rules: String
    let findings: [FindingRecord]

    struct Step: Encodable {
        let line: Int?
        let action: String
        let outcome: [String: String]
        let remarks: [String]
    }

    init(_ outcomes: [StepOutcome], reason: String, findings: [Finding]) {
        steps = outcomes.map {
            Step(line: $0.step.location.line, action: $0.action, outcome: $0.values, remarks: $0.remarks)
        }
        rules = reason
        self.findings = findings.map(FindingRecord.init)
    }
}
