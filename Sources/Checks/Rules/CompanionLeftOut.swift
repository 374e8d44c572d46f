import Edits
import Findings
import SourceTree
import SyscallSyntax

/// A change of a table brings the companions with it.
struct CompanionLeftOut: ChangeRule {
    let documentation = RuleDocumentation(
        "companion-left-out",
        .error,
        checks: """
            Every companion that was up to date in the base, and that the master or what else it is made of would \
            make anew, is part of the change. One finding a master, at the first line that differs. It is the cause \
            of the stale-companion findings of these files; a stale-companion that does not follow from it was stale \
            before the change, or was edited by hand.
            """,
        matters: """
            Kernel, library and tracers are compiled from the companions: the change has no effect in those that it \
            leaves out, and whoever regenerates next finds it in their own.
            """,
        example: """
            A row is appended to sys/kern/syscalls.master and 'make sysent' is run in sys/kern alone: the companions \
            of sys/compat/freebsd32 are not in the change. 'sysent generate' or 'sysent check --fix' writes them.
            """,
        exceptions: """
            A change that is committed in two steps, the masters and then the companions, which FreeBSD allows: \
            name a base that is ahead of both. A tree that keeps no companions is not concerned.
            """
    )

    func findings(of change: TreeChange, in tree: CheckedTree) throws(Refusal) -> [Finding] {
        // A table with errors has no companions to compare with; its errors are reported.
        do {
            try tree.tables.refuseSharedErrors()
        } catch {
            return []
        }
        let stale = try tree.tables.regeneration().changes
        guard !stale.isEmpty else { return [] }
        let staleBefore = Set(try change.base.regeneration().changes.map(\.path))
        var leftOut: [TreePath: [TreePath]] = [:]
        for companion in stale where !staleBefore.contains(companion.path) {
            guard try change.base.view.state(of: companion.path).bytes == companion.expected.bytes,
                let table = tree.tables.tables.first(where: { $0.outputs.contains { $0.path == companion.path } })
            else { continue }
            if companion.expected == .absent, try !keepsCompanions(table, tree) { continue }
            leftOut[table.site.master, default: []].append(companion.path)
        }
        var findings: [Finding] = []
        for (master, companions) in leftOut.sorted(by: { $0.key < $1.key }) {
            let count = companions.count == 1 ? "1 companion is" : "\(companions.count) companions are"
            findings.append(
                finding(
                    at: try place(of: master, companions, change, tree),
                    "\(count) made anew by this change and not part of it; 'sysent generate' writes what is missing",
                    notes: companions.map { Note("left as it was", at: tree.location($0)) }
                )
            )
        }
        return findings
    }

    /// Whether the tree has any companion of the table: some are made while the system is built.
    private func keepsCompanions(_ table: TreeTables.Table, _ tree: CheckedTree) throws(Refusal) -> Bool {
        for output in table.outputs where try tree.view.exists(output.path) { return true }
        return false
    }

    /// The first line of the master that differs from the base's; where none does, the first companion.
    private func place(
        of master: TreePath,
        _ companions: [TreePath],
        _ change: TreeChange,
        _ tree: CheckedTree
    ) throws(Refusal) -> Location {
        let new = try tree.view.read(master)
        let old = try change.base.view.exists(master) ? try change.base.view.read(master) : []
        guard old != new else { return tree.location(companions[0]) }
        let offset = zip(old, new).prefix { $0 == $1 }.count
        return Location(path: tree.view.label(master), line: LineMap(new).line(at: min(offset, new.count)), column: 1)
    }
}
