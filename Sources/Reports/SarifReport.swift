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

    /// Makes a report.
    public init(
        rules: [Rule],
        results: [Result],
        version: String,
        isComplete: Bool,
        relative: @escaping @Sendable (String) -> String
    ) {
        self.rules = rules
        self.results = results
        self.version = version
        self.isComplete = isComplete
        self.relative = relative
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
            results: results.map { record($0, indices) }
        )
        return SarifDocument(
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [run]
        )
    }

    private func record(_ result: Result, _ indices: [String: Int]) -> SarifDocument.ResultRecord {
        let finding = result.finding
        let related = finding.notes.filter { $0.location != nil }
        // A note without a place has no field of its own: it goes into the message.
        let remarks = finding.notes.filter { $0.location == nil }.map(\.message)
        return SarifDocument.ResultRecord(
            ruleId: finding.rule,
            ruleIndex: indices[finding.rule],
            level: finding.severity.rawValue,
            message: .init(text: ([finding.message] + remarks).joined(separator: "; ")),
            locations: finding.location.map { [location($0, nil)] } ?? [],
            relatedLocations: related.isEmpty
                ? nil
                : related.compactMap { note in
                    note.location.map { location($0, note.message) }
                },
            partialFingerprints: ["sysent/v1": result.fingerprint],
            suppressions: (result.suppression.map { [$0] } ?? []).map {
                .init(kind: $0.isInSource ? "inSource" : "external", justification: $0.justification)
            }
        )
    }

    private func location(_ location: Location, _ message: String?) -> SarifDocument.LocationRecord {
        SarifDocument.LocationRecord(
            physicalLocation: .init(
                artifactLocation: .init(uri: Self.uri(relative(location.path)), uriBaseId: "%SRCROOT%"),
                region: location.line.map { .init(startLine: $0, startColumn: location.column) }
            ),
            message: message.map { .init(text: $0) }
        )
    }

    /// The path as a relative reference: what may not stand in one is written in hexadecimal digits (RFC 3986).
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return path.utf8.reduce(into: "") { uri, byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
                uri.append(character)
            } else {
                uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}

/// The part of SARIF 2.1.0 that is used.
private struct SarifDocument: Encodable {
    let schema: String
    let version: String
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        let tool: Tool
        let columnKind: String
        let invocations: [Invocation]
        let results: [ResultRecord]
    }

    struct Invocation: Encodable { let executionSuccessful: Bool }

    struct Tool: Encodable { let driver: Driver }

    struct Driver: Encodable {
        let name: String
        let version: String
        let rules: [RuleRecord]
    }

    struct RuleRecord: Encodable {
        let id: String
        let shortDescription: Message
        let help: Message
        let defaultConfiguration: Configuration
    }

    struct Configuration: Encodable { let level: String }

    struct Message: Encodable { let text: String }

    struct ResultRecord: Encodable {
        let ruleId: String
        let ruleIndex: Int?
        let level: String
        let message: Message
        let locations: [LocationRecord]
        let relatedLocations: [LocationRecord]?
        let partialFingerprints: [String: String]
        /// Empty for a result that counts: a consumer then knows that suppressions were looked for.
        let suppressions: [SuppressionRecord]
    }

    struct SuppressionRecord: Encodable {
        let kind: String
        let justification: String
    }

    struct LocationRecord: Encodable {
        let physicalLocation: PhysicalLocation
        let message: Message?
    }

    struct PhysicalLocation: Encodable {
        let artifactLocation: Artifact
        let region: Region?
    }

    struct Artifact: Encodable {
        let uri: String
        let uriBaseId: String
    }

    struct Region: Encodable {
        let startLine: Int
        let startColumn: Int?
    }
}
