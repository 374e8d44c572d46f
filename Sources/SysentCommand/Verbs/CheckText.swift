import Checks
import Findings

/// The prose of a check.
enum CheckText {
    /// How long each rule took.
    static func timing(_ report: CheckReport) -> String {
        let width = (report.timings.map(\.rule.utf8.count).max() ?? 0) + 2
        return report.timings.map { timing in
            let (seconds, attoseconds) = timing.duration.components
            let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
            let fraction = String(microseconds % 1000)
            let digits = String(repeating: "0", count: 3 - fraction.count) + fraction
            return "\(timing.rule.padded(to: width))\(microseconds / 1000).\(digits) ms\n"
        }.joined()
    }

    /// How many findings of which severity there are, and how many were left out.
    static func summary(_ report: CheckReport, hidden: Int) -> String {
        let open = report.open
        var parts = Severity.allCases.compactMap { severity -> String? in
            let count = open.count { $0.finding.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        if parts.isEmpty { parts = ["nothing to say"] }
        let suppressed = report.results.count - open.count
        var text = "\(report.timings.count) rules: \(parts.joined(separator: ", "))"
        if suppressed > 0 { text += "; \(suppressed) allowed" }
        if hidden > 0 { text += "; notes are shown by --notes" }
        return text + (report.isIncomplete ? "; not everything could be checked\n" : "\n")
    }
}
