import Findings
import SourceTree
import SyscallTable
import TableDiff

/// A call that programs can make stays.
struct CallRemoved: ChangeRule {
    let documentation = RuleDocumentation(
        "call-removed",
        .error,
        checks: """
            Every call of the base is there, as a call or as COMPATnn with its number, and every kernel has it that \
            had it. A number that was a call's says so for ever: by OBSOL and the name, or by RESERVED. A call that \
            went and left its number so is a warning, as is one that needs a module or a preprocessor condition now, \
            and a whole table that went; a number that nothing keeps from the next call is an error.
            """,
        matters: """
            Running old programs on new kernels is a promise: a call that was shipped stays, or something that \
            implements the same interface, and its number is never free again. To break the promise is a decision of \
            the release engineers, not of a change.
            """,
        example: """
            '70 AUE_NULL STD { int sstk(int incr); }' becomes '70 AUE_NULL UNIMPL sstk'. Keep it as COMPATnn; where \
            it was decided that it goes, write 'OBSOL sstk'.
            """,
        exceptions: """
            A call that no release has shipped, and one that never did anything. The 32-bit table may lose a call \
            of its own for good reasons; the native row keeps the number then, and so does the other system whose \
            table it is: a warning.
            """
    )

    func findings(of change: TreeChange, in tree: CheckedTree) -> [Finding] {
        let native = change.native
        let rows = change.tables.flatMap { table in
            table.changes.compactMap { finding($0, table, native) } + forgotten(table, native)
        }
        return gathered(rows) + removedTables(change, tree)
    }

    private func finding(_ change: Change, _ table: ChangedTable, _ native: ChangedTable?) -> RowFinding? {
        let number = change.numbers.lowerBound
        switch change.kind {
        case .obsoleted, .removed, .unimplemented:
            let name = table.formerName(at: number) ?? change.name
            let isKept =
                table.isForeign || table.marks(number) || native?.marks(number) ?? false
                || !table.isNative && native?.presentName(at: number) == name
            let loss =
                isKept
                ? ""
                : table.presentName(at: number).map { ", and the number is \($0)'s now" }
                    ?? ", and nothing keeps the number from another call"
            return RowFinding(
                isKept ? .warning : .error, table, at: table.place(of: number),
                "\(name), number \(number), is gone\(loss): \(change.reason)", notes: change.baseNotes)
        case .flags, .condition:
            guard change.impact == .binaryBreak, let place = change.newLocation else { return nil }
            // The interface of a past release may come to depend on the option that brings those.
            if table.isCompatAlone(number) { return nil }
            return RowFinding(.warning, table, at: place, "\(change.name): \(change.reason)", notes: change.baseNotes)
        default: return nil
        }
    }

    /// Numbers of obsolete calls that do not say any more that they are.
    private func forgotten(_ table: ChangedTable, _ native: ChangedTable?) -> [RowFinding] {
        guard let old = table.old, table.new != nil, !table.isForeign else { return [] }
        return old.table.calls.filter { call in
            call.kinds.level == .obsolete
                && ![table, native].contains {
                    $0?.marks(call.number) ?? false || $0?.presentName(at: call.number) != nil
                }
        }.map { call in
            RowFinding(
                .warning, table, at: table.place(of: call.number),
                "number \(call.number) does not say any more that it was \(call.name)'s, and nothing keeps it from another call"
            )
        }
    }

    private func removedTables(_ change: TreeChange, _ tree: CheckedTree) -> [Finding] {
        change.tables.filter { $0.new == nil }.compactMap { table in
            // A table that cannot be made is there.
            guard let old = table.old, !tree.tables.blocked.contains(where: { $0.directory == old.site.directory })
            else { return nil }
            let count = Set(old.table.calls.filter(\.isCall).map(\.number)).count
            return Finding(
                .warning, name, at: nil,
                "the base has a table in \(table.directory), of \(old.site.master), with \(count) calls; nothing serves its programs now"
            )
        }
    }
}

extension ChangedTable {
    /// Whether the newer table has an interface of a past release at the number, on no other condition.
    fileprivate func isCompatAlone(_ number: Int) -> Bool {
        present(number).contains { $0.kinds.compat != nil && new?.row($0).arm.isUnconditional ?? false }
    }

    /// Whether the newer table says that the number is not to be given away.
    fileprivate func marks(_ number: Int) -> Bool {
        present(number).contains { $0.kinds.level == .obsolete || $0.has(.reserved) }
    }
}
