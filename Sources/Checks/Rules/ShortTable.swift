import Findings
import SourceTree
import SyscallTable

/// A 32-bit table has room for every number of the native one.
struct ShortTable: Rule {
    let documentation = RuleDocumentation(
        "short-table",
        .error,
        checks: """
            The table for 32-bit programs (abi_func_prefix freebsd32_) has at least as many rows as the native \
            table.
            """,
        matters: """
            A module registers its call in both tables under one number. In a shorter table the number lies behind \
            the end: the registration fails at best, and 32-bit programs cannot make the call.
            """,
        example: """
            The native master gains a band at 603-650, the separate master of sys/compat/freebsd32 does not. Append \
            the same rows there; 'sysent widen' does it in every master that has loadable slots.
            """,
        exceptions: """
            A tree whose last native calls are deliberately kept from 32-bit programs, without even a reserved row.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let native = tree.native else { return [] }
        return tree.narrow.filter { $0.table.size < native.table.size }.map { table in
            finding(
                at: table.table.master.rows.last?.location ?? tree.location(table.site.master),
                "the table of \(table.site.directory) ends at \(table.table.size - 1), the native one at \(native.table.size - 1)",
                notes: [Note("the native table ends here", at: native.table.master.rows.last?.location)]
            )
        }
    }
}
