import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Where both the master and `capabilities.conf` say what capability mode allows, they say the same.
struct CapabilityMismatch: Rule {
    let documentation = RuleDocumentation(
        "capability-mismatch",
        .warning,
        editions: [.lua],
        checks: """
            In a tree whose master uses CAPENABLED and that also has a capabilities.conf, the longer of the two \
            lists has every native call that the other one allows.
            """,
        matters: """
            Either source alone enables a call. Whoever takes a call out of one of them believes it forbidden in \
            capability mode, and it is not.
            """,
        example: """
            '42 AUE_NULL STD|CAPENABLED' for a call that capabilities.conf does not list. Add the line, or take the \
            kind out.
            """,
        exceptions: "A tree in the middle of the move from the file to the kind."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var findings: [Finding] = []
        for file in try CapabilityFile.all(in: tree) {
            let listed = file.syntax.names
            for table in file.tables where table.prefix.isEmpty {
                let rows = table.table.master.rows.filter { !$0.name.isEmpty && $0.kinds.level == .native }
                let flagged = rows.filter { $0.kinds.flags.contains(.capabilityEnabled) }
                guard !flagged.isEmpty else { continue }
                // The longer of the two lists is the one that is kept; what it lacks is a slip.
                let known = rows.filter { listed.contains($0.name) }
                let isFileKept = known.count >= flagged.count
                for row in isFileKept ? flagged : known {
                    let isFlagged = row.kinds.flags.contains(.capabilityEnabled)
                    if isFileKept ? listed.contains(row.name) : isFlagged { continue }
                    let message =
                        isFileKept
                        ? "\(row.name) is CAPENABLED here alone; \(file.path) does not list it"
                        : "\(row.name) is allowed by \(file.path) alone; it is not CAPENABLED here"
                    findings.append(finding(at: row.location, message))
                }
            }
        }
        return findings
    }
}
