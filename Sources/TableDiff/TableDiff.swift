import SyscallTable

/// Compares tables.
public enum TableDiff {
    /// What changed from `old` to `new`, which are the same table of two trees.
    public static func changes(from old: ComparedTable, to new: ComparedTable) -> TableChanges {
        let names = AbiNames([old.table, new.table])
        let known = (old.kinds, new.kinds)
        let comparable = FlagChange.all.filter { known.0.contains($0.word) && known.1.contains($0.word) }
        let rules = (old.table.particulars.master.annotations, new.table.particulars.master.annotations)
        let scope = CallDetails.Scope(
            containsAnnotations: rules.0 == .contains && rules.1 == .contains,
            annotations: rules.0 != .none && rules.1 != .none && old.hasOwnMaster == new.hasOwnMaster,
            isForeign: new.isForeign,
            aliases: Dictionary(
                new.table.numberAliases.map { ($0.name, $0.symbol) }, uniquingKeysWith: { first, _ in first }),
            flags: comparable.reduce(into: []) { $0.formUnion($1.flag) }
        )
        let words = (WordWidth(old), WordWidth(new))
        var pairing = Pairing(
            old: EntryList(old.table, names: names).entries,
            new: EntryList(new.table, names: names).entries,
            word: words.0 == words.1 ? words.0 : .either,
            scope: scope
        )
        return TableChanges(
            old: old,
            new: new,
            changes: ordered(pairing.run()) + maximum(old, new),
            notes: notes(old, new, scope)
        )
    }

    /// What changed from the tables of one tree to those of another.
    ///
    /// - Returns: one element a table, those of the newer tree first, in its order; also those without changes.
    public static func changes(from old: [ComparedTable], to new: [ComparedTable]) -> [TableChanges] {
        TableMatch(old: old, new: new).pairs.map { pair in
            switch pair {
            case .both(let old, let new): changes(from: old, to: new)
            case .removed(let table): missing(.tableRemoved, old: table, new: nil)
            case .added(let table): missing(.tableAdded, old: nil, new: table)
            }
        }
    }

    private static func missing(_ kind: Change.Kind, old: ComparedTable?, new: ComparedTable?) -> TableChanges {
        let size = (old ?? new)?.table.size ?? 0
        let change = Change(
            kind: kind,
            numbers: 0...max(0, size - 1),
            newNumber: nil,
            name: "",
            old: old.map { "\($0.directory), \(size) numbers" },
            new: new.map { "\($0.directory), \(size) numbers" },
            impact: kind == .tableAdded ? .compatible : .binaryBreak,
            reason: kind == .tableAdded
                ? "the older tree has no such table"
                : "the newer tree has no such table, so that nothing serves its programs",
            oldLocation: nil,
            newLocation: nil
        )
        return TableChanges(old: old, new: new, changes: [change], notes: [])
    }

    /// By number, then by kind; what says the same of successive numbers is one change.
    private static func ordered(_ changes: [Change]) -> [Change] {
        let rank = Dictionary(uniqueKeysWithValues: Change.Kind.allCases.enumerated().map { ($1, $0) })
        let sorted = changes.enumerated().sorted { one, other in
            let first = (one.element.numbers.lowerBound, rank[one.element.kind] ?? 0, one.offset)
            return first < (other.element.numbers.lowerBound, rank[other.element.kind] ?? 0, other.offset)
        }
        var joined: [Change] = []
        for change in sorted.map(\.element) {
            if let last = joined.last, let both = last.joined(with: change) {
                joined[joined.count - 1] = both
            } else {
                joined.append(change)
            }
        }
        return joined
    }

    private static func maximum(_ old: ComparedTable, _ new: ComparedTable) -> [Change] {
        let (before, after) = (old.table.size, new.table.size)
        guard before != after else { return [] }
        return [
            Change(
                kind: .maximum, numbers: before...before, newNumber: after, name: "MAXSYSCALL", old: String(before),
                new: String(after), impact: after > before ? .compatible : .information,
                reason: after > before
                    ? "the table has more numbers than before; none moves by it"
                    : "the table is shorter; the rows that went say what is lost",
                oldLocation: nil, newLocation: nil)
        ]
    }

    private static func notes(_ old: ComparedTable, _ new: ComparedTable, _ scope: CallDetails.Scope) -> [String] {
        var notes: [String] = []
        let unknown = FlagChange.all.filter { !scope.flags.contains($0.flag) }.filter { flag in
            (old.table.calls + new.table.calls).contains { $0.has(flag.flag) }
        }
        if !unknown.isEmpty {
            let words = unknown.map(\.word).joined(separator: ", ")
            notes.append("\(words) not compared: only one of the two generators knows such kinds")
        }
        if old.hasOwnMaster != new.hasOwnMaster {
            notes.append("annotations not compared: one table has a master of its own, the other is made of another's")
        } else if !scope.annotations {
            notes.append("annotations not compared: only one of the two generators knows them")
        } else if !scope.containsAnnotations,
            old.table.particulars.master.annotations != new.table.particulars.master.annotations
        {
            notes.append("_Contains_ annotations not compared: only one of the two generators knows them")
        }
        return notes
    }
}
