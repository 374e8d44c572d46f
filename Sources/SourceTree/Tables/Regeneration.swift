import Companions
import Edits
import Findings
import SyscallTable

extension TreeTables {
    /// The edit that brings every companion up to date.
    ///
    /// - Parameter tables: the tables to regenerate; all of them by default.
    /// - Throws: a `Refusal` when the tree has errors, or a companion in the tree cannot be read.
    public func regeneration(of tables: [Table]? = nil) throws(Refusal) -> TreeEdit {
        try refuseSharedErrors()
        return TreeEdit(
            steps: [
                EditStep(
                    title: "regenerate the system-call tables' companions",
                    changes: try changes(of: tables ?? self.tables))
            ]
        )
    }

    /// The changes of the companions of ``soundTables``: what can be said about a tree in which another table has errors.
    ///
    /// - Throws: a `Refusal` when a companion cannot be read.
    public func soundChanges() throws(Refusal) -> [FileChange] { try changes(of: soundTables) }

    private func changes(of tables: [Table]) throws(Refusal) -> [FileChange] {
        // Each companion is read where it is compared, so that no two of a thread are in memory at a time: touching memory
        // for the first time is dearer than rendering into it.
        let wanted = tables.flatMap { table in table.outputs.map { (table, $0) } }
        let work = { (table: Table, output: Output) in output.companion.work * table.table.calls.count }
        let results = wanted.concurrentMap(heaviestFirst: work) { [view] table, output in
            Result { () throws(Refusal) in table.change(of: output, from: try view.state(of: output.path)) }
        }
        // The first refusal in the order of the tables is thrown, whichever was met first.
        var changes: [FileChange] = []
        for result in results {
            if let change = try result.get() { changes.append(change) }
        }
        return changes
    }
}

extension Companion {
    /// How long a call takes, by comparison with other companions.
    fileprivate var work: Int {
        switch self {
        case .systraceArguments: 4
        case .prototypes, .switchTable: 2
        case .libraryHeader, .makefile, .names, .numbers, .symbolMap: 1
        }
    }
}

extension TreeTables.Table {
    /// The change of one companion; `nil`, most often, when it is as it should be: then its bytes need not be kept.
    fileprivate func change(of output: TreeTables.Output, from old: FileState) -> FileChange? {
        var mode = FileMode.regular
        if case .file(let bytes, let present) = old {
            let isCurrent = output.companion.withBytes(of: text) { new in
                bytes.withUnsafeBytes { $0.isSame(as: new) }
            }
            if isCurrent { return nil }
            mode = present
        }
        let change = FileChange(
            path: output.path,
            expected: old,
            result: .file(output.companion.render(text), mode),
            reasons: ["generated from \(site.master)"]
        )
        if isExpansion(old.bytes, of: change.result.bytes) { return nil }
        return change
    }

    /// Whether a companion's bytes are the generated ones but for the expansion of the version-control keyword in its head.
    fileprivate func isExpansion(_ old: [UInt8]?, of new: [UInt8]?) -> Bool {
        guard table.particulars.format.identification, let old, let new, old.count != new.count else { return false }
        return old.isExpansion(of: new, keyword: table.configuration["os_id_keyword"])
    }
}

extension TreeTables {
    /// The companions of `tables` as new files, for writing them somewhere else than into the tree.
    public static func export(_ tables: [Table]) -> TreeEdit {
        let changes = tables.flatMap { table in
            table.outputs.map { output in
                FileChange(
                    path: output.path,
                    expected: .absent,
                    result: .file(output.companion.render(table.text), .regular),
                    reasons: ["generated from \(table.site.master)"]
                )
            }
        }
        return TreeEdit(steps: [EditStep(title: "write the system-call tables' companions", changes: changes)])
    }
}

extension TreeEdit {
    /// The same results, expecting what stands in `view` now.
    ///
    /// - Throws: a `Refusal` when something other than a readable file stands there.
    public func replacing(in view: any TreeView) throws(Refusal) -> TreeEdit {
        var changes: [FileChange] = []
        for change in self.changes {
            changes.append(
                FileChange(
                    path: change.path,
                    expected: try view.state(of: change.path),
                    result: change.result,
                    reasons: change.reasons
                )
            )
        }
        return TreeEdit(steps: [EditStep(title: steps.first?.title ?? "", changes: changes)])
    }
}

extension FileChange {
    /// The finding that a companion is not what its master makes of it, at the first line that differs.
    public func staleness(_ view: any TreeView) -> Finding {
        let path = view.label(path)
        guard let old = expected.bytes, let new = result.bytes else {
            return Finding(
                .error, "stale-companion", at: Location(path: path), "missing; " + reasons.joined(separator: ", "))
        }
        let offset = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        let line = old[..<offset].count { $0 == 0x0A } + 1
        let message = "stale; this line is not what is " + reasons.joined(separator: ", ")
        return Finding(.error, "stale-companion", at: Location(path: path, line: line, column: 1), message)
    }
}
