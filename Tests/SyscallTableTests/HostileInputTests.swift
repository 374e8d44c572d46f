import Findings
import SyscallSyntax
import SyscallTable
import Testing

/// Inputs that fuzzing or thought has found: small files that asked for unbounded time, memory or stack.
@Suite struct HostileInputTests {
    private func master(_ text: String) -> Master {
        Master(.parse(Array(text.utf8), path: "hostile.master"), generator: .modular)
    }

    @Test func rangesThatClaimAllNumbersAgainAndAgain() {
        let master = master(String(repeating: "0-32767\tAUE_NULL\tRESERVED\n", count: 500))
        #expect(master.rows.count == 4)
        #expect(master.findings.contains { $0.rule == "table-too-large" })
        #expect(master.findings.count { $0.rule == "table-too-large" } == 1)
    }

    @Test func manyRowsInManyConditionals() {
        let text =
            String(repeating: "#if A\n", count: 1000) + String(repeating: "0\tAUE_NULL\tRESERVED\n", count: 100)
        #expect(master(text).findings.contains { $0.rule == "unbalanced-conditional" })
    }

    @Test func aPatternWithManyRepetitions() {
        let pattern = LuaPattern(String(repeating: ".*", count: 30) + "x")
        #expect(pattern?.matches([UInt8](repeating: 0x61, count: 10_000)) == false)
        #expect(LuaPattern(String(repeating: "a", count: 64)) == nil)
    }

    @Test func tablesNestedDeeply() {
        let source = Array(("local config = " + String(repeating: "{", count: 100_000)).utf8)
        let (generator, findings) = Generator.reading(GeneratorSource(files: ["config.lua": source], directory: "d"))
        #expect(generator.defaults == Generator.modular.defaults)
        #expect(findings.contains { $0.rule == "unknown-generator" })
    }
}
