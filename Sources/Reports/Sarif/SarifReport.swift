import Findings
import FoundationEssentials

/// Findings as a SARIF 2.1.0 document, which code-scanning services and editors read.
///
/// Results that do not count are kept, with the reason for it: a report must survive a suppression.
public struct SarifReport: Sendable {
    /// A rule, for the report's list of rules.
    public struct Rule: Sendable {
        /// The stable name.
        public let name: String
        /// How much a finding of it matters, at most.
        public let severity: Severity
        /// What it checks, in a sentence.
        public let summary: String
        /// The whole explanation, as plain text.
        public let help: String

        /// Describes a rule.
        public init(name: String, severity: Severity, summary: String, help: String) {
            self.name = name
            self.severity = severity
            self.summary = summary
            self.help = help
        }
    }

    /// A finding with what SARIF wants to know about it.
    public struct Result: Sendable {
        /// The finding.
        public let finding: Finding
        /// What stays the same when lines move.
        public let fingerprint: String
        /// Why it does not count; `nil` when it does.
        public let suppression: Suppression?

        /// Describes a result.
        public init(finding: Finding, fingerprint: String, suppression: Suppression?) {
            self.finding = finding
            self.fingerprint = fingerprint
            self.suppression = suppression
        }
    }

    /// Why a result does not count.
    public struct Suppression: Sendable {
        /// Whether it stands in the source, beside what it is about.
        public let isInSource: Bool
        /// The reason.
        public let justification: String

        /// Describes a suppression.
        public init(isInSource: Bool, justification: String) {
            self.isInSource = isInSource
            self.justification = justification
        }
    }

    /// The rules that were run, or that a result names.
    public let rules: [Rule]
    /// The results, in order.
    public let results: [Result]
    /// The version of the program.
    public let version: String
    /// Whether everything was checked that should have been.
    public let isComplete: Bool
    /// Makes a path of a location relative to the tree's root.
    public let relative: @Sendable (String) -> String
    /// The bytes of a file of the tree by its path from the root; `nil` when there is none.
    public let source: @Sendable (String) -> [UInt8]?

    /// Makes a report.
    public init(
        rules: [Rule],
        results: [Result],
        version: String,
        isComplete: Bool,
        relative: @escaping @Sendable (String) -> String,
        source: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.rules = rules
        self.results = results
        self.version = version
        self.isComplete = isComplete
        self.relative = relative
        self.source = source
    }

    /// The document, with a line feed.
    ///
    /// - Throws: what the encoder throws for a value that JSON cannot hold.
    public func encode() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(document)) + [0x0A]
    }

    private var document: SarifDocument {
        var places = SarifPlaces(relative: relative, source: source)
        let indices = Dictionary(rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let driver = SarifDocument.Driver(
            name: "sysent",
            version: version,
            rules: rules.map { rule in
                SarifDocument.RuleRecord(
                    id: rule.name,
                    shortDescription: .init(text: rule.summary),
                    help: .init(text: rule.help),
                    defaultConfiguration: .init(level: rule.severity.rawValue)
                )
            }
        )
        let run = SarifDocument.Run(
            tool: .init(driver: driver),
            columnKind: "utf16CodeUnits",
            invocations: [.init(executionSuccessful: isComplete)],
            results: results.map { record($0, indices, &places) }
        )
        return SarifDocument(
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [run]
        )
    }

    private func record(
        _ result: Result,
        _ indices: [String: Int],
        _ places: inout SarifPlaces
    ) -> SarifDocument.ResultRecord {
        let finding = result.finding
        let related = finding.notes.compactMap { note in
            note.location.map { places.location($0, note.message) }
        }
        // A note without a place has no field of its own: it goes into the message.
        let remarks = finding.notes.filter { $0.location == nil }.map(\.message)
        return SarifDocument.ResultRecord(
            ruleId: finding.rule,
            ruleIndex: indices[finding.rule],
            level: finding.severity.rawValue,
            message: .init(text: ([finding.message] + remarks).joined(separator: "; ")),
            locations: finding.location.map { [places.location($0)] } ?? [],
            relatedLocations: related.isEmpty ? nil : related,
            partialFingerprints: ["sysent/v1": result.fingerprint],
            suppressions: (result.suppression.map { [$0] } ?? []).map {
                .init(kind: $0.isInSource ? "inSource" : "external", justification: $0.justification)
            },
            fixes: fixes(of: finding, &places)
        )
    }

    private func fixes(of finding: Finding, _ places: inout SarifPlaces) -> [SarifDocument.Fix]? {
        guard let fixIt = finding.fixIt, let path = fixIt.path ?? finding.location?.path else { return nil }
        return places.fix(fixIt, in: path).map { [$0] }
    }
}
