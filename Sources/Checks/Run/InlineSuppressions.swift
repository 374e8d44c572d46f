import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The comments `; sysent: allow RULE reason` of the masters, and the entries that they stand beside.
struct InlineSuppressions {
    /// One such comment.
    struct Allowance {
        let rule: String
        let reason: String
        let location: Location
        /// The lines of the entry below the comment.
        let lines: ClosedRange<Int>
        /// What the comment says of which call, wherever the two stand: rule, reason and name.
        let meaning: [String]
    }

    /// The comments that allow something.
    private(set) var allowances: [Allowance] = []
    /// The comments that say less than they must.
    private(set) var findings: [Finding] = []

    /// Reads the comments of all masters of `tables`; `known` tells the names of rules.
    init(_ tables: TreeTables, known: (String) -> Bool) {
        var seen: Set<String> = []
        for table in tables.tables where seen.insert(table.table.master.syntax.path).inserted {
            read(table.table.master.syntax, known)
        }
    }

    /// The comments, without those that are about a change and not about the one from `base`: none is where there is no
    /// base, and one that the base has as well was for an earlier change.
    func since(_ base: InlineSuppressions?, isAboutChange: (String) -> Bool) -> InlineSuppressions {
        var current = self
        let earlier = base.map { Set($0.allowances.map(\.meaning)) }
        current.allowances.removeAll { isAboutChange($0.rule) && earlier?.contains($0.meaning) ?? true }
        return current
    }

    /// The allowance for `finding`.
    func index(for finding: Finding) -> Int? {
        guard let line = finding.location?.line else { return nil }
        return allowances.firstIndex {
            $0.rule == finding.rule && $0.location.path == finding.location?.path && $0.lines.contains(line)
        }
    }

    private mutating func read(_ master: MasterSyntax, _ known: (String) -> Bool) {
        // Comments wait for the entry that follows them without a blank line.
        var waiting: [(rule: String, reason: String, location: Location)] = []
        for node in master.nodes {
            switch node.kind {
            case .comment:
                if let allowance = allowance(in: node, of: master, known) { waiting.append(allowance) }
            case .entry(let entry):
                let lines =
                    master.lines.line(at: node.range.lowerBound)...master.lines.line(at: node.range.upperBound - 1)
                let name = (entry.prototype?.name ?? entry.word(3)).map(master.text) ?? ""
                allowances += waiting.map {
                    Allowance(
                        rule: $0.rule, reason: $0.reason, location: $0.location, lines: lines,
                        meaning: [$0.rule, $0.reason, name])
                }
                waiting = []
            default:
                report(waiting.map(\.location))
                waiting = []
            }
        }
        report(waiting.map(\.location))
    }

    private mutating func report(_ places: [Location]) {
        findings += places.map { Finding(.warning, Self.malformed, at: $0, "no entry follows this comment") }
    }

    private mutating func allowance(
        in node: MasterNode,
        of master: MasterSyntax,
        _ known: (String) -> Bool
    ) -> (rule: String, reason: String, location: Location)? {
        let words = master.bytes.words(in: node.range).map { master.bytes.text($0) }
        guard words.count >= 2, words[0] == ";", words[1] == "sysent:" else { return nil }
        let place = master.location(node.range.lowerBound)
        // What a row is for is read elsewhere.
        if words.count >= 4, MasterRemarks.Kind(rawValue: words[2]) != nil { return nil }
        guard words.count >= 3, words[2] == "allow" else {
            findings.append(Finding(.warning, Self.malformed, at: place, "expected '; sysent: allow RULE reason'"))
            return nil
        }
        guard words.count >= 4, known(words[3]) else {
            let message = words.count < 4 ? "no rule is named" : "there is no rule '\(words[3])'"
            findings.append(Finding(.warning, Self.malformed, at: place, message))
            return nil
        }
        guard words.count >= 5 else {
            findings.append(Finding(.warning, Self.malformed, at: place, "'\(words[3])' is allowed without a reason"))
            return nil
        }
        return (words[3], words[4...].joined(separator: " "), place)
    }

    static let malformed = "malformed-suppression"
    static let unused = "unused-suppression"
}
