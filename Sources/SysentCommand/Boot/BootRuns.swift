import BootCheck
import Reports

/// What came of one boot or several.
struct BootRuns {
    let plan: String
    let runs: [BootResult]

    var heldCount: Int { runs.filter(\.isHeld).count }

    /// Markers that some runs have seen and others not, with how many.
    var flickering: [(name: String, seen: Int)] {
        guard runs.count > 1, let first = runs.first else { return [] }
        return first.markers.indices.compactMap { index in
            let seen = runs.filter { $0.markers[index].seenAt != nil }.count
            return seen > 0 && seen < runs.count ? (first.markers[index].name, seen) : nil
        }
    }

    /// How often each outcome came, the most frequent first.
    var outcomes: [(outcome: BootOutcome, count: Int)] {
        BootOutcome.allCases.map { outcome in (outcome, runs.filter { $0.outcome == outcome }.count) }
            .filter { $0.1 > 0 }.sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }

    var junit: JUnitDocument {
        JUnitDocument(
            suites: runs.enumerated().map { index, run in
                JUnitDocument.Suite(
                    name: runs.count > 1 ? "\(plan) \(index + 1)" : plan,
                    seconds: run.decidedAt.seconds(digits: 3),
                    cases: cases(run)
                )
            })
    }

    private func cases(_ run: BootResult) -> [JUnitDocument.Case] {
        let isError = !run.outcome.isJudgement
        let details = (run.before + run.after).joined(separator: "\n")
        var cases = [
            JUnitDocument.Case(
                group: plan, name: "boot", seconds: run.decidedAt.seconds(digits: 3),
                result: run.isHeld
                    ? .passed
                    : isError
                        ? .error(type: run.outcome.rawValue, message: run.message, details: details)
                        : .failed(type: run.outcome.rawValue, message: run.message, details: details))
        ]
        for marker in run.markers where marker.kind == .required {
            let seconds = (marker.seenAt ?? .zero).seconds(digits: 3)
            cases.append(
                JUnitDocument.Case(
                    group: "\(plan).\(marker.stage)", name: marker.name, seconds: seconds,
                    result: marker.seenAt != nil
                        ? .passed
                        : run.isHeld || isError
                            ? .skipped
                            : .failed(
                                type: "missing-marker", message: "it was not seen", details: marker.nearMiss ?? "")))
        }
        for trap in run.traps {
            cases.append(
                JUnitDocument.Case(
                    group: "\(plan).traps", name: trap.name, seconds: "0.000",
                    result: trap.problem.map { .failed(type: "trap-mismatch", message: $0, details: trap.answer ?? "") }
                        ?? .passed))
        }
        return cases
    }
}
