import Decisions
import Reports
import SlotModel
import TrapModules

/// A decision in words.
struct DecisionProse {
    let decision: Decision
    let rollout: Rollout?
    let tree: String
    let next: String?

    var prose: Prose {
        Prose(
            head + [.heading(2, "The ways"), comparison, .paragraph(columns)] + ways + figures
                + (rollout.map(carriedOut) ?? []))
    }

    // MARK: - The answer

    private var head: [Prose.Block] {
        let modules = decision.demand.manifests.map(\.module)
        let traps = decision.demand.traps.count
        var blocks: [Prose.Block] = [
            .heading(1, "\(traps) calls of \(modules.joined(separator: ", ")): how they get their numbers"),
            .paragraph(answer),
        ]
        var facts: [Phrase] = ["\(demand)"]
        for table in decision.capacity.tables {
            let free = table.free.isEmpty ? "" : " (\(table.free.inWords))"
            facts.append(
                "The \(table.table.rawValue) table of \(code: tree) has \(table.size) rows and \(table.free.count) free slots\(free)."
            )
        }
        facts.append(
            "RESERVED rows of the native table: \(decision.capacity.reserved.count); rows that certain modules take (NOSTD): \(decision.capacity.byNumber)."
        )
        let carried = decision.demand.carriedByMIG
        if !carried.isEmpty {
            facts.append(
                "For \(carried.count) of the calls the manifest names a MIG routine that does the same and takes no number: \(carried.map(\.name).joined(separator: ", "))."
            )
        }
        blocks.append(.list(facts))
        return blocks
    }

    private var answer: Phrase {
        guard let adopted = decision.adopted else {
            return
                "\(strong: "No way gives each call a number in this tree.") What stands in the way is said of each below."
        }
        return
            "\(strong: "Adopt: \(adopted.kind.title)") (\(code: adopted.kind.rawValue)). \(adopted.reasons.sentences)"
    }

    private var demand: String {
        let narrow = decision.demand.narrow.count
        let widest = decision.demand.traps.max { $0.words(wide: true) < $1.words(wide: true) }
        let words = widest.map { ", the widest of them \($0.name) with \($0.words(wide: true)) words" } ?? ""
        return
            "The manifests ask for \(decision.demand.traps.count) numbers, and for \(narrow) of 32-bit programs\(words)."
    }

    // MARK: - The ways

    private var comparison: Prose.Block {
        let tables = decision.capacity.tables.map(\.table)
        let head: [Phrase] =
            ["way"] + tables.map { Phrase($0.rawValue) } + ["files, lines", "own numbers", "verdict"]
        return .table(
            head: head,
            rows: decision.ways.map { way in
                [Phrase([.code(way.kind.rawValue)])]
                    + tables.map { table in Phrase(way.slotText(table)) }
                    + [Phrase(way.fileText), way.hasOwnNumbers ? "yes" : "no", "\(strong: way.verdict.rawValue)"]
            }
        )
    }

    private var columns: Phrase {
        "Of each table: the numbers that the calls take, and the free slots, with those that the change brings. Then the files of the tree that change, with the lines that come or go; whether each call has a number of its own."
    }

    private var ways: [Prose.Block] {
        decision.ways.flatMap { way -> [Prose.Block] in
            let title = way.kind.title.capitalisedFirst
            return [
                .heading(3, "\(title): \(way.verdict.rawValue)"),
                .list(way.points),
            ]
        }
    }

    // MARK: - The plan

    private var figures: [Prose.Block] {
        let rows = decision.figures.map { figure -> [Phrase] in
            let verdict = figure.agrees.map { $0 ? "agrees" : "differs" } ?? "not comparable"
            return [
                Phrase([.code(figure.name)]), Phrase(figure.planned), Phrase(figure.measured), "\(strong: verdict)",
            ]
        }
        return [
            .heading(2, "The plan of June 2026, and what is measured here"),
            .paragraph(
                "The plan was made for a module of Mach traps on FreeBSD 15.0. Of its figures \(decision.figures.count { $0.agrees == false }) differ from what this tree and these manifests show."
            ),
            .table(head: ["figure", "the plan", "measured", ""], rows: rows),
        ]
    }

    // MARK: - The rollout

    private func carriedOut(_ rollout: Rollout) -> [Prose.Block] {
        var blocks: [Prose.Block] = [.heading(2, "Rollout")]
        for (index, step) in rollout.steps.enumerated() {
            blocks += [
                .heading(3, "Step \(index + 1). \(step.title)"),
                .tasks(step.tasks.map { (Phrase($0.text.capitalisedFirst), $0.command) }),
                .paragraph("It is done when:"),
                .tasks(step.proofs.map { (Phrase($0.text.capitalisedFirst), $0.command) }),
            ]
        }
        let ticket = rollout.ticket
        blocks += [
            .heading(2, "Ticket"), .paragraph("\(strong: ticket.title)"), .paragraph("Scope"),
            .list(ticket.scope.map { Phrase($0) }),
            .paragraph("Markers of acceptance"), .tasks(ticket.markers.map { (Phrase($0), "") }),
        ]
        if !ticket.links.isEmpty { blocks += [.paragraph("Links"), .list(ticket.links.map { Phrase($0) })] }
        return blocks
    }
}

extension Way {
    fileprivate func slotText(_ table: SlotKernel.Table) -> String {
        guard let slot = slots.first(where: { $0.table == table }) else { return "0" }
        return slot.free == slot.freeAfter
            ? "\(slot.needed) of \(slot.free)" : "\(slot.needed) of \(slot.free) + \(slot.freeAfter - slot.free)"
    }

    fileprivate var fileText: String {
        if !byHand.isEmpty { return "\(byHand.count) by hand" }
        return files.isEmpty ? "0" : "\(files.count), \(lines)"
    }

    /// Everything that is measured of the way, a point each.
    fileprivate var points: [Phrase] {
        var points: [Phrase] = reasons.map { "\($0.capitalisedFirst)." }
        if !numbers.isEmpty, kind != .asItIs { points.append("Numbers: \(numbers.inWords).") }
        if !files.isEmpty {
            let list = files.map { "\($0.path) (+\($0.added) -\($0.removed))" }.joined(separator: ", ")
            points.append("Files: \(list).")
        }
        if !byHand.isEmpty { points.append("By hand: \(byHand.joined(separator: ", ")).") }
        points += remarks.map { "\($0.capitalisedFirst)." }
        points += narrow.map { "32-bit programs: \($0)." }
        points += trace.map { "Tracing: \($0)." }
        points += next.map { "\($0.capitalisedFirst)." }
        return points
    }
}

extension [String] {
    /// Each as a sentence.
    fileprivate var sentences: String { map { $0.capitalisedFirst + "." }.joined(separator: " ") }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
