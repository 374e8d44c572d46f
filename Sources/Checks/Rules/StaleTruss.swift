import Findings
import SourceTree

/// What truss(1) decodes are calls that exist.
struct StaleTruss: Rule {
    let documentation = RuleDocumentation(
        "stale-truss",
        .note,
        checks: """
            Every entry of decoded_syscalls[] in usr.bin/truss/syscalls.c has the name of a call as a table of the \
            tree has it: 'lamp', 'compat11.lamp', 'linux_lamp'.
            """,
        matters: """
            truss(1) looks calls up by the names that the kernel has for them. An entry without a call is never used: \
            most often the call became one of an older release, whose name has that release in front, and is shown as \
            numbers since.
            """,
        example: "The entry 'stat', where the table has compat11.stat and fstatat.",
        exceptions: "Entries for kernels that the tree does not make; a table that the tree keeps elsewhere."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let table = try TrussTable(tree) else { return [] }
        let calls = tree.tracedCalls
        return table.rows.filter { calls[$0.name] == nil }.map {
            finding(at: $0.location, "no table has a call '\($0.name)', so this entry is never used", about: $0.name)
        }
    }
}
