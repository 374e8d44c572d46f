import Companions
import Edits
import Findings
import SourceTree

/// Every committed companion is what its master makes of it.
struct StaleCompanion: Rule {
    let documentation = RuleDocumentation(
        "stale-companion",
        .error,
        checks: """
            Every companion of every table, generated anew in memory, equals the file in the tree byte for byte.
            """,
        matters: """
            Kernel, library and tracers are compiled from the companions, not from the master. A stale one means \
            that a number, a handler or a prototype differs from what the master says; and 'make sysent' in sys/kern \
            regenerates the native table alone, so that the 32-bit table is the one that is forgotten.
            """,
        example: """
            A row is appended to sys/kern/syscalls.master and only sys/kern is regenerated: sys/compat/freebsd32 \
            keeps the old MAXSYSCALL. 'sysent generate' writes what differs; 'sysent check --fix' does too.
            """,
        exceptions: """
            A tree that keeps no companions under version control and makes them while it is built. Set such an \
            output to /dev/null in syscalls.conf, or put the finding into a baseline.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        // A table with errors has no companions to compare with; its errors are reported.
        var calls: [TreePath: CompanionCalls] = [:]
        return try tree.tables.soundChanges().map { change in
            let finding = change.staleness(tree.view)
            guard let master = tree.master(of: change.path), let line = finding.location?.line,
                let old = change.expected.bytes, let new = change.result.bytes
            else { return finding }
            let known = calls[master] ?? CompanionCalls(master, tree.tables)
            calls[master] = known
            return Finding(
                finding.severity, finding.rule, at: finding.location, finding.message,
                about: known.call(inLine: line, of: old, and: new))
        }
    }
}
