import Findings

extension Change {
    /// A change of the row `old` that is now `new`.
    init(
        _ kind: Kind,
        _ old: Entry?,
        _ new: Entry?,
        from: String?,
        to: String?,
        _ impact: Impact,
        _ reason: String
    ) {
        let number = old?.number ?? new?.number ?? 0
        // Where a call went, the change is about the call and not about what stands there now.
        let named = old?.isCall == true && new?.isCall == false ? old : new ?? old
        self.init(
            kind: kind,
            numbers: number...number,
            newNumber: old == nil || new?.number == number ? nil : new?.number,
            name: named?.name ?? "",
            old: from,
            new: to,
            impact: impact,
            reason: reason,
            oldLocation: old?.location,
            newLocation: new?.location
        )
    }
}

extension Change {
    /// The change with the number that the call has beside its old one.
    func moved(to number: Int) -> Change {
        Change(
            kind: kind, numbers: numbers, newNumber: number, name: name, old: old, new: new, impact: impact,
            reason: reason, isCertain: isCertain, oldLocation: oldLocation, newLocation: newLocation)
    }

    /// The change with the place of a row that is no call, where it had none.
    func placed(old: Location? = nil, _ new: Location? = nil) -> Change {
        Change(
            kind: kind, numbers: numbers, newNumber: newNumber, name: name, old: self.old, new: self.new,
            impact: impact, reason: reason, isCertain: isCertain, oldLocation: oldLocation ?? old,
            newLocation: newLocation ?? new)
    }

    /// The change, if it says the same of the numbers right behind this one's, of both.
    func joined(with next: Change) -> Change? {
        let hasRange = kind == .placeholder || kind == .slotsAdded || kind == .slotsRemoved
        guard hasRange, kind == next.kind, old == next.old, new == next.new, name == next.name, impact == next.impact,
            numbers.upperBound + 1 == next.numbers.lowerBound
        else { return nil }
        return Change(
            kind: kind, numbers: numbers.lowerBound...next.numbers.upperBound, newNumber: nil, name: name, old: old,
            new: new, impact: impact, reason: reason, oldLocation: oldLocation, newLocation: newLocation)
    }
}
