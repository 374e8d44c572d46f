import Edits
import Findings
import GitStore
import PatchSeries
import Reports
import TableMerge

/// What became of a series, as text and as JSON.
struct SeriesReport {
    /// Who asks.
    enum Wording {
        case verify, forecast, rebase
    }

    let carried: CarriedSeries
    let wording: Wording
    let written: String?
    let takers: [Int: GitRepository.CommitName]

    init(
        _ carried: CarriedSeries,
        wording: Wording,
        written: String? = nil,
        takers: [Int: GitRepository.CommitName] = [:]
    ) {
        self.carried = carried
        self.wording = wording
        self.written = written
        self.takers = takers
    }

    func show(_ format: OutputFormat, _ console: Console) throws {
        switch format {
        case .json: console.print(try JSONDocument.encode(SeriesRecord(carried, written: written, takers: takers)))
        case .text:
            for patch in carried.patches {
                for line in lines(of: patch) { console.print(line) }
                console.report(patch.findings)
            }
            console.report(carried.findings)
            console.print(summary)
        }
    }

    private func lines(of patch: CarriedPatch) -> [String] {
        var lines = ["\(patch.name): \(sentence(patch))"]
        if let intent = patch.intent { lines.append("    \(intent.text)") }
        for line in MoveText(patch.moves).lines { lines.append("    \(line)") }
        for move in patch.moves {
            guard let holder = move.holder, let commit = takers[move.old] else { continue }
            lines.append("    \(move.old) is \(holder) since \(commit.id) of \(commit.day), \"\(commit.subject)\"")
        }
        for call in patch.present { lines.append("    \(call.name) is there already, as \(call.number)") }
        return lines
    }

    private func sentence(_ patch: CarriedPatch) -> String {
        switch (patch.verdict, wording) {
        case (.applies(offset: 0), _): "applies"
        case (.applies(let lines), _): "applies, \(lines) \(lines == 1 ? "line" : "lines") away from where it says"
        case (.redone, .verify): patch.moves.isEmpty ? "does not apply; it can be done again" : "number collision"
        case (.redone, .forecast): "will be done again"
        case (.redone, .rebase): "done again"
        case (.regenerated, .verify): "stale companions"
        case (.regenerated, _): "companions made anew"
        case (.merged, .verify): "does not apply exactly; git can merge it"
        case (.merged, .forecast): "git will merge it"
        case (.merged, .rebase): "merged by git"
        case (.upstream(false), _): "already upstream"
        case (.upstream(true), _): "already upstream, by other text"
        case (.conflict, _): "needs a person"
        }
    }

    private var summary: String {
        let total = carried.patches.count
        let dropped = carried.patches.count { if case .upstream = $0.verdict { true } else { false } }
        let open = carried.patches.count { $0.verdict == .conflict }
        var parts = ["\(total) \(total == 1 ? "patch" : "patches")"]
        if dropped > 0 { parts.append("\(dropped) can go") }
        if open > 0 { parts.append("\(open) \(open == 1 ? "needs" : "need") a person") }
        if let written { parts.append("wrote \(written)") }
        return parts.joined(separator: ", ")
    }
}

/// Moves of numbers in words: `599-646 -> 603-650: kexec_load, pdrfork took 599-600`.
struct MoveText {
    let lines: [String]

    init(_ moves: [MergedMaster.Move]) {
        var runs: [[MergedMaster.Move]] = []
        for move in moves {
            if let last = runs.last?.last, last.isSlot, move.isSlot, last.old + 1 == move.old, last.new + 1 == move.new
            {
                runs[runs.count - 1].append(move)
            } else {
                runs.append([move])
            }
        }
        lines = runs.map(Self.line)
    }

    private static func line(_ run: [MergedMaster.Move]) -> String {
        func range(_ numbers: [Int]) -> String {
            let (first, last) = (numbers.first ?? 0, numbers.last ?? 0)
            return first == last ? "\(first)" : "\(first)-\(last)"
        }
        let name = run.first.map { $0.isSlot ? "" : $0.name + " " } ?? ""
        var text = "\(name)\(range(run.map(\.old))) -> \(range(run.map(\.new)))"
        let taken = run.filter { $0.holder != nil }
        if !taken.isEmpty {
            text += ": \(taken.compactMap(\.holder).joined(separator: ", ")) took \(range(taken.map(\.old)))"
        }
        return text
    }
}

private struct SeriesRecord: Encodable {
    let isComplete: Bool
    let patches: [Patch]
    let findings: [FindingRecord]
    let written: String?

    struct Patch: Encodable {
        let name: String
        let verdict: String
        let offset: Int?
        let byOtherText: Bool?
        let intent: String?
        let moves: [Move]
        let present: [Present]
        let findings: [FindingRecord]
    }

    struct Move: Encodable {
        let name: String
        let old: Int
        let new: Int
        let isSlot: Bool
        let holder: String?
        let takenBy: String?
    }

    struct Present: Encodable {
        let name: String
        let number: Int
    }

    init(_ carried: CarriedSeries, written: String?, takers: [Int: GitRepository.CommitName]) {
        isComplete = carried.isComplete
        self.written = written
        findings = carried.findings.map(FindingRecord.init)
        patches = carried.patches.map { patch in
            var offset: Int?
            var byOtherText: Bool?
            switch patch.verdict {
            case .applies(let lines): offset = lines
            case .upstream(let other): byOtherText = other
            case .redone, .regenerated, .merged, .conflict: break
            }
            return Patch(
                name: patch.name,
                verdict: patch.verdict.word,
                offset: offset,
                byOtherText: byOtherText,
                intent: patch.intent?.text,
                moves: patch.moves.map {
                    Move(
                        name: $0.name, old: $0.old, new: $0.new, isSlot: $0.isSlot, holder: $0.holder,
                        takenBy: $0.holder == nil ? nil : takers[$0.old]?.id)
                },
                present: patch.present.map { Present(name: $0.name, number: $0.number) },
                findings: patch.findings.map(FindingRecord.init)
            )
        }
    }
}
