import Foundation
import TestSupport
import Testing

/// Invariant 10: one document, keys sorted, prose elsewhere.
@Suite("With --format json") struct JSONTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
    }

    @Test(
        "standard output is one document with a schema version and sorted keys",
        arguments: [
            ["tables"], ["generate", "--check"], ["show", "open"], ["show", "13-16"], ["list"],
            ["widen", "--slots", "3"],
        ]
    )
    func oneDocument(arguments: [String]) throws {
        let run = try sysent.run(arguments + ["--sample", "--format", "json"])
        #expect(run.status == 0)
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        )
        #expect(document["schemaVersion"] as? Int == 1)
        // The keys of the outermost object stand at an indent of two.
        let keys = run.output.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map {
            $0.dropFirst(3).prefix { $0 != "\"" }
        }
        #expect(keys == keys.sorted())
    }

    @Test("findings are in the document, and prose is on standard error")
    func findings() throws {
        try directory.writeSample()
        try directory.write("sys/sys/syscall.h", "old\n")
        let run = try sysent("generate", "--check", "--format", "json")
        #expect(run.status == 1)
        let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let findings = document?["findings"] as? [[String: Any]]
        #expect(findings?.compactMap { $0["rule"] as? String } == ["stale-companion"])
    }
}
