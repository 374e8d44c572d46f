import SyscallTable

/// What becomes of one number that `ours` changed and whose rows `theirs` changed as well.
struct RowMerge {
    /// The row of the base, of `ours` and of `theirs`; `nil` where the number has none.
    let old: RowText?
    let new: RowText?
    let other: RowText?
    let theirs: Master

    enum Decision {
        /// `theirs` is as it should be.
        case keep
        /// `theirs` has the call that `ours` adds.
        case present(Row)
        /// The row of `ours` takes the number.
        case take
        /// The row of `ours` needs another number.
        case move
        case conflict(String)
    }

    func decide() -> Decision {
        if new?.meaning == old?.meaning || new?.meaning == other?.meaning { return .keep }
        if let new, new.row.isNamedCall, !isSameCall(new, old) { return claim(new) }
        // A row that changed, or that is gone.
        if other?.meaning == old?.meaning { return .take }
        let name = (new ?? old ?? other)?.row.name ?? ""
        return .conflict(
            new == nil
                ? "one side takes \(name) back, the other changes it"
                : "both sides change \(name.isEmpty ? "the row" : name)"
        )
    }

    /// A call on a number that the base has for something else.
    private func claim(_ new: RowText) -> Decision {
        if let call = theirs.call(like: new.row) {
            return RowText(master: theirs, row: call).declaration == new.declaration
                ? .present(call) : .conflict("the other side has a call \(new.row.name) with another declaration")
        }
        return other?.meaning == old?.meaning ? .take : .move
    }

    private func isSameCall(_ new: RowText, _ old: RowText?) -> Bool {
        guard let old else { return false }
        return old.row.name == new.row.name && !old.row.isFiller && !old.row.isSlot
    }
}
