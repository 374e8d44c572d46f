import Edits
import Findings
import SlotModel
import TestSupport
import Testing
import TrapModules

@Suite("A scenario")
struct ScenarioTests {
    private static let corpus = "Tests/TrapModulesTests/Corpus/"
    /// The scenarios that are committed.
    static let documents = [corpus + "stock.yml", corpus + "widened.yml", "Examples/mach/reload.yml"]
    /// Documents that are no scenarios.
    static let wrong = [
        "[]", "{}", "steps: 1", "steps: [1]", "steps: [{ load: 5 }]", "steps: [{ lode: a }]",
        "steps: [{ call: 1, leave: a }]", "steps: [{ call: 1, mode: strange }]", "steps: [{ call: 1, table: linux }]",
        "steps: [{ register: a, flags: other }]", "steps: [{ register: a, number: b }]", "steps: [{ rows: a }]",
        "steps: [{ rows: -1 }]", "steps: [{ signosys: 1 }]", "steps: [{ call: 1, expect: { size: 1 } }]",
        "steps: [{ call: 1, expect: 1 }]", "modules: [{}]\nsteps: []", "modules: [{ name: a }]\nsteps: []",
        "modules: [{ name: a, style: odd, calls: [] }]\nsteps: []",
        "modules: [{ manifest: a.yml, name: a }]\nsteps: []",
        "kernel: { rules: other }\nsteps: []", "steps: [{ register-array: a, numbers: 1 }]",
    ]

    private static func read(_ text: String, path: String = "s.yml") throws(Refusal) -> Scenario {
        try Scenario.read(Array(text.utf8), path: path) { name throws(Refusal) in
            do {
                let path = "Examples/mach/" + name
                return try TrapManifest.read(try PackageFiles.read(path), path: path)
            } catch let refusal as Refusal {
                throw refusal
            } catch {
                throw Refusal("missing-file", at: Location(path: name), "no such file")
            }
        }
    }

    /// What is wrong with `text`, as lines.
    static func problems(_ text: String) -> [String] {
        do throws(Refusal) {
            _ = try read(text)
            return []
        } catch {
            return error.findings.lines
        }
    }

    /// The table of a released kernel, with `slots` slots more, as far as scenarios look at it.
    private func kernel(slots: Int = 0) -> SlotKernel {
        let rows = (0..<603).map { number -> SlotRow in
            switch number {
            case 0: SlotRow(.nosys)
            case 210...219: .slot
            case 220, 377: SlotRow(.lkmressys, threads: .absent)
            case 11, 91, 208, 599: .empty
            default: SlotRow(.call("sys_\(number)"), words: 1)
            }
        }
        let table = SwitchTable(rows + Array(repeating: .slot, count: slots))
        return SlotKernel(native: table, freebsd32: table)
    }

    private func outcomes(_ text: String, on kernel: SlotKernel? = nil) throws -> [StepOutcome] {
        ScenarioRun.outcomes(of: try Self.read(text), on: kernel ?? self.kernel())
    }

    @Test(
        "of what two kernels did gives what they answered",
        arguments: [("stock.yml", 0), ("widened.yml", 48)]
    )
    func transcripts(name: String, slots: Int) throws {
        let scenario = try Self.read(try PackageFiles.text(Self.corpus + name), path: name)
        let outcomes = ScenarioRun.outcomes(of: scenario, on: kernel(slots: slots))
        #expect(outcomes.count == scenario.steps.count)
        #expect(outcomes.flatMap(\.findings).lines == [])
        #expect(scenario.steps.filter { !$0.expected.isEmpty }.count > 60)
    }

    @Test("of the example holds on a table with the band that it needs")
    func example() throws {
        let scenario = try Self.read(try PackageFiles.text("Examples/mach/reload.yml"), path: "reload.yml")
        let outcomes = ScenarioRun.outcomes(of: scenario, on: kernel(slots: 48))
        #expect(outcomes.count == scenario.steps.count)
        #expect(outcomes.flatMap(\.findings).lines == [])
    }

    @Test("that expects something else says so, at its place")
    func unexpected() throws {
        let outcome = try outcomes(
            "steps:\n  - call: 210\n    expect: { result: enters, signal: SIGSYS, number: 211 }\n")
        #expect(
            outcome.flatMap(\.findings).lines == [
                "s.yml:3:23: error: call 210: result is ENOSYS, expected enters [unexpected-outcome]",
                "s.yml:3:55: error: call 210: number is 210, expected 211 [unexpected-outcome]",
            ])
    }

    @Test("ends where the kernel does")
    func end() throws {
        let text = """
            kernel: { invariants: true }
            steps:
              - register: a
              - deregister: a
              - deregister: a
              - { register: b, number: 210 }
              - call: 1

            """
        let outcomes = try outcomes(text)
        #expect(outcomes.map { $0.values["result"] } == ["registered", "done", "waits for ever", "panic"])
        #expect(outcomes.last?.remarks == ["the kernel panics: dynamic syscall is not protected"])
    }

    @Test("may choose the rules of an older kernel")
    func former() throws {
        let outcomes = try outcomes("kernel: { rules: former }\nsteps:\n  - call: 210\n  - call: 700\n")
        #expect(outcomes.map { $0.values["signal"] } == ["none", "SIGSYS"])
    }

    @Test("lets what waits go on, and says so")
    func waits() throws {
        let text = """
            steps:
              - register: a
              - { call: a, stay: one }
              - { call: a, stay: two }
              - deregister: a
              - leave: one
              - leave: two
              - { register-array: b, numbers: [210, 211] }
              - { call: 210, stay: one }
              - unregister-array: b
              - call: 211
              - leave: one
              - call: 211

            """
        let outcomes = try outcomes(text)
        #expect(
            outcomes.map { $0.values["result"] } == [
                "registered", "enters", "enters", "waits", "left", "left", "registered", "enters", "waits", "enters",
                "left", "ENOSYS",
            ])
        #expect(outcomes[4].remarks == [])
        #expect(outcomes[5].remarks == ["a is taken back"])
        #expect(outcomes[10].remarks == ["b is taken back"])
    }

    @Test("without sense is refused at its place", arguments: wrong)
    func refused(text: String) {
        #expect(!Self.problems(text).isEmpty)
        #expect(Self.problems(text).allSatisfy { $0.hasPrefix("s.yml:") })
    }

    @Test("names only modules that it has")
    func unknownModule() {
        #expect(
            Self.problems("steps: [{ load: a }]") == [
                "s.yml:1:17: error: load: there is no module 'a' [unknown-module]"
            ])
    }
}
