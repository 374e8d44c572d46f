import Findings
import FoundationEssentials

/// A result as one JSON document: keys sorted, with a version of its own so that readers can rely on its form.
public struct JSONDocument {
    /// The version of the form. It grows when a field changes its meaning or vanishes, not when one is added.
    public static let schemaVersion = 1

    /// The bytes of `content`, which is an object, with `schemaVersion` added, and a line feed.
    ///
    /// - Throws: what the encoder throws for a value that JSON cannot hold.
    public static func encode(_ content: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(Versioned(content: content))) + [0x0A]
    }

    private struct Versioned<Content: Encodable>: Encodable {
        let content: Content

        enum CodingKeys: CodingKey { case schemaVersion }

        func encode(to encoder: any Encoder) throws {
            try content.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(JSONDocument.schemaVersion, forKey: .schemaVersion)
        }
    }
}

/// A finding in the form of the JSON documents.
public struct FindingRecord: Encodable, Sendable {
    let rule: String
    let severity: String
    let message: String
    let path: String?
    let line: Int?
    let column: Int?
    let notes: [NoteRecord]

    struct NoteRecord: Encodable, Sendable {
        let message: String
        let path: String?
        let line: Int?
        let column: Int?
    }

    /// Copies `finding`.
    public init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity.rawValue
        message = finding.message
        path = finding.location?.path
        line = finding.location?.line
        column = finding.location?.column
        notes = finding.notes.map {
            NoteRecord(
                message: $0.message,
                path: $0.location?.path,
                line: $0.location?.line,
                column: $0.location?.column
            )
        }
    }
}
