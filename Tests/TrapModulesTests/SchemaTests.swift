import Foundation
import TestSupport
import Testing

private enum Python {
    static let canValidate = (try? Tool.run("python3", ["-c", "import jsonschema, yaml"]).status) == 0
}

/// The schemas that are committed, against documents that are right and documents that are wrong.
@Suite("The schema", .enabled(if: Python.canValidate, "python3 with jsonschema and yaml is not installed"))
struct SchemaTests {
    private static let manifest = "Documentation/trap-manifest.schema.json"
    private static let scenario = "Documentation/slot-scenario.schema.json"

    /// What the schema says against each document, given as YAML; nothing for one that it allows.
    private func errors(_ schema: String, _ documents: [String]) throws -> [String] {
        let program = """
            import json, sys, yaml, jsonschema
            schema, documents = json.load(sys.stdin)
            jsonschema.Draft7Validator.check_schema(schema)
            validator = jsonschema.Draft7Validator(schema)
            print(json.dumps(["; ".join(e.message for e in validator.iter_errors(yaml.safe_load(d))) for d in documents]))
            """
        let input = try JSONSerialization.data(
            withJSONObject: [try JSONSerialization.jsonObject(with: Data(PackageFiles.read(schema))), documents])
        let run = try Tool.run("python3", ["-c", program], input: String(decoding: input, as: UTF8.self))
        #expect(run.status == 0, "\(run.errors)")
        return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String])
    }

    @Test("of manifests allows those that are read")
    func manifests() throws {
        let documents = try [Manifests.example, Manifests.complete].map(PackageFiles.text) + [Manifests.trap()]
        #expect(try errors(Self.manifest, documents) == ["", "", ""])
    }

    @Test("of manifests refuses what is refused for its form")
    func wrongManifests() throws {
        let documents = [
            "[]", "module: m", "module: m\ntraps: []", "module: m\ntrap: 1\ntraps: [{ name: t }]",
            "module: 5\ntraps: [{ name: t }]", "module: m-n\ntraps: [{ name: t }]", Manifests.trap("audit: open"),
            Manifests.trap("capability: maybe"), Manifests.trap("arguments: [{ name: a }]"),
            Manifests.trap("arguments: [{ name: a, type: 'char a[]' }]"), Manifests.trap("guard: { needs: [] }"),
            Manifests.trap("guard: { needs: [], value: 1, error: EIO }"),
            Manifests.trap("guard: { needs: [], error: no_such }"), Manifests.trap(head: "architectures: [vax]\n"),
            Manifests.trap(head: "sysctl: { root: a..b }\n"), Manifests.trap(head: "sources: ['a b.c']\n"),
            Manifests.trap(head: "version: 0\n"), Manifests.trap(head: "shortage: none\n"), Manifests.trap("b: 1"),
            Manifests.trap("user: 5"), Manifests.trap("absent: 1.5"), Manifests.trap(head: "types: { a: b }\n"),
            Manifests.trap(head: "architectures: []\n"),
        ]
        for document in documents { #expect(!Manifests.problems(document).isEmpty, "\(document)") }
        for (document, errors) in zip(documents, try errors(Self.manifest, documents)) {
            #expect(!errors.isEmpty, "\(document)")
        }
    }

    @Test("of scenarios allows those that are run")
    func scenarios() throws {
        let documents = try ScenarioTests.documents.map(PackageFiles.text)
        #expect(try errors(Self.scenario, documents) == documents.map { _ in "" })
    }

    @Test("of scenarios refuses what is refused for its form")
    func wrongScenarios() throws {
        for (document, errors) in zip(ScenarioTests.wrong, try errors(Self.scenario, ScenarioTests.wrong)) {
            #expect(!ScenarioTests.problems(document).isEmpty, "\(document)")
            #expect(!errors.isEmpty, "\(document)")
        }
    }
}
