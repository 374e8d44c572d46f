import BootCheck
import Findings
import Foundation
import TestSupport
import Testing

@Suite("A plan of a boot") struct PlanTests {
    static let complete = """
        name: login
        deadline: 2m
        silence: none
        settle: 500ms
        end: power-off
        resets: 1
        stages:
          - name: loader
            deadline: 20
            conversation:
              - { wait: 'OK $', send: "boot\\r", pace: 20ms }
          - name: kernel
            ordered: true
            markers:
              - ---<<BOOT>>---
              - { line: up, after: up }
              - { pattern: '^init: .* died', name: init, kind: forbidden, before: up }
              - { pattern: banner, kind: informational }
        """

    /// Documents with what is wrong, line and column.
    static let wrong: [(String, String)] = [
        ("stages: []", "1:9: stages: there is none"),
        ("deadline: 1s", "1:1: plan: 'stages' is missing"),
        ("stages: [{ name: a, markers: [b] }]\nsilense: 1s", "2:1: plan: unknown key 'silense'"),
        ("stages: [{ name: a, deadline: soon, markers: [b] }]", "1:31: stage 1: deadline: expected a time"),
        ("stages: [{ name: a, markers: [{ line: b, pattern: c }] }]", "1:31: stage 1: marker: expected 'line' or"),
        ("stages: [{ name: a, markers: [{ line: b, kind: wanted }] }]", "'wanted' is none of required, informational"),
        ("deadline: 0s\nstages: [{ name: a, markers: [b] }]", "1:11: deadline: expected a time"),
        ("stages: [{ name: a, conversation: [{ wait: b }] }]", "'send' is missing"),
        ("end: later\nstages: [{ name: a, markers: [b] }]", "'later' is none of markers, power-off"),
    ]

    private func problems(_ text: String) -> [String] {
        do throws(Refusal) {
            _ = try BootPlan.read(Array(text.utf8), path: "p.yml")
            return []
        } catch {
            return error.findings.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0): \($0.message)" }
        }
    }

    @Test("is read with all that it can say")
    func complete() throws {
        let plan = try BootPlan.read(Array(Self.complete.utf8), path: "p.yml")
        #expect(plan.deadline == .seconds(120) && plan.silence == nil && plan.settle == .milliseconds(500))
        #expect(plan.end == .powerOff && plan.resets == 1 && plan.stages.map(\.name) == ["loader", "kernel"])
        #expect(plan.stages[0].deadline == .seconds(20))
        #expect(plan.stages[0].conversation[0].send == Array("boot\r".utf8))
        #expect(plan.stages[0].conversation[0].pace == .milliseconds(20))
        #expect(
            plan.stages[1].isOrdered
                && plan.stages[1].markers.map(\.kind) == [
                    .required, .required, .forbidden, .informational,
                ])
        #expect(plan.stages[1].markers.map(\.name) == ["---<<BOOT>>---", "up", "init", "banner"])
        #expect(plan.stages[1].markers[1].after == "up" && plan.stages[1].markers[2].before == "up")
    }

    @Test("that is wrong is refused at line and column")
    func refused() {
        for (document, problem) in Self.wrong {
            #expect(problems(document).contains { $0.contains(problem) }, "\(document): \(problems(document))")
        }
        // What no schema says.
        let pattern = "stages:\n- name: a\n  markers:\n  - pattern: '(b'\n"
        #expect(problems(pattern) == ["4:14: stage 1: marker: pattern: '(' without ')'"])
        let state = "stages:\n- name: a\n  markers: [{ line: b, before: up }]\n"
        #expect(problems(state) == ["3:32: no marker leads to the state 'up'"])
        #expect(problems("stages: [{ name: a, markers: [b, b] }]") == ["1:34: there are two markers with the name 'b'"])
        #expect(problems("stages: [{ name: a }]").first?.contains("nothing is required") == true)
    }

    /// Whether python3 can hold documents against a schema.
    /// Where `Scripts/sarif-schema` puts the packages.
    private static let packages = ProcessInfo.processInfo.environment.merging(
        ["PYTHONPATH": PackageFiles.root + "/.build/sarif"]) { $1 }

    static let canValidate: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import jsonschema, yaml"]
        process.environment = packages
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(
        "has a form that the schema tells too",
        .enabled(if: PlanTests.canValidate, "jsonschema and yaml are not installed; Scripts/sarif-schema does that"))
    func schema() throws {
        let documents = [Self.complete] + Self.wrong.map(\.0)
        let program = """
            import json, sys, yaml, jsonschema
            schema, documents = json.load(sys.stdin)
            validator = jsonschema.validators.validator_for(schema)(schema)
            validator.check_schema(schema)
            print(json.dumps([len(list(validator.iter_errors(yaml.safe_load(d)))) for d in documents]))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        process.environment = Self.packages
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let schema = Data(try PackageFiles.read("Documentation/boot-plan.schema.json"))
        let request = try JSONSerialization.data(
            withJSONObject: [try JSONSerialization.jsonObject(with: schema), documents])
        try input.fileHandleForWriting.write(contentsOf: request)
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let counts = try #require(JSONSerialization.jsonObject(with: answer) as? [Int])
        #expect(counts.first == 0)
        #expect(counts.dropFirst().allSatisfy { $0 > 0 }, "\(counts)")
    }
}
