/// The part of SARIF 2.1.0 that is used.
struct SarifDocument: Encodable {
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

    struct Message: Encodable {
        let text: String

        /// Braces are doubled, as one of them would begin a placeholder (SARIF 2.1.0, 3.11.5).
        init(text: String) {
            self.text = text.replacing("{", with: "{{").replacing("}", with: "}}")
        }
    }

    struct Content: Encodable { let text: String }

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
        let fixes: [Fix]?
    }

    struct Fix: Encodable {
        let description: Message
        let artifactChanges: [ArtifactChange]
    }

    struct ArtifactChange: Encodable {
        let artifactLocation: Artifact
        let replacements: [Replacement]
    }

    struct Replacement: Encodable {
        let deletedRegion: Region
        let insertedContent: Content
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
        /// `nil` for a file outside of the tree.
        let uriBaseId: String?
    }

    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int?
        var endLine: Int?
        var endColumn: Int?
    }
}
