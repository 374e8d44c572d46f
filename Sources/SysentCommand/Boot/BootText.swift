import BootCheck

/// What `sysent boot` prints.
struct BootText {
    private let runs: BootRuns

    init(_ runs: BootRuns) {
        self.runs = runs
    }

    /// One run in one line.
    static func line(_ run: BootResult, number: Int) -> String {
        "run \(number): \(run.outcome.rawValue) after \(run.decidedAt.seconds(digits: 2))s: \(run.message)"
    }

    var text: String {
        guard runs.runs.count > 1 else { return runs.runs.first.map(text) ?? "" }
        var lines = ["\(runs.heldCount) of \(runs.runs.count) runs held"]
        for (outcome, count) in runs.outcomes where outcome != .held { lines.append("  \(outcome.rawValue): \(count)") }
        for (name, seen) in runs.flickering {
            lines.append("  flickers: '\(name)', seen in \(seen) of \(runs.runs.count)")
        }
        let first = runs.runs.first { !$0.isHeld }
        return lines.map { $0 + "\n" }.joined() + (first.map { "\n" + text($0) } ?? "")
    }

    private func text(_ run: BootResult) -> String {
        var lines = ["\(run.outcome.rawValue) after \(run.decidedAt.seconds(digits: 2))s: \(run.message)"]
        let width = (run.stages.map(\.name.count).max() ?? 0) + 2
        for stage in run.stages {
            let name = stage.name + String(repeating: " ", count: width - stage.name.count)
            if let elapsed = stage.elapsed {
                lines.append("  \(name)\(elapsed.seconds(digits: 2))s")
            } else {
                let missing = stage.missing.map { "'\($0)'" }.joined(separator: ", ")
                let state = stage.began == nil ? "not begun" : "not complete"
                lines.append("  \(name)\(state)" + (missing.isEmpty ? "" : "; not seen: \(missing)"))
            }
        }
        for marker in run.markers {
            if marker.isSpliced { lines.append("  spliced: '\(marker.name)' on line \(marker.line ?? 0)") }
            if marker.kind == .informational, let time = marker.seenAt {
                lines.append("  seen: '\(marker.name)' after \(time.seconds(digits: 2))s")
            }
            if marker.kind == .required, !run.isHeld, let miss = marker.nearMiss {
                lines.append("  '\(marker.name)' is not a line of its own in: \(miss)")
            }
        }
        lines += traps(run.traps)
        if !run.isHeld, !run.before.isEmpty {
            lines.append("")
            let first = max((run.line ?? run.lineCount) - run.before.count + 1, 1)
            for (index, line) in run.before.enumerated() {
                let mark = index == run.before.count - 1 && run.line != nil ? ">" : " "
                lines.append("\(mark) \(first + index)\t\(line)")
            }
            for (index, line) in run.after.enumerated() {
                lines.append("  \(first + run.before.count + index)\t\(line)")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func traps(_ traps: [TrapResult]) -> [String] {
        guard !traps.isEmpty else { return [] }
        let good = traps.filter { $0.problem == nil }.count
        let predicted =
            traps.allSatisfy { $0.predicted != nil } ? "in the slots that were predicted" : "in slots of their own"
        var lines = ["  traps: \(good) of \(traps.count) \(predicted)"]
        let width = (traps.map(\.name.count).max() ?? 0) + 2
        for trap in traps {
            let name = trap.name + String(repeating: " ", count: width - trap.name.count)
            let number = trap.number.map(String.init) ?? "?"
            let rest = [trap.answer, trap.problem.map { "WRONG: \($0)" }].compactMap { $0 }.joined(separator: "  ")
            lines.append("    \(name)\(number)" + (rest.isEmpty ? "" : "  " + rest))
        }
        return lines
    }
}
