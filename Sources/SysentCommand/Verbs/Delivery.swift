import ArgumentParser
import Authoring
import Edits
import Findings
import Reports
import SourceTree

/// Works a plan out and does with it what the options say: show it, check it, write it, or make a patch of it.
struct Delivery {
    let options: TreeOptions
    let delivery: DeliveryOptions

    /// Runs a changing verb whose plan `makePlan` works out on the tables of the tree.
    func run(_ makePlan: (TreeTables) throws -> Plan) throws {
        if let directory = delivery.patches {
            let result = try PatchDelivery(options: options, delivery: delivery, directory: directory).run(makePlan)
            try show(result.plan, patch: result.patch)
            return
        }
        let plan = try makePlan(options.tables())
        if delivery.check {
            options.console.report(plan.findings)
            if delivery.format == .json { try show(plan) }
            if !plan.edit.isEmpty { throw ExitCode.findings }
            return
        }
        if delivery.inPlace { try AtomicWriter(root: try options.root()).apply(plan.edit) }
        try show(plan)
    }

    private func show(_ plan: Plan, patch: PatchRecord? = nil) throws {
        let console = options.console
        console.report(plan.findings)
        switch delivery.format {
        case .json:
            console.print(try JSONDocument.encode(PlanRecord(plan, isWritten: delivery.inPlace, patch: patch)))
        case .text:
            console.print(Array(text(plan, patch).utf8))
            guard patch == nil, !delivery.inPlace else { return }
            console.print("")
            for change in plan.edit.changes { console.print(UnifiedDiff(change).bytes) }
        }
    }

    private func text(_ plan: Plan, _ patch: PatchRecord?) -> String {
        var lines = plan.summary
        let paths = plan.sizes.map(\.table.string) + plan.edit.changes.map(\.path.string)
        let width = (paths.map(\.utf8.count).max() ?? 0) + 2
        for size in plan.sizes where !delivery.masterOnly {
            lines.append("  \(size.table.string.padded(to: width))MAXSYSCALL \(size.before) -> \(size.after)")
        }
        for change in plan.edit.changes {
            for (index, reason) in change.reasons.enumerated() {
                lines.append("  \((index == 0 ? change.path.string : "").padded(to: width))\(reason)")
            }
        }
        if !plan.reasoning.isEmpty { lines.append("  in 32-bit programs:") }
        for line in plan.reasoning { lines.append("    \(line)") }
        for skip in plan.skipped { lines.append("  left out: \(skip.place): \(skip.reason)") }
        if let patch {
            lines.append("wrote \(patch.path)")
            lines.append("verified: \(patch.verification)")
        } else if delivery.inPlace {
            lines.append("wrote \(plan.edit.changes.count) files")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A patch that was verified and published.
struct PatchRecord: Encodable {
    let path: String
    let verification: String
}

/// A plan in the form of the JSON documents.
private struct PlanRecord: Encodable {
    let intent: String
    let summary: [String]
    let band: Band?
    let number: Int?
    let tables: [Table]
    let files: [File]
    let reasoning: [String]?
    let texts: [String: String]?
    let skipped: [Skipped]
    let isWritten: Bool
    let patch: PatchRecord?
    let findings: [FindingRecord]

    struct Band: Encodable {
        let first: Int
        let last: Int
    }

    struct Skipped: Encodable {
        let place: String
        let reason: String
    }

    struct Table: Encodable {
        let directory: String
        let maxSyscallBefore: Int
        let maxSyscallAfter: Int
    }

    struct File: Encodable {
        let path: String
        let action: String
        let reasons: [String]
    }

    init(_ plan: Plan, isWritten: Bool, patch: PatchRecord?) {
        intent = plan.intent.trailer
        summary = plan.summary
        let numbers = Band(first: plan.band.lowerBound, last: plan.band.upperBound)
        switch plan.intent {
        case .widen, .narrow: (band, number) = (numbers, nil)
        case .add, .supersede: (band, number) = (nil, numbers.first)
        case .reserve, .stub: (band, number) = (numbers, nil)
        case .generate: (band, number) = (nil, nil)
        }
        tables = plan.sizes.map {
            Table(directory: $0.table.string, maxSyscallBefore: $0.before, maxSyscallAfter: $0.after)
        }
        files = plan.edit.changes.map { change in
            let action = change.expected == .absent ? "add" : change.result == .absent ? "delete" : "change"
            return File(path: change.path.string, action: action, reasons: change.reasons)
        }
        reasoning = plan.reasoning.isEmpty ? nil : plan.reasoning
        let named = plan.texts.map { ($0.name, $0.text) }
        texts = named.isEmpty ? nil : Dictionary(named) { first, _ in first }
        skipped = plan.skipped.map { Skipped(place: $0.place, reason: $0.reason) }
        self.isWritten = isWritten
        self.patch = patch
        findings = plan.findings.map(FindingRecord.init)
    }
}
