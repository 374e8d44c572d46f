import BootCheck

/// The JSON form of `sysent boot`.
struct BootRecord: Encodable {
    let plan: String
    let held: Int
    let runs: [Run]
    let flickering: [Flicker]

    struct Flicker: Encodable {
        let marker: String
        let seen: Int
    }

    struct Run: Encodable {
        let outcome: String
        let message: String
        let seconds: Double
        let line: Int?
        let linesBefore: [String]
        let linesAfter: [String]
        let stages: [Stage]
        let markers: [Marker]
        let traps: [Trap]
        let consoleBytes: Int
        let consoleLines: Int
        let resets: Int
    }

    struct Stage: Encodable {
        let name: String
        let began: Double?
        let seconds: Double?
        let missing: [String]
    }

    struct Marker: Encodable {
        let name: String
        let stage: String
        let kind: String
        let seconds: Double?
        let line: Int?
        let isSpliced: Bool
        let nearMiss: String?
    }

    struct Trap: Encodable {
        let name: String
        let sysctl: String
        let predicted: Int?
        let number: Int?
        let answer: String?
        let problem: String?
    }

    init(_ runs: BootRuns) {
        plan = runs.plan
        held = runs.heldCount
        flickering = runs.flickering.map { Flicker(marker: $0.name, seen: $0.seen) }
        self.runs = runs.runs.map { run in
            Run(
                outcome: run.outcome.rawValue,
                message: run.message,
                seconds: run.decidedAt.inSeconds,
                line: run.line,
                linesBefore: run.before,
                linesAfter: run.after,
                stages: run.stages.map {
                    Stage(
                        name: $0.name, began: $0.began?.inSeconds, seconds: $0.elapsed?.inSeconds, missing: $0.missing)
                },
                markers: run.markers.map {
                    Marker(
                        name: $0.name, stage: $0.stage, kind: $0.kind.rawValue, seconds: $0.seenAt?.inSeconds,
                        line: $0.line, isSpliced: $0.isSpliced, nearMiss: $0.nearMiss)
                },
                traps: run.traps.map {
                    Trap(
                        name: $0.name, sysctl: $0.object, predicted: $0.predicted, number: $0.number,
                        answer: $0.answer, problem: $0.problem)
                },
                consoleBytes: run.byteCount,
                consoleLines: run.lineCount,
                resets: run.resets
            )
        }
    }
}

extension Duration {
    /// In seconds, to the millisecond.
    fileprivate var inSeconds: Double {
        let (seconds, atto) = components
        return Double(seconds * 1000 + atto / 1_000_000_000_000_000) / 1000
    }
}
