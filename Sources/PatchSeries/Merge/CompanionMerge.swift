import Companions
import Edits
import Findings
import GitStore
import SourceTree
import SyscallTable
import TableMerge

/// A companion as the merge of two commits has to have it: made of the merged masters.
public enum CompanionMerge {
    /// The bytes of the companion at `path` of the merge of `sides`.
    ///
    /// - Parameters:
    ///   - path: the companion, from the root of the repository.
    ///   - sides: the commits.
    ///   - renumbers: whose numbers may move.
    /// - Throws: a `Refusal` with rule `unknown-companion` when no table makes the file, `merge-conflict` when the masters
    ///   do not merge, or what reading the commits gives.
    public static func bytes(
        of path: TreePath,
        merging sides: MergeSides,
        in repository: GitRepository,
        renumbers: MasterMerge.Side
    ) throws(Refusal) -> [UInt8] {
        let store = try ScratchStore(source: repository)
        func view(_ commit: ObjectId) throws(Refusal) -> GitView {
            try GitView(store: store, commit: commit, prefix: .root, revision: String(commit.hex.prefix(12)))
        }
        let (base, ours, theirs) = (try view(sides.base), try view(sides.ours), try view(sides.theirs))
        let tables = try TreeTables.load(ours)
        guard let table = tables.tables.first(where: { $0.outputs.contains { $0.path == path } }) else {
            throw Refusal("unknown-companion", at: Location(path: path.string), "no table makes this file")
        }
        var changes: [FileChange] = []
        for input in Set([table.site.master, table.site.configuration].compactMap(\.self)).sorted() {
            let states = (try base.state(of: input), try ours.state(of: input), try theirs.state(of: input))
            guard states.1 != states.2, states.2 != states.0 else { continue }
            var result = states.2
            if states.1 != states.0 {
                guard input == table.site.master, let old = states.0.bytes, let own = states.1.bytes,
                    let other = states.2.bytes
                else { throw conflict(input) }
                let merged = try MasterMerge.merge(
                    base: old, ours: own, theirs: other, path: input.string, generator: tables.generator,
                    renumbers: renumbers)
                guard merged.conflicts.isEmpty else { throw conflict(input) }
                result = .file(merged.bytes, .regular)
            }
            changes.append(FileChange(path: input, expected: states.1, result: result, reasons: ["merged"]))
        }
        let edit = TreeEdit(steps: [EditStep(title: "merge", changes: changes)])
        let merged = try TreeTables.load(OverlayView(ours, edit: edit), as: tables.generator)
        try merged.refuseErrors()
        for table in merged.tables {
            for output in table.outputs where output.path == path { return output.companion.render(table.table) }
        }
        throw Refusal("unknown-companion", at: Location(path: path.string), "no table makes this file after the merge")
    }

    private static func conflict(_ path: TreePath) -> Refusal {
        Refusal(
            "merge-conflict", at: Location(path: path.string),
            "both sides changed this file; merge it, then regenerate the companions by 'sysent generate'")
    }
}
