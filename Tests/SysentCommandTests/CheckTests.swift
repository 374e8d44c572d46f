import Foundation
import TestSupport
import Testing

@Suite("sysent check") struct CheckTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.writeSample()
    }

    private func damage() throws {
        let master = try directory.text("sys/kern/syscalls.master")
        try directory.write("sys/kern/syscalls.master", master.replacing("NODEF|NOTSTATIC", with: "NODEF"))
    }

    private func document(_ run: Program.Run) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("has nothing against the sample")
    func clean() throws {
        let run = try sysent("check")
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(run.errors.contains("rules: 6 notes;"))
        #expect(try sysent("check", "--notes").output.contains("read is not audited"))
    }

    @Test("names what is wrong and exits with 1")
    func findings() throws {
        try damage()
        let run = try sysent("check", "--rule", "static-slot")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("sys/kern/syscalls.master:"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.hasSuffix("[static-slot]") })
    }

    @Test("goes on with a table that has errors, and exits with 1")
    func brokenTable() throws {
        let master = try directory.text("sys/kern/syscalls.master")
        try directory.write("sys/kern/syscalls.master", master.replacing("NODEF|NOTSTATIC", with: "NODEFF|NOTSTATIC"))
        let run = try sysent("check")
        #expect(run.status == 1)
        #expect(run.output.contains("[unknown-kind]"))
    }

    @Test("refuses the name of a rule that does not exist")
    func unknownRule() throws {
        let run = try sysent("check", "--rule", "number-gaps")
        #expect(run.status == 2)
        #expect(run.errors.contains("number-gap") && run.errors.contains("[unknown-rule]"))
    }

    @Test("--fix mends the master and regenerates the companions")
    func fix() throws {
        try damage()
        let run = try sysent("check", "--fix")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        #expect(try sysent("generate", "--check").status == 0)
        #expect(try directory.text("sys/kern/syscalls.master").contains("NODEF|NOTSTATIC\tlkmnosys"))
    }

    @Test("--baseline leaves out what is known")
    func baseline() throws {
        try damage()
        let written = try sysent("check", "--baseline", "known.json", "--write-baseline")
        #expect(written.status == 0, "\(written.errors)")
        let run = try sysent("check", "--baseline", "known.json")
        #expect(run.status == 0)
        #expect(run.output == "")
        try directory.write("known.json", "{")
        #expect(try sysent("check", "--baseline", "known.json").errors.contains("[malformed-baseline]"))
    }

    @Test("the project file at the tree's root says what does not count")
    func project() throws {
        try damage()
        try directory.write(
            ".sysent.yml",
            "suppressions:\n  - {rule: static-slot, reason: why}\n  - {rule: stale-companion, reason: so}\n")
        let run = try sysent("check")
        #expect(run.status == 0, "\(run.output)")
        try directory.write(".sysent.yml", "supressions: []\n")
        let refused = try sysent("check")
        #expect(refused.status == 2)
        #expect(refused.errors.hasPrefix(".sysent.yml:1:1: error: unknown key 'supressions'"))
        #expect(try sysent("tables").status == 0)
    }

    @Test("--format sarif is a SARIF 2.1.0 document that keeps what is allowed")
    func sarif() throws {
        try damage()
        _ = try sysent("check", "--baseline", "known.json", "--write-baseline")
        let run = try sysent("check", "--baseline", "known.json", "--format", "sarif")
        #expect(run.status == 0)
        let document = try document(run)
        #expect(document["version"] as? String == "2.1.0")
        let first = try #require((document["runs"] as? [[String: Any]])?.first)
        let driver = try #require((first["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let results = try #require(first["results"] as? [[String: Any]])
        #expect(!results.isEmpty)
        for result in results {
            let rule = rules[try #require(result["ruleIndex"] as? Int)]
            #expect(rule["id"] as? String == result["ruleId"] as? String)
            #expect((rule["help"] as? [String: Any])?["text"] != nil)
            #expect((result["suppressions"] as? [[String: Any]])?.first?["kind"] as? String == "external")
            #expect((result["partialFingerprints"] as? [String: String])?["sysent/v1"]?.count == 16)
            let place = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
            let uri = try #require((place?["artifactLocation"] as? [String: Any])?["uri"] as? String)
            #expect(uri.hasPrefix("sys/"))
        }
    }

    @Test("paths of a tree that lies elsewhere are relative to it")
    func relative() throws {
        try damage()
        let run = try sysent("check", "--tree", directory.path, "--format", "github", "--rule", "static-slot")
        #expect(run.output.hasPrefix("::error file=sys/kern/syscalls.master,line="))
    }

    @Test("--format json is one document; --timing says on standard error how long each rule took")
    func json() throws {
        try damage()
        let run = try sysent("check", "--format", "json", "--timing")
        #expect(run.status == 1)
        let results = try #require(try document(run)["results"] as? [[String: Any]])
        #expect(results.contains { $0["follows"] as? String == "static-slot" })
        #expect(run.errors.contains("stale-companion") && run.errors.contains(" ms\n"))
    }

    @Test("explain prints a rule's documentation, and the list of all")
    func explain() throws {
        let page = try sysent("explain", "number-gap")
        #expect(page.status == 0)
        for part in ["What it checks", "Why it matters", "Example", "When it is wrong"] {
            #expect(page.output.contains(part))
        }
        let list = try sysent("explain")
        #expect(list.output.contains("\nstale-companion  ") && list.output.contains("\nfield-order  "))
        #expect(try sysent("explain", "nothing").status == 2)
        #expect(try document(sysent("explain", "--format", "json"))["schemaVersion"] as? Int == 1)
    }
}

extension TemporaryDirectory {
    /// The text of a file in the directory.
    fileprivate func text(_ name: String) throws -> String {
        try String(contentsOf: URL(filePath: path(name)), encoding: .utf8)
    }
}
