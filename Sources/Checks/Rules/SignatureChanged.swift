import Findings
import SourceTree
import SyscallTable
import TableDiff

/// A call keeps its arguments and its result.
struct SignatureChanged: ChangeRule {
    let documentation = RuleDocumentation(
        "signature-changed",
        .error,
        checks: """
            A call that has its number still has the arguments and the result that it has in the base, in each \
            table. What programs pass and the kernel reads otherwise now is an error. A structure, or a type of \
            unknown width, in the place of another is a warning: the tables do not say whether the two are alike. \
            What is passed alike and a source may have to be changed for is a note, in the native table, which is \
            the one that sources are compiled from. Names, annotations, other spellings of a type, and const that \
            was added are not reported. Where a call became COMPATnn its types may be those of the old release: \
            another width is a warning then, and another structure is not reported.
            """,
        matters: """
            A program that was built before passes what the old declaration says. Another interface needs another \
            number; the old one stays, as COMPATnn where it need not be in every kernel.
            """,
        example: """
            'int whence' of lseek becomes 'long whence'. Append a new lseek to the end of the table, and make the \
            old row COMPATnn.
            """,
        exceptions: """
            A declaration that was wrong all along and is corrected; a structure that was renamed; a call between \
            the kernel and one daemon that are built together. A structure that changed and kept its name is not \
            seen.
            """
    )

    func findings(of change: TreeChange, in tree: CheckedTree) -> [Finding] {
        gathered(change.tables.flatMap { table in table.changes.compactMap { finding($0, table) } })
    }

    private func finding(_ change: Change, _ table: ChangedTable) -> RowFinding? {
        guard let difference = difference(change), let severity = severity(change, table) else { return nil }
        return RowFinding(
            severity, table, at: change.newLocation, "\(change.name): \(difference): \(change.reason)",
            notes: change.baseNotes)
    }

    private func severity(_ change: Change, _ table: ChangedTable) -> Severity? {
        // What became the interface of a past release is spelled by that release's types and structures.
        let isRespelled = change.kind == .argumentType && table.becameCompat(change.numbers.lowerBound)
        switch (change.impact, change.isCertain) {
        // Two makers of a master declare the same call a little differently.
        case (.binaryBreak, true): return table.changedItsMaster || isRespelled ? .warning : .error
        case (.binaryBreak, false): return .warning
        case (.sourceBreak, false): return table.isForeign || table.changedItsMaster || isRespelled ? nil : .warning
        case (.sourceBreak, true): return table.isNative && !isRespelled ? .note : nil
        case (.compatible, _), (.information, _): return nil
        }
    }

    private func difference(_ change: Change) -> String? {
        let (old, new) = (change.old ?? "", change.new ?? "")
        return switch change.kind {
        case .argumentAdded: "the argument '\(new)' is new"
        case .argumentRemoved: "the argument '\(old)' is gone"
        case .argumentType: "the argument '\(old)' is '\(new)' now"
        case .result: "the result '\(old)' is '\(new)' now"
        default: nil
        }
    }
}

extension ChangedTable {
    /// Whether the call that the base has at a number is the interface of a past release now.
    fileprivate func becameCompat(_ number: Int) -> Bool {
        let former = old?.table.calls.filter { $0.number == number && $0.isCall } ?? []
        return !former.isEmpty && former.allSatisfy(\.isNative) && present(number).contains { $0.kinds.compat != nil }
    }
}
