import Findings
import ProjectFile
import SourceTree
import SyscallTable

/// Runs rules over a tree.
public struct CheckRun: Sendable {
    private let rules: [any Rule]
    private let wanted: Set<String>
    private let baseline: Set<String>
    private let project: ProjectFile?

    /// Chooses what is run.
    ///
    /// - Parameters:
    ///   - rules: the rules; all of them by default.
    ///   - wanted: the names of the rules that are wanted; all of them when there is none. What is wrong with a table is
    ///     reported whatever is wanted, because it limits what else can be checked.
    ///   - baseline: the fingerprints of the findings that are known and do not count.
    ///   - project: the tree's project file, whose suppressions name further findings that do not count.
    public init(
        _ rules: [any Rule] = RuleRegistry.rules,
        wanted: Set<String> = [],
        baseline: Set<String> = [],
        project: ProjectFile? = nil
    ) {
        self.rules = rules
        self.wanted = wanted
        self.baseline = baseline
        self.project = project
    }

    /// Checks `tree`. What cannot be read is a finding, and the rest is checked.
    public func report(on tree: CheckedTree) -> CheckReport {
        var findings = tree.tables.findings.filter { $0.severity == .error || isWanted($0.rule) }
        var timings: [CheckReport.Timing] = []
        var isIncomplete = false
        let clock = ContinuousClock()
        if let base = tree.change?.base, !base.blocked.isEmpty {
            isIncomplete = true
            findings += base.findings.filter { $0.severity == .error }
        }
        for rule in rules where isWanted(rule.name) {
            guard rule.documentation.editions.contains(tree.tables.generator.edition) else { continue }
            if rule is any ChangeRule, tree.change == nil { continue }
            let start = clock.now
            do {
                findings += try rule.findings(in: tree)
            } catch {
                isIncomplete = true
                findings += error.findings
            }
            timings.append(CheckReport.Timing(rule: rule.name, duration: start.duration(to: clock.now)))
        }
        let results = results(findings, tree, ran: Set(timings.map(\.rule)))
        return CheckReport(results: results, timings: timings, isIncomplete: isIncomplete)
    }

    private func isWanted(_ rule: String) -> Bool { wanted.isEmpty || wanted.contains(rule) }

    private func isKnown(_ rule: String) -> Bool { RuleRegistry.documentation(of: rule) != nil }

    private func results(_ findings: [Finding], _ tree: CheckedTree, ran: Set<String>) -> [CheckResult] {
        let calls = CallPlaces(tree.tables)
        let inline = suppressions(tree)
        let project = ProjectSuppressions(project, findings.lazy.filter { !isFatal($0) }, tree, calls)
        var used: Set<Int> = []
        for finding in findings where !isFatal(finding) {
            if let index = inline.index(for: finding) { used.insert(index) }
        }
        var all = findings
        all += inline.findings.filter { isWanted($0.rule) }
        for (index, allowance) in inline.allowances.enumerated()
        where !used.contains(index) && isWanted(InlineSuppressions.unused) && isWanted(allowance.rule) {
            let message = "'\(allowance.rule)' is allowed here, and there is nothing to allow"
            all.append(Finding(.warning, InlineSuppressions.unused, at: allowance.location, message))
        }
        all += project.findings(known: isKnown) { rule in
            isWanted(rule) && (ran.contains(rule) || !rules.contains { $0.name == rule })
        }.filter { isWanted($0.rule) }
        let consequences = Consequences(findings, tree, calls)
        var fingerprints = Fingerprints()
        var seen: Set<Finding> = []
        return sorted(all, tree).filter { seen.insert($0).inserted }.map { finding in
            let path = finding.location.map { tree.relative($0.path) }
            let fingerprint = fingerprints.next(rule: finding.rule, path: path ?? "", message: finding.message)
            let cause = consequences.cause(of: finding)
            return CheckResult(
                finding: cause.map { finding.following($0) } ?? finding,
                path: path,
                call: calls.call(finding),
                fingerprint: fingerprint,
                cause: cause.map { CheckResult.Cause(rule: $0.rule, location: $0.location) },
                suppression: suppression(of: finding, fingerprint, inline, project, calls)
            )
        }
    }

    /// The comments that may allow something, and what is wrong with others.
    private func suppressions(_ tree: CheckedTree) -> InlineSuppressions {
        let base = tree.change.map { InlineSuppressions($0.base, known: isKnown) }
        return InlineSuppressions(tree.tables, known: isKnown).since(base, isAboutChange: RuleRegistry.needsBase)
    }

    private func suppression(
        of finding: Finding,
        _ fingerprint: String,
        _ inline: InlineSuppressions,
        _ project: ProjectSuppressions,
        _ calls: CallPlaces
    ) -> CheckResult.Suppression? {
        if isFatal(finding) { return nil }
        if let index = inline.index(for: finding) { return .inline(reason: inline.allowances[index].reason) }
        if let reason = project.reason(for: finding) { return .project(reason: reason) }
        if let call = calls.call(finding), let reason = ReviewedExceptions.reason(finding.rule, call) {
            return .reviewed(reason: reason)
        }
        return baseline.contains(fingerprint) ? .baseline : nil
    }

    /// Whether the finding keeps a table from being made. Nobody can allow that: the companions would be wrong.
    private func isFatal(_ finding: Finding) -> Bool {
        finding.severity == .error && !rules.contains { $0.name == finding.rule }
    }

    /// By file, line, column, rule and message.
    private func sorted(_ findings: [Finding], _ tree: CheckedTree) -> [Finding] {
        findings.sorted { left, right in
            let paths = (Array((left.location?.path ?? "").utf8), Array((right.location?.path ?? "").utf8))
            if paths.0 != paths.1 { return paths.0.lexicographicallyPrecedes(paths.1) }
            let places = [left, right].map { ($0.location?.line ?? 0, $0.location?.column ?? 0) }
            if places[0] != places[1] { return places[0] < places[1] }
            if left.rule != right.rule { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
            return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
        }
    }
}

extension Finding {
    /// The finding with a note that says what it follows from.
    fileprivate func following(_ cause: Finding) -> Finding {
        let note = Note("this follows from [\(cause.rule)]: \(cause.message)", at: cause.location)
        return Finding(severity, rule, at: location, message, notes: notes + [note], fixIt: fixIt, about: subject)
    }
}
