import Foundation
import TestSupport
import Testing

@Suite("sysent decide") struct DecideTests {
    let sandbox: GitSandbox
    let sysent: Program

    init() throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", SampleText.files)
        sysent = Program(directory: sandbox.root, environment: sandbox.environment)
        let traps = (0..<6).map { "  - { name: t\($0) }\n" }.joined()
        try sandbox.write("m.yml", "module: m\ndefaults: { freebsd32: true }\ntraps:\n\(traps)")
    }

    private func document(_ options: String...) throws -> [String: Any] {
        let run = try sysent.run(["decide", "src", "--manifest", "m.yml", "--format", "json"] + options)
        return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("says which way holds, what each costs, and where the plan's figures differ")
    func text() throws {
        let run = try sysent("decide", "src", "--manifest", "m.yml")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(
            run.output.contains(
                "\nAdopt: more slots behind the last call (widen-tail). Each of 6 calls has a number of its own."))
        #expect(run.output.contains("widen-tail      6 of 4 + 2  6 of 4 + 2"))
        #expect(run.output.contains("- Numbers: 28-29.\n"))
        #expect(
            run.output.contains(
                "  the plan  SYS_MAXSYSCALL is 599\n  measured  SYS_MAXSYSCALL is 28\n            differs\n"))
        #expect(try sandbox.git("src", "status", "--porcelain") == "")
    }

    @Test("says the same as a document, as Markdown and as a page")
    func forms() throws {
        let document = try document("--next", "src")
        #expect(document["adopted"] as? String == "widen-tail")
        #expect(document["schemaVersion"] as? Int == 1)
        let ways = try #require(document["ways"] as? [[String: Any]])
        #expect(
            ways.map { $0["kind"] as? String } == [
                "as-it-is", "widen-tail", "widen-band", "multiplexor", "module-table", "claim-reserved",
                "separate-table",
            ])
        let markdown = try sysent("decide", "src", "--manifest", "m.yml", "--format", "markdown").output
        #expect(markdown.hasPrefix("# 6 calls of m: how they get their numbers\n"))
        #expect(markdown.contains("| `widen-tail` | 6 of 4 + 2 | 6 of 4 + 2 | "))
        let page = try sysent("decide", "src", "--manifest", "m.yml", "--rollout", "--link", "<b>", "--format", "html")
            .output
        #expect(page.contains("<tr><th scope=\"row\"><code>widen-tail</code></th>"))
        #expect(page.contains("<li>&lt;b&gt;</li>") && !page.contains("<script"))
    }

    @Test("names commands for the rollout that do what they are there for")
    func rollout() throws {
        let rollout = try #require(try document("--rollout")["rollout"] as? [String: Any])
        let steps = try #require(rollout["steps"] as? [[String: Any]])
        #expect(steps.count == 2)
        let commands = { (key: String) -> [[String]] in
            (steps[0][key] as? [[String: Any]] ?? []).compactMap { $0["command"] as? String }.map {
                $0.split(separator: " ").map(String.init)
            }
        }
        for command in commands("tasks") {
            #expect(try sysent.run(Array(command.dropFirst())).status == 0, "\(command)")
        }
        let patches = try FileManager.default.contentsOfDirectory(atPath: sandbox.root + "/patches").filter {
            $0.hasSuffix(".patch")
        }
        #expect(try sysent("series", "verify", "--patches", "patches", "--tree", "src", "--onto", "HEAD").status == 0)
        try sandbox.git("src", "am", "--quiet", "../patches/" + (patches.first ?? ""))
        for command in commands("proofs") where command[1] != "boot" && command[1] != "series" {
            let run = try sysent.run(Array(command.dropFirst()))
            #expect(run.status == 0, "\(command): \(run.output)\(run.errors)")
        }
        #expect(commands("proofs").map { $0[1] } == ["series", "generate", "check", "slots", "boot"])
    }

    @Test("names a revision as the commands want it")
    func revision() throws {
        let run = try sysent("decide", "src@HEAD", "--manifest", "m.yml", "--rollout", "--next", "src@HEAD")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("$ sysent widen --slots 2 --tree src --base HEAD --patches patches\n"))
        #expect(run.output.contains("$ sysent series forecast --patches patches --tree src --onto HEAD\n"))
    }

    @Test("exits with 1 where no way gives each call a number")
    func nothing() throws {
        try sandbox.write(
            "bare/sys/kern/syscalls.master",
            "0\tAUE_NULL\tSTD {\n\t\tint lamp(void);\n\t}\n1\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
        )
        let run = try sysent("decide", "bare", "--manifest", "m.yml", "--rollout")
        #expect(run.status == 1)
        #expect(run.output.contains("No way gives each call a number in this tree."))
        #expect(!run.output.contains("Rollout"))
    }

    @Test("refuses what it cannot decide on, with 2")
    func refused() throws {
        #expect(try sysent("decide", "src").status == 2)
        #expect(try sysent("decide", "nowhere", "--manifest", "m.yml").status == 2)
        #expect(try sysent("decide", "src", "--manifest", "m.yml", "--marker", "OK").status == 2)
        #expect(try sysent("decide", "src", "--manifest", "m.yml", "--slots", "0").status == 2)
        #expect(try sysent("decide", "--sample", "--manifest", "m.yml", "--rollout").status == 2)
        try sandbox.write("bad.yml", "module: m\ntraps:\n  - { name: t, audti: AUE_NULL }\n")
        #expect(try sysent("decide", "src", "--manifest", "bad.yml").errors.hasPrefix("bad.yml:3:16: error: "))
    }
}
