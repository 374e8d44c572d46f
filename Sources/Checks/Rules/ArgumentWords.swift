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
        var order: [Location] = []
        var rows: [Location: [(name: String, words: String)]] = [:]
        for table in tree.own {
            for call in table.table.calls where isMade(call) && call.arguments.count > Self.limit {
                let place = table.row(call).location
                if rows[place] == nil { order.append(place) }
                let words = "\(call.arguments.count) argument words in \(table.site.directory)"
                rows[place, default: []].append((call.name, words))
            }
        }
        // One row makes the calls of several tables.
        return order.compactMap { place in
            guard let calls = rows[place], let first = calls.first else { return nil }
            return finding(
                at: place, "\(first.name) has \(first.words); the kernel fetches \(Self.limit)",
                notes: calls.dropFirst().map { Note("\($0.name) has \($0.words)") })
        }
    }

    private func isMade(_ call: Syscall) -> Bool {
        switch call.kinds.level {
        case .native, .compat: !call.has(.multiplexer)
        case .none, .obsolete: false
        }
    }
}
