import Edits
import Findings
import SourceTree

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
        /// The effect stands in the same line, or in the next one.
        case next
        case file
        /// The cause stands in the same file, further up.
        case above
        /// The cause is about the same call, in the master that the effect's companion is generated from.
        case master
        /// The effect stands in a companion of the master that the cause stands in.
        case companion
        /// Both are about one call.
        case call
        /// The effect is about a name that may be that of the cause's call with a slip in it.
        case misspelt
        /// The cause is about a name that may be that of the effect's call with a slip in it.
        case slip
        /// A note of the cause points at the effect.
        case noted
        /// The cause stands in the configuration of the table that the effect is about.
        case table
        /// Both are about one call, in two companions, which one regeneration mends; the first is the cause.
        case regeneration
        case tree
    }

    private static let numbering: Set = [
        "number-gap", "number-order", "duplicate-number", "malformed-number", "malformed-entry", "unterminated-entry",
        "stray-text", "missing-field", "field-order", "missing-brace", "missing-paren", "malformed-prototype",
    ]

    /// What takes rows out of a table, or their places.
    private static let rows = numbering.union([
        "duplicate-name", "unknown-kind", "malformed-argument", "malformed-name", "conflicting-kinds",
        "empty-file", "unknown-compat-level",
    ])

    /// What is wrong with a row that can be made a companion of.
    private static let faults: Set = [
        "static-slot", "capability-mismatch", "unknown-audit-event", "missing-audit-event", "unsigned-int",
        "argument-words", "contains-annotation", "wide-argument",
    ]

    /// What is wrong with a configuration.
    private static let settings: Set = [
        "stale-exception", "unknown-abi-flag", "unknown-compat-set", "shell-substitution",
    ]

    private static let links = [
        // The files that a change forgot are as they were, and that is not what the changed table makes of them.
        Link(rule: "stale-companion", causes: ["companion-left-out"], reach: .noted),
        Link(rule: "header-number", causes: ["companion-left-out"], reach: .noted),
        // A wrong number is one reason for which a header is not what its master makes of it.
        Link(rule: "stale-companion", causes: ["header-number"], reach: .file),
        // The fault of a row is in every companion of it.
        Link(rule: "stale-companion", causes: faults, reach: .master),
        Link(rule: "header-number", causes: faults, reach: .call),
        Link(rule: "missing-handler", causes: ["contains-annotation"], reach: .call),
        // A configuration decides about all calls of its table.
        Link(rule: "stale-companion", causes: settings, reach: .table),
        Link(rule: "header-number", causes: settings, reach: .table),
        Link(rule: "missing-handler", causes: settings, reach: .table),
        Link(rule: "missing-handler", causes: ["unknown-compat-level"], reach: .call),
        Link(rule: "unknown-compat-level", causes: ["unknown-compat-set"], reach: .tree),
        // With a row missing or doubled every later number differs.
        Link(rule: "header-number", causes: rows, reach: .tree),
        Link(rule: "short-table", causes: rows, reach: .tree),
        Link(rule: "call-removed", causes: rows, reach: .tree),
        Link(rule: "call-renumbered", causes: rows, reach: .tree),
        Link(rule: "number-reused", causes: rows, reach: .tree),
        Link(rule: "slot-removed", causes: rows, reach: .tree),
        Link(rule: "symbol-namespace", causes: rows, reach: .tree),
        // A table that lost its last rows is not what its companions were made of.
        Link(rule: "header-number", causes: ["short-table"], reach: .companion),
        Link(rule: "stale-companion", causes: ["short-table"], reach: .companion),
        // Capability mode forbids a call whose name in the list has a slip.
        Link(rule: "stale-companion", causes: ["stale-capability"], reach: .slip),
        // Who took the number made the call move; and the calls behind one that is gone moved up.
        Link(rule: "call-renumbered", causes: ["number-reused"], reach: .noted),
        Link(rule: "call-renumbered", causes: ["call-removed"], reach: .line),
        // Whoever changes a row and makes no companion anew leaves all of them stale.
        Link(rule: "header-number", causes: ["header-number"], reach: .regeneration),
        Link(rule: "stale-companion", causes: ["header-number", "stale-companion"], reach: .regeneration),
        // What stands elsewhere about a call whose row cannot be read.
        Link(rule: "stale-truss", causes: rows, reach: .tree),
        Link(rule: "stale-symbol", causes: rows, reach: .tree),
        Link(rule: "stale-capability", causes: rows, reach: .tree),
        Link(rule: "stale-exception", causes: rows, reach: .tree),
        Link(rule: "truss-arguments", causes: rows.union(["wide-argument", "argument-words"]), reach: .call),
        // What a row lacks makes the words behind it look misplaced.
        Link(rule: "malformed-entry", causes: ["field-order", "missing-field", "missing-brace"], reach: .next),
        // A row with a wrong number, or none, makes the numbers behind it look wrong.
        Link(rule: "number-gap", causes: numbering.subtracting(["number-gap"]), reach: .above),
        Link(rule: "number-order", causes: numbering.subtracting(["number-order"]), reach: .above),
        Link(rule: "duplicate-number", causes: numbering.subtracting(["duplicate-number"]), reach: .above),
        Link(rule: "duplicate-name", causes: ["duplicate-number"], reach: .line),
        Link(rule: "missing-symbol", causes: ["missing-handler", "duplicate-name"], reach: .line),
        Link(rule: "missing-manual", causes: ["manual-link"], reach: .call),
        // The line of a symbol whose name has a slip is there, for nobody.
        Link(rule: "stale-symbol", causes: ["missing-symbol"], reach: .misspelt),
        Link(rule: "stale-capability", causes: ["capability-mismatch"], reach: .misspelt),
        // Of a symbol that is there twice, one has another call's version.
        Link(rule: "symbol-namespace", causes: ["duplicate-symbol"], reach: .line),
        Link(rule: "missing-private-symbol", causes: ["private-symbol"], reach: .call),
        Link(rule: "missing-manual", causes: ["missing-handler", "missing-symbol"], reach: .line),
        Link(rule: "missing-declaration", causes: ["missing-handler", "missing-symbol"], reach: .line),
        Link(rule: "missing-truss", causes: ["missing-handler", "missing-symbol"], reach: .line),
        Link(rule: "missing-syzkaller", causes: ["missing-handler", "missing-symbol"], reach: .line),
    ]

    /// The findings that can be a cause, by their rules: a note causes nothing.
    private let findings: [String: [Finding]]
    private let calls: CallPlaces
    /// The companions by their paths as findings name them.
    private var companions: [String: Companion] = [:]

    /// A companion: what it is made of, and its place in the order of the tables.
    private struct Companion {
        let master: String
        let configuration: String?
        let place: Int
    }

    init(_ findings: [Finding], _ tree: CheckedTree, _ calls: CallPlaces) {
        self.findings = Dictionary(grouping: findings.filter { $0.severity != .note }, by: \.rule)
        self.calls = calls
        for table in tree.tables.tables {
            for output in table.outputs {
                companions[tree.view.label(output.path)] = Companion(
                    master: tree.view.label(table.site.master),
                    configuration: table.site.configuration.map(tree.view.label),
                    place: companions.count
                )
            }
        }
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
        case .next:
            place?.path == other?.path && (0...1).contains((other?.line ?? 0) - (place?.line ?? 0))
        case .file: place?.path == other?.path
        case .above: place?.path == other?.path && place?.line ?? 0 < other?.line ?? 0
        case .master: isAboutOneCall(cause, effect) && companion(effect)?.master == place?.path
        case .companion: companion(effect).map { $0.master == place?.path } ?? false
        case .call: isAboutOneCall(cause, effect)
        case .misspelt: calls.call(cause).map { Self.isSlip(effect.subject ?? "", of: $0) } ?? false
        case .slip: calls.call(effect).map { Self.isSlip(cause.subject ?? "", of: $0) } ?? false
        case .noted:
            cause.notes.compactMap(\.location).contains {
                $0.path == other?.path && ($0.line == nil || $0.line == other?.line)
            }
        case .table:
            companion(effect)?.configuration == place?.path
                || effect.notes.contains { $0.location != nil && $0.location?.path == place?.path }
        case .regeneration:
            isAboutOneCall(cause, effect) && companion(cause)?.place ?? .max < companion(effect)?.place ?? .min
        // What is doubtful leaves the rows in their places.
        case .tree: cause.severity == .error
        }
    }

    /// Whether two names differ by one letter that is missing, added or wrong, or two that changed places.
    private static func isSlip(_ name: String, of other: String) -> Bool {
        let (first, second) = (Array(name.utf8), Array(other.utf8))
        let longer = max(first.count, second.count)
        guard longer > 2, first.count + 1 >= longer, second.count + 1 >= longer else { return false }
        let same = zip(first, second).prefix { $0 == $1 }.count
        let rest = zip(first.dropFirst(same).reversed(), second.dropFirst(same).reversed()).prefix { $0 == $1 }.count
        let (ours, theirs) = (first.dropFirst(same).dropLast(rest), second.dropFirst(same).dropLast(rest))
        return ours.count <= 1 && theirs.count <= 1
            || ours.count == 2 && theirs.count == 2 && ours.elementsEqual(theirs.reversed())
    }

    private func companion(_ finding: Finding) -> Companion? {
        finding.location.flatMap { companions[$0.path] }
    }

    private func isAboutOneCall(_ cause: Finding, _ effect: Finding) -> Bool {
        calls.call(cause).map { $0 == calls.call(effect) } ?? false
    }
}
