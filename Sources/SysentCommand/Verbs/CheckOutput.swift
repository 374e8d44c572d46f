import ArgumentParser
import Checks
import Edits
import Findings
import Reports
import SourceTree

/// Prints what a check came to.
struct CheckOutput {
    let report: CheckReport
    let tree: CheckedTree
    let rules: [String]
    let showsNotes: Bool
    let console: Console

    func print(_ format: Check.Format) throws {
        switch format {
        case .text: printText()
        case .json: console.print(try JSONDocument.encode(CheckRecord(report)))
        case .sarif: console.print(try sarif().encode())
        case .github:
            let text = GitHubText(relative: tree.relative)
            console.print(Array(shown.map { text.render($0.finding) }.joined().utf8))
        }
    }

    private var shown: [CheckResult] { report.shown(notes: showsNotes, rules: rules) }

    private func printText() {
        console.printFindings(shown.map(\.finding))
        console.printError(CheckText.summary(report, hidden: report.open.count - shown.count))
    }

    private func sarif() -> SarifReport {
        let names = Set(report.results.map(\.finding.rule) + report.timings.map(\.rule))
        return SarifReport(
            rules: RuleRegistry.documentation.filter { names.contains($0.name) }.map {
                SarifReport.Rule(name: $0.name, severity: $0.severity, summary: $0.checks, help: ExplainText.text($0))
            },
            results: report.results.map {
                SarifReport.Result(
                    finding: $0.finding,
                    fingerprint: $0.fingerprint,
                    suppression: $0.suppression.map {
                        SarifReport.Suppression(isInSource: $0.isInSource, justification: $0.justification)
                    }
                )
            },
            version: Sysent.configuration.version,
            isComplete: !report.isIncomplete,
            relative: tree.relative,
            // A file that cannot be read has been reported; columns are in bytes then.
            source: { [view = tree.tables.view] path in try? view.read(TreePath(path)) }
        )
    }
}

extension CheckReport {
    /// The findings that count, without the notes unless they or their rules are wanted.
    func shown(notes: Bool, rules: [String]) -> [CheckResult] {
        open.filter { notes || $0.finding.severity != .note || rules.contains($0.finding.rule) }
    }
}

extension CheckResult.Suppression {
    /// Whether a comment beside the entry allows it.
    var isInSource: Bool {
        if case .inline = self { true } else { false }
    }

    /// Why the finding does not count.
    var justification: String {
        switch self {
        case .inline(let reason), .project(let reason), .reviewed(let reason): reason
        case .baseline: "named by the baseline"
        }
    }

    /// What it is called in JSON documents.
    var kind: String {
        switch self {
        case .inline: "inline"
        case .project: "project"
        case .reviewed: "reviewed"
        case .baseline: "baseline"
        }
    }
}

/// `sysent check --format json`
private struct CheckRecord: Encodable {
    let results: [Result]
    let complete: Bool

    struct Result: Encodable {
        let finding: FindingRecord
        let file: String?
        let call: String?
        let fingerprint: String
        let follows: String?
        let suppression: Suppression?
    }

    struct Suppression: Encodable {
        let kind: String
        let reason: String
    }

    init(_ report: CheckReport) {
        complete = !report.isIncomplete
        results = report.results.map { result in
            Result(
                finding: FindingRecord(result.finding),
                file: result.path,
                call: result.call,
                fingerprint: result.fingerprint,
                follows: result.cause?.rule,
                suppression: result.suppression.map { Suppression(kind: $0.kind, reason: $0.justification) }
            )
        }
    }
}
