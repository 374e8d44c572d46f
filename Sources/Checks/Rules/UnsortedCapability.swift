import Findings
import SyscallSyntax
import SyscallTable

/// The paragraphs of `capabilities.conf` are sorted.
struct UnsortedCapability: Rule {
    let documentation = RuleDocumentation(
        "unsorted-capability",
        .note,
        editions: [.shell, .lua],
        checks: "The entries of a capabilities.conf between two comments stand in order and stand there once.",
        matters: """
            An unsorted list hides that a call is named twice, and makes every merge a conflict at the end of the \
            list.
            """,
        example: "'read' behind 'write' in one paragraph. Move it.",
        exceptions: "Paragraphs that are ordered by meaning rather than by name."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var findings: [Finding] = []
        for file in try CapabilityFile.all(in: tree) {
            let entries = file.syntax.entries
            var seen: [String: Location] = [:]
            for (index, entry) in entries.enumerated() {
                if let first = seen[entry.name] {
                    let note = Note("first named here", at: first)
                    findings.append(finding(at: entry.location, "'\(entry.name)' is named twice", notes: [note]))
                    continue
                }
                seen[entry.name] = entry.location
                // Comments and blank lines between two entries begin a paragraph of its own.
                guard index > 0, entries[index - 1].location.line.map({ $0 + 1 }) == entry.location.line,
                    !Self.key(entries[index - 1].name).lexicographicallyPrecedes(Self.key(entry.name))
                else { continue }
                findings.append(
                    finding(at: entry.location, "'\(entry.name)' belongs ahead of '\(entries[index - 1].name)'"))
            }
        }
        return findings
    }

    /// Underscores at the beginning do not count.
    private static func key(_ name: String) -> Substring.UTF8View { name.drop { $0 == "_" }.utf8 }
}
