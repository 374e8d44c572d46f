import Findings
import SourceTree
import SyscallTable

/// No call has more argument words than the kernel fetches.
struct ArgumentWords: Rule {
    let documentation = RuleDocumentation(
        "argument-words",
        .error,
        checks: """
            No native call has more than eight arguments; in a 32-bit table a 64-bit argument counts twice, and the \
            word that aligns it once.
            """,
        matters: """
            The kernel's 'struct syscall_args' has room for eight words. A call with more either panics an assertion \
            or reads what lies behind.
            """,
        example: """
            Seven arguments of which two are off_t: seven words natively, ten in the 32-bit table. Put them into a \
            structure, or reorder them so that the pairs need no padding.
            """,
        exceptions: "A kernel that was built with a larger structure."
    )

    private static let limit = 8

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        tree.own.flatMap { table in
            table.table.calls.filter { isMade($0) && $0.arguments.count > Self.limit }.map { call in
                finding(
                    at: table.row(call).location,
                    "\(call.name) has \(call.arguments.count) argument words in \(table.site.directory); the kernel fetches \(Self.limit)"
                )
            }
        }
    }

    private func isMade(_ call: Syscall) -> Bool {
        switch call.kinds.level {
        case .native, .compat: !call.has(.multiplexer)
        case .none, .obsolete: false
        }
    }
}
