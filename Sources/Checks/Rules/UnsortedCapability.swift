import Edits
import Findings
import SourceTree
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
        example: "'read' behind 'write' in one paragraph. --fix sorts it.",
        exceptions: "Paragraphs that are ordered by meaning rather than by name."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var findings: [Finding] = []
        for file in try CapabilityFile.all(in: tree) {
            // Where a name is wrong, so is its place.
            let names = file.callNames
            var seen: [String: Location] = [:]
            for paragraph in Self.paragraphs(file) {
                for (index, entry) in paragraph.enumerated() {
                    if let first = seen[entry.name] {
                        let fixIt = file.removal(of: entry).map { FixIt("take the second line out", edits: [$0]) }
                        findings.append(
                            finding(
                                at: entry.location, "'\(entry.name)' is named twice",
                                notes: [Note("first named here", at: first)], fixIt: fixIt, about: entry.name))
                        continue
                    }
                    seen[entry.name] = entry.location
                    guard index > 0, names.contains(entry.name), names.contains(paragraph[index - 1].name),
                        !Self.precedes(paragraph[index - 1], entry)
                    else { continue }
                    findings.append(
                        finding(
                            at: entry.location, "'\(entry.name)' belongs ahead of '\(paragraph[index - 1].name)'",
                            fixIt: Self.sorting(paragraph, file), about: entry.name))
                }
            }
        }
        return findings
    }

    /// The entries by paragraphs: comments and blank lines between two begin another.
    private static func paragraphs(_ file: CapabilityFile) -> [[CapabilitiesSyntax.Entry]] {
        var paragraphs: [[CapabilitiesSyntax.Entry]] = []
        for entry in file.syntax.entries {
            if let line = paragraphs.last?.last?.location.line, line + 1 == entry.location.line {
                paragraphs[paragraphs.count - 1].append(entry)
            } else {
                paragraphs.append([entry])
            }
        }
        return paragraphs
    }

    /// Sorts the lines of a paragraph, each of which has one entry.
    private static func sorting(_ paragraph: [CapabilitiesSyntax.Entry], _ file: CapabilityFile) -> FixIt? {
        let lines = paragraph.map { file.line(of: $0) }
        guard let first = lines.first, let last = lines.last,
            lines.allSatisfy({ file.syntax.bytes[$0].last == 0x0A })
        else { return nil }
        let sorted = paragraph.sorted(by: precedes).flatMap { file.syntax.bytes[file.line(of: $0)] }
        return FixIt(
            "sort the paragraph",
            edits: [TextEdit(range: first.lowerBound..<last.upperBound, replacement: sorted)])
    }

    /// Underscores at the beginning do not count.
    private static func precedes(_ entry: CapabilitiesSyntax.Entry, _ other: CapabilitiesSyntax.Entry) -> Bool {
        let key = { (name: String) in name.drop { $0 == "_" }.utf8 }
        return key(entry.name).lexicographicallyPrecedes(key(other.name))
    }
}
