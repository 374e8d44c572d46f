import Companions
import Edits
import Findings

extension TreeTables {
    /// The edit that brings every companion up to date.
    ///
    /// - Parameter tables: the tables to regenerate; all of them by default.
    /// - Throws: a ``Refusal`` when the tree has errors, or a companion in the tree cannot be read.
    public func regeneration(of tables: [Table]? = nil) throws(Refusal) -> TreeEdit {
        try refuseErrors()
        var changes: [FileChange] = []
        for table in tables ?? self.tables {
            for output in table.outputs {
                let old = try view.state(of: output.path)
                var mode = FileMode.regular
                if case .file(_, let present) = old { mode = present }
                changes.append(
                    FileChange(
                        path: output.path,
                        expected: old,
                        result: .file(output.companion.render(table.table), mode),
                        reasons: ["generated from \(table.site.master)"]
                    )
                )
            }
        }
        return TreeEdit(steps: [EditStep(title: "regenerate the system-call tables' companions", changes: changes)])
    }
}
