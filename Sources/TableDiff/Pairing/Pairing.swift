/// Finds out which rows of two tables are one call, and what happened to it.
///
/// A call is known by its name, the interface it has (the present one or that of a release) and its number. The steps go
/// from what leaves no doubt to what is left over; a row that a step took is gone for the later ones.
struct Pairing {
    private let old: [Entry]
    private let new: [Entry]
    private let word: WordWidth
    private let scope: CallDetails.Scope
    private let oldAt: [Int: [Int]]
    private let newAt: [Int: [Int]]
    private let oldNamed: [Interface: [Int]]
    private let newNamed: [Interface: [Int]]
    private var oldTaken: [Bool]
    private var newTaken: [Bool]
    private var changes: [Change] = []

    /// What a call is, wherever it stands.
    private struct Interface: Hashable {
        var name: String
        var state: Entry.State
    }

    init(old: [Entry], new: [Entry], word: WordWidth, scope: CallDetails.Scope) {
        self.old = old
        self.new = new
        self.word = word
        self.scope = scope
        oldAt = Dictionary(grouping: old.indices) { old[$0].number }
        newAt = Dictionary(grouping: new.indices) { new[$0].number }
        oldNamed = Dictionary(grouping: old.indices) { Interface(name: old[$0].name, state: old[$0].state) }
        newNamed = Dictionary(grouping: new.indices) { Interface(name: new[$0].name, state: new[$0].state) }
        oldTaken = [Bool](repeating: false, count: old.count)
        newTaken = [Bool](repeating: false, count: new.count)
    }

    /// All changes of rows, in no order.
    mutating func run() -> [Change] {
        unchanged()
        changedState()
        renumbered()
        sameNumber()
        withoutCounterpart()
        placeholders()
        return changes
    }

    // MARK: - Steps

    /// Rows that are what they were, though details may differ.
    private mutating func unchanged() {
        for index in old.indices {
            let entry = old[index]
            let twin = newAt[entry.number]?.first {
                !newTaken[$0] && new[$0].state == entry.state && (entry.hasNoName || new[$0].name == entry.name)
            }
            if let twin { pair(index, twin) }
        }
    }

    /// Rows with the number and the name that they had, and another state.
    private mutating func changedState() {
        for index in old.indices where !oldTaken[index] && !old[index].hasNoName {
            let entry = old[index]
            let other = newAt[entry.number]?.first {
                !newTaken[$0] && !new[$0].hasNoName && new[$0].hasName(of: entry)
            }
            guard let other else { continue }
            switch (entry.state, new[other].state) {
            case (.call, .compat): superseded(index, other)
            case (.compat, .call): restored(index, other)
            case (.compat, .compat):
                add(
                    .compatLevel, index, other, .information,
                    "the number keeps an old interface; which option brings it changed")
                pair(index, other)
            case (_, .obsolete):
                let moved = newIndex(entry.name, entry.state)
                if let moved {
                    newTaken[other] = true
                    move(index, moved)
                } else {
                    add(.obsoleted, index, other, .binaryBreak, "programs that call the number get ENOSYS")
                    take(index, other)
                }
            case (.obsolete, let state):
                let moved = oldIndex(entry.name, state)
                if let moved {
                    oldTaken[index] = true
                    move(moved, other)
                } else {
                    add(.revived, index, other, .compatible, "the number answered ENOSYS before")
                    take(index, other)
                }
            default: continue
            }
        }
    }

    private mutating func superseded(_ index: Int, _ compat: Int) {
        let condition = new[compat].kernelOption.map { " where the kernel has \($0)" } ?? ""
        let keeps = "programs built before keep the old interface\(condition)"
        if let present = newIndex(old[index].name, .call) {
            let agree = details(old[index], new[present]).agree
            add(
                Change(
                    .superseded, old[index], new[compat], from: old[index].declaration,
                    to: "\(new[compat].declaration), and \(new[present].declaration) as \(new[present].number)",
                    agree ? .compatible : .sourceBreak,
                    keeps + (agree ? "" : "; programs built anew get the present one, whose declaration differs")
                ).moved(to: new[present].number))
            newTaken[present] = true
        } else {
            add(.madeCompat, index, compat, .compatible, keeps + "; the table has no present interface of that name")
        }
        pair(index, compat)
    }

    private mutating func restored(_ index: Int, _ call: Int) {
        if let present = oldIndex(old[index].name, .call) {
            add(
                Change(
                    .restored, old[index], new[call],
                    from: "\(old[index].declaration), and \(old[present].declaration) as \(old[present].number)",
                    to: new[call].declaration, .binaryBreak,
                    "programs built for number \(old[present].number) call what the newer table does not have"
                ).moved(to: old[present].number))
            oldTaken[present] = true
        } else {
            add(.madeCurrent, index, call, .compatible, "the number keeps its interface, which every kernel has now")
        }
        pair(index, call)
    }

    /// Calls that have another number.
    private mutating func renumbered() {
        for index in old.indices where !oldTaken[index] && old[index].isCall {
            if let other = newIndex(old[index].name, old[index].state) { move(index, other) }
        }
    }

    private mutating func move(_ index: Int, _ other: Int) {
        let reason = "numbers are compiled into programs: those built before call \(old[index].number)"
        add(.renumbered, index, other, .binaryBreak, reason)
        pair(index, other)
    }

