import SlotModel
import TrapModules

extension Ground {
    /// One call that takes the operation as its first argument.
    var multiplexor: Way {
        var way = folded(.multiplexor)
        way.remarks.append("nothing of the tree changes; the module has one function that switches on the operation")
        return way
    }

    /// A table of the module's own behind one call: the kernel sees the same.
    var moduleTable: Way {
        var way = folded(.moduleTable)
        way.remarks.append(
            "it differs from the multiplexor inside the module alone: the kernel sees the same number, name and words")
        return way
    }

    private func folded(_ kind: Way.Kind) -> Way {
        var way = Way(kind)
        way.hasOwnNumbers = false
        way.slots = slots(after: kernel) { demand.numbersWhenFolded($0) }
        let own = demand.unfolded(narrow: false)
        let folded = demand.traps.count - own.count
        way.trace = [
            "one number and one name for \(folded.counted("call")); which one it is stands in the first argument, that ktrace(1) prints as a number"
        ]
        way.narrow = narrowWhenFolded
        way.next = question.next == nil ? [] : ["nothing is carried over: the tree is not changed"]
        way.remarks += wideCalls(own) + sharedAttributes(own)
        return way
    }

    private func wideCalls(_ own: [Trap]) -> [String] {
        let budget = demand.words - 1
        guard !own.isEmpty else {
            return ["every call fits in the \(budget.counted("word")) that the operation's number leaves"]
        }
        let names = own.map { "\($0.name) (\($0.words(wide: true)))" }.joined(separator: ", ")
        return [
            "more than the \(budget.counted("word")) that the operation's number leaves, so a number of their own: \(names)"
        ]
    }

    /// What a row of the switch table says once, for calls that want different things.
    private func sharedAttributes(_ own: [Trap]) -> [String] {
        let names = Set(own.map(\.name))
        let folded = demand.traps.filter { !names.contains($0.name) }
        var remarks: [String] = []
        let events = Set(folded.map(\.audit))
        if events.count > 1 {
            remarks.append(
                "\(events.count) audit events would have to be one: \(events.sorted().joined(separator: ", "))")
        }
        let allowed = folded.filter(\.isCapabilityEnabled)
        if !allowed.isEmpty, allowed.count < folded.count {
            remarks.append(
                "capability mode allows \(allowed.count) of \(folded.count) calls, and would have to allow all or none")
        }
        return remarks
    }

    private var narrowWhenFolded: [String] {
        guard capacity[.freebsd32] != nil else { return ["the tree has no table of 32-bit programs"] }
        guard !demand.narrow.isEmpty else { return ["no call is for 32-bit programs"] }
        let own = demand.unfolded(narrow: true)
        let numbers = demand.numbersWhenFolded(.freebsd32)
        let words =
            own.isEmpty ? "" : "; \(own.map(\.name).joined(separator: ", ")) would need more words than there are"
        return ["\(numbers.counted("number")) of their table\(words)"]
    }
}
