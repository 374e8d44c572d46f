import Authoring
import Edits
import Findings
import SourceTree
import SystemPackage
import TableMerge

// A call that `sysent add` added has a dozen places, and most of them are ends of lists where every branch appends: as
// lines they conflict always. So the call is added anew, and what its author changed besides is merged into that.
extension SeriesCarrier {
    /// Adds a call again; `nil` where that cannot be told, or the base has the call.
    ///
    /// With what the patch holds and what adding the call to its origin gives, the author's own work is known: it is the
    /// difference of the two.
    mutating func addAgain(_ addition: Addition, _ work: PatchWork) throws(Refusal) -> CarriedPatch? {
        guard let origin = try origins.origin(of: work.patch) else { return nil }
        let scope: Scope = work.companions.isEmpty ? .masterOnly : .complete
        guard work.paths.allSatisfy({ base.prefix == .root || base.treePath($0) != $0 }),
            let before = try? TreeTables.load(origin.before, as: options.generator),
            let old = try? Plan.add(before, addition, scope: scope)
        else { return nil }
        let paths = work.paths.map(base.treePath)
        let companions = [before, tables].map { TableFiles($0, prefix: .root).companions }
        let excluded = companions[0].union(companions[1])
        let new: Plan
        do {
            new = try plan(addition, scope, mayRenumber(work))
        } catch {
            // What a person has to decide on this base, such as capability mode, is for a person.
            guard !error.findings.contains(where: { $0.rule == "missing-option" }) else {
                return conflict(work.patch, .recorded(addition.text), error.findings)
            }
            guard try !origin.hasOwnWork(beside: old, in: paths, without: excluded) else { return nil }
            return try present(work)
        }
        let intent = PatchIntent.recorded(new.intent.trailer)
        let moves = self.moves(of: addition, from: old.band.lowerBound, to: new.band.lowerBound)
        let place = Location(path: directory.appending(work.patch.name).string)
        if !moves.isEmpty, !mayRenumber(work) {
            return conflict(work.patch, intent, moves.map { publishedNumber($0, place) })
        }
        let merge = PlanMerge(old: old, new: new, origin: origin, base: tables.view, store: base.store)
        let merged = try merge.run(paths, without: excluded)
        guard merged.conflicts.isEmpty else { return conflict(work.patch, intent, merged.conflicts) }
        let view = OverlayView(tables.view, edit: TreeEdit(steps: [EditStep(title: "call", changes: merged.changes)]))
        let changed = try TreeTables.load(view, as: options.generator)
        guard !changed.findings.hasErrors else {
            return conflict(work.patch, intent, changed.findings.filter { $0.severity == .error })
        }
        var edit = merged.changes
        if scope == .complete {
            let paths = Set((new.edit.changes + edit).map(\.path))
            let concerned = changed.tables.filter { table in
                paths.contains(table.site.master) || table.outputs.contains { paths.contains($0.path) }
            }
            edit += try changed.regeneration(of: concerned).changes
        }
        // Words of the author's stay, with the numbers as they are now.
        let isOwn = old.message(for: work.mail, scope: scope) != work.mail.head
        let message = isOwn ? work.mail.head.renumbered(moves) : new.message(for: work.mail, scope: scope)
        let bytes = try commit(work, edit: edit, rest: [], message: message)
        try reload()
        return carried(
            work, .redone, intent: intent, moves: moves, findings: binaryBreaks(moves, work), bytes: bytes)
    }

    /// The verdict on a patch that is nothing but calls which the base has; `nil` where it has not.
    private func present(_ work: PatchWork) throws(Refusal) -> CarriedPatch? {
        var present: [MergedMaster.PresentCall] = []
        for path in work.masters {
            guard let merged = try merge(path, work), merged.conflicts.isEmpty,
                try tables.view.state(of: base.treePath(path)).bytes == merged.bytes
            else { return nil }
            if present.isEmpty { present = merged.present }
        }
        return present.isEmpty ? nil : carried(work, .upstream(byOtherText: true), present: present)
    }

    /// Plans a call on the base. A number that was asked for is given up where it may be.
    private func plan(_ addition: Addition, _ scope: Scope, _ mayRenumber: Bool) throws(Refusal) -> Plan {
        do {
            return try .add(tables, addition, scope: scope)
        } catch {
            guard addition.number != nil, mayRenumber else { throw error }
            var other = addition
            other.number = nil
            other.number = try Plan.add(tables, other, scope: scope).band.lowerBound
            return try .add(tables, other, scope: scope)
        }
    }

    private func moves(of addition: Addition, from old: Int, to new: Int) -> [MergedMaster.Move] {
        guard old != new else { return [] }
        return [
            MergedMaster.Move(
                name: addition.prototype.name, old: old, new: new, isSlot: false, holder: holder(of: old))
        ]
    }
}

extension Addition {
    /// The trailer that records the call.
    fileprivate var text: String { Intent.add(self).trailer }
}