    /// Rows that have nothing but the number in common.
    private mutating func sameNumber() {
        for index in old.indices where !oldTaken[index] && !old[index].hasNoName {
            let entry = old[index]
            guard let other = newAt[entry.number]?.first(where: { !newTaken[$0] && !new[$0].hasNoName }) else {
                continue
            }
            if entry.isRenamed(to: new[other]) {
                let (impact, reason): (Impact, String) =
                    if !entry.isCall {
                        (.information, "nothing answers the number, whatever it is called")
                    } else if scope.isForeign {
                        (.information, "number and interface stayed; programs know the name that their own system has")
                    } else if scope.aliases[entry.symbol] == new[other].symbol {
                        (.compatible, "number and interface stayed, and syscall.h has the old name as well")
                    } else {
                        (.sourceBreak, "number and interface stayed; sources that use the old name find it no more")
                    }
                add(.renamed, index, other, impact, reason)
                pair(index, other)
                continue
            }
            switch (entry.isCall, new[other].isCall) {
            case (true, true):
                let reason = "programs built for \(entry.symbol) call \(new[other].symbol) instead"
                add(.reused, index, other, .binaryBreak, reason)
            case (true, false):
                add(.obsoleted, index, other, .binaryBreak, "programs that call the number get ENOSYS")
            default:
                let reason = "programs built when the number was \(entry.name)'s call \(new[other].symbol) instead"
                add(.revived, index, other, .binaryBreak, reason)
            }
            take(index, other)
        }
    }

    /// Calls that only one of the tables has.
    private mutating func withoutCounterpart() {
        for index in old.indices where !oldTaken[index] && old[index].isCall {
            let placeholder = newAt[old[index].number]?.first { !newTaken[$0] && new[$0].hasNoName }
            add(
                Change(
                    placeholder == nil ? .removed : .unimplemented, old[index], nil, from: old[index].declaration,
                    to: placeholder.map { new[$0].state.word }, .binaryBreak, "programs that call the number get ENOSYS"
                ).placed(placeholder.map { new[$0].location }))
            oldTaken[index] = true
            if let placeholder { newTaken[placeholder] = true }
        }
        for index in new.indices where !newTaken[index] && new[index].isCall {
            let number = new[index].number
            let placeholder = oldAt[number]?.first { !oldTaken[$0] && old[$0].hasNoName }
            let former = oldAt[number]?.first { old[$0].isCall }
            let judged: (impact: Impact, reason: String) =
                if let former {
                    (.binaryBreak, "programs built when the number was \(old[former].symbol)'s call it instead")
                } else if let placeholder, old[placeholder].state == .slot {
                    (.binaryBreak, "a module that asks for this slot is refused")
                } else {
                    (.compatible, "no program could call the number before")
                }
            add(
                Change(
                    placeholder == nil ? .added : .implemented, nil, new[index],
                    from: placeholder.map { old[$0].state.word }, to: new[index].declaration, judged.impact,
                    judged.reason
                ).placed(old: placeholder.map { old[$0].location }))
            newTaken[index] = true
            if let placeholder { oldTaken[placeholder] = true }
        }
    }

    /// Rows without calls. A number that is left by a call has been reported; only slots are worth a word then.
    private mutating func placeholders() {
        for number in Set(oldAt.keys).union(newAt.keys).sorted() {
            let before = oldAt[number]?.first { !oldTaken[$0] }
            let after = newAt[number]?.first { !newTaken[$0] }
            let (was, isNow) = (before.map { old[$0] }, after.map { new[$0] })
            guard was != nil || isNow != nil else { continue }
            if was?.state == .slot {
                let reason = "a module that asks for such a slot is refused"
                add(Change(.slotsRemoved, was, isNow, from: "slot", to: isNow?.state.word, .binaryBreak, reason))
            } else if isNow?.state == .slot {
                let reason = "modules can register calls there"
                add(Change(.slotsAdded, was, isNow, from: was?.state.word, to: "slot", .compatible, reason))
            } else if (was != nil || oldAt[number] == nil) && (isNow != nil || newAt[number] == nil) {
                let reason = "nothing answers the number, before as after"
                add(Change(.placeholder, was, isNow, from: was?.described, to: isNow?.described, .information, reason))
            }
        }
    }

    // MARK: - Parts of the steps

    private func newIndex(_ name: String, _ state: Entry.State) -> Int? {
        newNamed[Interface(name: name, state: state)]?.first { !newTaken[$0] }
    }

    private func oldIndex(_ name: String, _ state: Entry.State) -> Int? {
        oldNamed[Interface(name: name, state: state)]?.first { !oldTaken[$0] }
    }

    private func details(_ before: Entry, _ after: Entry) -> CallDetails {
        CallDetails(old: before, new: after, word: word, scope: scope)
    }

    private mutating func take(_ index: Int, _ other: Int) {
        oldTaken[index] = true
        newTaken[other] = true
    }

    private mutating func pair(_ index: Int, _ other: Int) {
        take(index, other)
        changes += details(old[index], new[other]).changes()
    }

    private mutating func add(_ change: Change) { changes.append(change) }

    private mutating func add(_ kind: Change.Kind, _ index: Int, _ other: Int, _ impact: Impact, _ reason: String) {
        add(
            Change(
                kind, old[index], new[other], from: old[index].described, to: new[other].described, impact, reason))
    }
}

extension Entry {
    /// Whether the name, if there is one, identifies nothing.
    fileprivate var hasNoName: Bool {
        switch state {
        case .slot, .reserved, .unimplemented: true
        case .call, .compat, .obsolete: false
        }
    }

    /// What stands in a change for the row.
    fileprivate var described: String {
        switch state {
        case .call, .compat: declaration
        case .obsolete: "obsolete \(name)"
        case .slot, .reserved, .unimplemented: state.word
        }
    }
}
