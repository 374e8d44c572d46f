import Findings

/// Which findings follow from which others: mend the cause, and they are gone.
struct Consequences {
    /// A rule, what its findings may follow from, and how far apart the two may stand.
    private struct Link {
        let rule: String
        let causes: Set<String>
        let reach: Reach
    }

    private enum Reach {
        case line
        case file
        /// The cause is about the same call, in the master that the effect's companion is generated from.
        case master
        /// Both are about one call.
        case call
        /// A note of the cause points at the effect.
        case noted
        case tree
    }

    private static let numbering: Set = [
        "number-gap", "number-order", "duplicate-number", "malformed-number", "malformed-entry", "unterminated-entry",
        "stray-text", "missing-field", "field-order", "missing-brace", "missing-paren", "malformed-prototype",
    ]

    /// What takes rows out of a table, or their places.
    private static let rows = numbering.union([
        "duplicate-name", "unknown-kind", "malformed-argument", "malformed-name", "conflicting-kinds",
        "empty-file",
    ])

    private static let links = [
        // The files that a change forgot are as they were, and that is not what the changed table makes of them.
        Link(rule: "stale-companion", causes: ["companion-left-out"], reach: .noted),
        Link(rule: "header-number", causes: ["companion-left-out"], reach: .noted),
        // A wrong number is one reason for which a header is not what its master makes of it.
        Link(rule: "stale-companion", causes: ["header-number"], reach: .file),
        // The fault of a row is in every companion of it.
        Link(
            rule: "stale-companion",
            causes: [
                "static-slot", "capability-mismatch", "unknown-audit-event", "missing-audit-event", "unsigned-int",
                "argument-words", "contains-annotation", "wide-argument",
            ],
            reach: .master),
        // With a row missing or doubled every later number differs.
        Link(rule: "header-number", causes: rows, reach: .tree),
        Link(rule: "short-table", causes: rows, reach: .tree),
        Link(rule: "call-removed", causes: rows, reach: .tree),
        Link(rule: "call-renumbered", causes: rows, reach: .tree),
        Link(rule: "number-reused", causes: rows, reach: .tree),
        Link(rule: "slot-removed", causes: rows, reach: .tree),
        // Who took the number made the call move; and the calls behind one that is gone moved up.
        Link(rule: "call-renumbered", causes: ["number-reused"], reach: .noted),
        Link(rule: "call-renumbered", causes: ["call-removed"], reach: .line),
        // What stands elsewhere about a call whose row cannot be read.
        Link(rule: "stale-truss", causes: rows, reach: .tree),
        Link(rule: "stale-symbol", causes: rows, reach: .tree),
        Link(rule: "stale-capability", causes: rows, reach: .tree),
        Link(rule: "stale-exception", causes: rows, reach: .tree),
        Link(rule: "truss-arguments", causes: rows, reach: .call),
        Link(rule: "number-gap", causes: numbering.subtracting(["number-gap", "number-order"]), reach: .file),
        Link(rule: "number-order", causes: ["number-gap", "duplicate-number"], reach: .file),
        Link(rule: "missing-symbol", causes: ["missing-handler", "duplicate-name"], reach: .line),
        Link(rule: "missing-manual", causes: ["manual-link"], reach: .call),
        Link(rule: "missing-manual", causes: ["missing-handler", "missing-symbol"], reach: .line),
        Link(rule: "missing-declaration", causes: ["missing-handler", "missing-symbol"], reach: .line),
        Link(rule: "missing-truss", causes: ["missing-handler", "missing-symbol"], reach: .line),
        Link(rule: "missing-syzkaller", causes: ["missing-handler", "missing-symbol"], reach: .line),
    ]

    /// The findings that can be a cause, by their rules: a note causes nothing.
    private let findings: [String: [Finding]]
    private let calls: CallPlaces

    init(_ findings: [Finding], _ calls: CallPlaces) {
        self.findings = Dictionary(grouping: findings.filter { $0.severity != .note }, by: \.rule)
        self.calls = calls
    }

    /// What `finding` follows from; the first link that holds decides.
    func cause(of finding: Finding) -> Finding? {
        for link in Self.links where link.rule == finding.rule {
            for cause in link.causes.sorted() {
                let found = findings[cause]?.first { joins(link.reach, $0, finding) }
                if let found { return found }
            }
        }
        return nil
    }

    private func joins(_ reach: Reach, _ cause: Finding, _ effect: Finding) -> Bool {
        let (place, other) = (cause.location, effect.location)
        return switch reach {
        case .line: place?.path == other?.path && place?.line == other?.line
        case .file: place?.path == other?.path
        case .master:
            isAboutOneCall(cause, effect)
                && Self.master(of: effect).map { place?.path.hasSuffix($0) ?? false } ?? false
        case .call: isAboutOneCall(cause, effect)
        case .noted:
            cause.notes.compactMap(\.location).contains {
                $0.path == other?.path && ($0.line == nil || $0.line == other?.line)
            }
        // What is doubtful leaves the rows in their places.
        case .tree: cause.severity == .error
        }
    }

    private func isAboutOneCall(_ cause: Finding, _ effect: Finding) -> Bool {
        calls.call(cause).map { $0 == calls.call(effect) } ?? false
    }

    /// The master that a companion is generated from, as the finding about the companion names it.
    private static func master(of effect: Finding) -> Substring? {
        effect.message.firstRange(of: "generated from ").map { effect.message[$0.upperBound...] }
    }
}
