import Authoring
import Edits
import Findings
import SlotModel
import SourceTree
import SyscallTable
import TrapModules

extension Ground {
    /// The slots that the tree has.
    var asItIs: Way {
        var way = Way(.asItIs)
        way.slots = ownSlots(after: kernel)
        way.assigned = assigned(plan)
        way.numbers = Set(way.assigned.compactMap(\.number)).sorted()
        way.trace = trace(way.assigned, in: native.table)
        way.narrow = narrowAsItIs
        (way.taken, way.next) = takenNext(way.numbers)
        let missing = way.assigned.filter { $0.number == nil }.map(\.call)
        if !missing.isEmpty, plan.shortfall > 0 {
            way.remarks.append("without a number: \(missing.joined(separator: ", "))")
        }
        return way
    }

    private var narrowAsItIs: [String] {
        guard let table = capacity[.freebsd32] else { return ["the tree has no table of 32-bit programs"] }
        if demand.narrow.isEmpty {
            return ["no call is for 32-bit programs: their table (\(table.size) rows) is not concerned"]
        }
        return [
            "\(demand.narrow.count.counted("call")) for 32-bit programs, registered in a table of their own with \(table.free.count) free slots"
        ]
    }

    /// More slots, behind the last call or at a number of their own.
    func widening(_ kind: Way.Kind) throws(Refusal) -> Way {
        var way = Way(kind)
        if isNothingMissing { return needless(way) }
        let place: Widening.Place = kind == .widenBand ? .number(question.bandStart) : .tail
        let change: Widened
        do {
            change = try widened(question.tables, place)
        } catch {
            way.slots = ownSlots(after: kernel)
            let holders = place == .tail ? nil : holders(question.bandStart)
            way.obstacles = holders.map { [$0] } ?? error.findings.filter { $0.severity == .error }.map(\.message)
            way.remarks = error.findings.flatMap(\.notes).map(\.message)
            way.next = try next(place)
            return way
        }
        let changed = try question.kernel(change.tables)
        let plan = SlotPlan(question.manifests, on: changed)
        way.numbers = Array(change.band)
        way.slots = ownSlots(after: changed)
        way.assigned = assigned(plan)
        way.moved = moved(way.assigned)
        way.files = change.edit.changes.map(Way.TouchedFile.init)
        way.trace = trace(way.assigned, in: change.native)
        way.narrow = narrow(change, changed)
        let next = takenNext(way.numbers)
        way.taken = next.taken
        way.next = next.sentences + (try self.next(place))
        if change.isSecond {
            way.takesBandBack = true
            way.remarks.append(
                "the band that the tree was widened by is taken back first, and made anew with the slots that are missing"
            )
        }
        if let filler = change.filler {
            way.remarks.append(
                "\(filler.count.counted("number")) ahead of the band, \(Array(filler).inWords), would be kept for nothing else"
            )
        }
        return way
    }

    /// A way that adds slots where none is missing: there is nothing to be worked out.
    func needless(_ way: Way) -> Way {
        var way = way
        way.isNeedless = true
        way.slots = ownSlots(after: kernel)
        way.assigned = assigned(plan)
        return way
    }

    /// A tree that was widened.
    struct Widened {
        let edit: TreeEdit
        let tables: TreeTables
        let native: SyscallTable
        let band: ClosedRange<Int>
        let sizes: [Plan.Size]
        /// The numbers between the last call and the band.
        let filler: ClosedRange<Int>?
        /// Whether a band of before was taken back for it.
        let isSecond: Bool
    }

    /// Widens `tables`; a tree that was widened before loses that band first.
    func widened(_ tables: TreeTables, _ place: Widening.Place) throws(Refusal) -> Widened {
        let label = place == .tail ? nil : demand.label
        do {
            return try widened(tables, Widening(slots: bandSize, at: place, label: label), after: [])
        } catch {
            guard error.findings.contains(where: { $0.rule == "already-widened" }) else { throw error }
            let narrow = try Plan.narrow(tables)
            let bare = try TreeTables.load(OverlayView(tables.view, edit: narrow.edit), as: tables.generator)
            let slots = question.slots ?? narrow.band.count + max(0, plan.shortfall)
            return try widened(bare, Widening(slots: slots, at: place, label: label), after: narrow.edit.steps)
        }
    }

    private func widened(_ tables: TreeTables, _ widening: Widening, after steps: [EditStep]) throws(Refusal) -> Widened
    {
        let plan = try Plan.widen(tables, by: widening)
        let changed = try TreeTables.load(OverlayView(tables.view, edit: plan.edit), as: tables.generator)
        let size = try Self.size(of: tables)
        return Widened(
            edit: TreeEdit(steps: steps + plan.edit.steps),
            tables: changed,
            native: changed.tables.first { $0.site.directory == native.site.directory }?.table ?? native.table,
            band: plan.band,
            sizes: plan.sizes,
            filler: plan.band.lowerBound > size ? size...plan.band.lowerBound - 1 : nil,
            isSecond: !steps.isEmpty
        )
    }

    /// What stands where a labelled band would begin; `nil` for nothing.
    private func holders(_ start: Int) -> String? {
        let wanted = start..<start + bandSize
        let calls = native.table.calls.filter { wanted.contains($0.number) }
        guard let last = wanted.last, !calls.isEmpty else { return nil }
        let numbers = Set(calls.map(\.number)).sorted().inWords
        let names = calls.map(\.publicName).filter { !$0.isEmpty }.joined(separator: ", ")
        return "a band at \(start)-\(last) would collide with \(numbers)\(names.isEmpty ? "" : " (\(names))")"
    }

    private static func size(of tables: TreeTables) throws(Refusal) -> Int {
        tables.tables.first { $0.site.directory == TreePath("sys/kern") }?.table.size ?? 0
    }

    /// What 32-bit programs meet when the native table grows.
    private func narrow(_ change: Widened, _ changed: SlotKernel) -> [String] {
        guard let before = kernel.tables[.freebsd32], let after = changed.tables[.freebsd32] else {
            return ["the tree has no table of 32-bit programs"]
        }
        var sentences = [
            "the table of 32-bit programs grows with it, from \(before.rows.count) to \(after.rows.count) rows"
        ]
        // A build that regenerates sys/kern alone.
        var stale = SlotKernel(native: changed.tables[.native] ?? after, freebsd32: before, rules: changed.rules)
        stale.signalsMissingCalls = changed.signalsMissingCalls
        if before.rows.count < stale.bound {
            var sentence =
                "where sys/kern alone is regenerated, SYS_MAXSYSCALL is \(stale.bound) and that table has \(before.rows.count) rows"
            if SlotPlan(question.manifests, on: stale).findings.contains(where: { $0.rule == "table-past-end" }) {
                sentence += ": a registration in it searches past its end"
            }
            sentences.append(sentence)
        }
        return sentences
    }

    /// What becomes of the same wish in the next release.
    private func next(_ place: Widening.Place) throws(Refusal) -> [String] {
        guard let next = question.next else { return [] }
        do {
            let band = try widened(next, place).band
            return ["in the next release the band stands at \(Array(band).inWords)"]
        } catch {
            return error.findings.filter { $0.severity == .error }.map { "in the next release: \($0.message)" }
        }
    }
}
