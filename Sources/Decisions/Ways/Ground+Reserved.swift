import Authoring
import Edits
import Findings
import SlotModel
import SourceTree
import SyscallSyntax
import SyscallTable
import TrapModules

extension Ground {
    /// Slots in the place of `RESERVED` rows.
    ///
    /// A registration is tried at each of them first; then the rows are really changed.
    var reservedRows: Way {
        get throws(Refusal) {
            var way = Way(.reserved)
            way.slots = ownSlots(after: kernel)
            let claimed = capacity.reserved.filter(isClaimable)
            guard !capacity.reserved.isEmpty else {
                way.obstacles = ["the table has no RESERVED row"]
                way.remarks = [
                    "up to FreeBSD 13 such numbers are UNIMPL rows, which answer a registration with EEXIST as well"
                ]
                return way
            }
            way.remarks.append(
                "\(claimed.count) of \(capacity.reserved.count) RESERVED rows can be claimed as they are: their handler is nosys, and a registration gets EEXIST"
            )
            if isNothingMissing { return needless(way) }
            let wanted = bandSize
            guard let change = try converted(wanted) else {
                way.obstacles = ["\(wanted) rows are wanted, and \(capacity.reserved.count) are RESERVED"]
                return way
            }
            let changed = try question.kernel(change.tables)
            let plan = SlotPlan(question.manifests, on: changed)
            way.numbers = change.numbers
            way.slots = ownSlots(after: changed)
            way.assigned = assigned(plan)
            way.moved = moved(way.assigned)
            way.files = change.edit.changes.map(Way.TouchedFile.init)
            way.changedRows = change.numbers.count
            way.trace = trace(way.assigned, in: change.native)
            way.narrow = narrow(change.edit)
            (way.taken, way.next) = takenNext(change.numbers)
            if !way.moved.isEmpty {
                way.remarks.append(
                    "NO_SYSCALL takes the lowest number first, so that calls move: \(way.moved.joined(separator: ", "))"
                )
            }
            return way
        }
    }

    private func isClaimable(_ number: Int) -> Bool {
        do {
            return try kernel.claimable(number) == number
        } catch {
            return false
        }
    }

    private func narrow(_ edit: TreeEdit) -> [String] {
        guard capacity[.freebsd32] != nil else { return ["the tree has no table of 32-bit programs"] }
        let touched = edit.changes.contains { $0.path.components.contains("freebsd32") }
        return [touched ? "the rows of their table change with it; no table grows" : "their table stays as it is"]
    }

    /// A tree with slots in the place of reserved rows.
    struct Converted {
        let edit: TreeEdit
        let tables: TreeTables
        let native: SyscallTable
        let numbers: [Int]
    }

    /// The reserved numbers, the best first: those that the next release leaves alone, and that stand behind the slots which
    /// are there, as NO_SYSCALL takes the lowest number first.
    private var candidates: [Int] {
        let taken = Set(takenNext(capacity.reserved).taken)
        let last = capacity[.native]?.free.last ?? 0
        return capacity.reserved.sorted { first, second in
            let ranks = [first, second].map { [taken.contains($0) ? 1 : 0, $0 < last ? 1 : 0, $0] }
            return ranks[0].lexicographicallyPrecedes(ranks[1])
        }
    }

    /// Makes slots of `count` reserved numbers; `nil` when there are not so many.
    private func converted(_ count: Int) throws(Refusal) -> Converted? {
        let numbers = Set(candidates.prefix(count))
        guard numbers.count == count else { return nil }
        let master = native.table.master
        var edits: [TextEdit] = []
        for row in master.rows where row.numbers.contains(where: numbers.contains) {
            let node = master.syntax.nodes[row.node].range
            edits.append(TextEdit(range: node, replacement: Array(rows(row, numbers).utf8)))
        }
        let tables = question.tables
        let path = native.site.master
        let old = try tables.view.state(of: path)
        guard case .file(_, let mode) = old, let text = TextEdit.apply(edits, to: master.syntax.bytes) else {
            return nil
        }
        let change = FileChange(
            path: path, expected: old, result: .file(text, mode), reasons: ["slots in reserved rows"])
        let step = EditStep(title: "reserved rows", changes: [change])
        let changed = try TreeTables.load(
            OverlayView(tables.view, edit: TreeEdit(steps: [step])), as: tables.generator)
        let concerned = changed.tables.filter { $0.site.master == path }
        let companions = try changed.regeneration(of: concerned)
        return Converted(
            edit: TreeEdit(steps: [EditStep(title: step.title, changes: [change] + companions.changes)]),
            tables: changed,
            native: concerned.first { $0.site.directory == native.site.directory }?.table ?? native.table,
            numbers: numbers.sorted()
        )
    }

    /// The lines in the place of a reserved row: slots, and what is left of its range.
    private func rows(_ row: Row, _ wanted: Set<Int>) -> String {
        let kinds = row.kinds.words.joined(separator: "|")
        var text = Array(row.numbers).filter(wanted.contains).map {
            "\($0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
        }.joined()
        for run in row.numbers.filter({ !wanted.contains($0) }).runs {
            text +=
                "\(run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)-\(run.upperBound)")\tAUE_NULL\t\(kinds)\n"
        }
        return text
    }
}
