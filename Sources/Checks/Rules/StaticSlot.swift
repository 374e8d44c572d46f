import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// A slot for loadable calls can be taken by a module.
struct StaticSlot: Rule {
    let documentation = RuleDocumentation(
        "static-slot",
        .error,
        checks: "Every native row whose handler is lkmnosys has the kind NOTSTATIC.",
        matters: """
            The switch table marks a row without NOTSTATIC as static (SY_THR_STATIC). No module can register a call \
            there: the kernel answers EINVAL, and the slot is of no use.
            """,
        example: """
            '210 AUE_NULL NODEF lkmnosys lkmnosys nosys_args int' should read 'NODEF|NOTSTATIC'; --fix adds it.
            """,
        exceptions: """
            A slot that was made static to keep modules from it. NOSTD rows are absent by themselves and not looked \
            at.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var seen: Set<Location> = []
        var findings: [Finding] = []
        // Releases up to 11 knew no NOTSTATIC: every lkmnosys row was absent by itself.
        for table in tree.tables.tables where tree.tables.generator.kinds.contains("NOTSTATIC") {
            for call in table.table.calls
            where call.isLoadable && call.kinds.flags.isDisjoint(with: [.notStatic, .noStandard]) {
                let row = table.row(call)
                guard seen.insert(row.location).inserted else { continue }
                findings.append(
                    finding(
                        at: row.location,
                        "slot \(call.number) is for loadable calls but static; no module can take it",
                        fixIt: fixIt(row, table.table.master)
                    )
                )
            }
        }
        return findings
    }

    private func fixIt(_ row: Row, _ master: Master) -> FixIt? {
        guard case .entry(let entry) = master.syntax.nodes[row.node].kind, let kinds = entry.word(2) else { return nil }
        let end = kinds.upperBound
        return FixIt("add NOTSTATIC", edits: [TextEdit(range: end..<end, replacement: Array("|NOTSTATIC".utf8))])
    }
}
