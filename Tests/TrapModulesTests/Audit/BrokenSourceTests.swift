import Findings
import TestSupport
import Testing
import TrapModules

@Suite("Sources that are damaged") struct BrokenSourceTests {
    @Test("are read as far as they go", arguments: UInt64(1)...40)
    func damaged(_ seed: UInt64) {
        var mutator = TextMutator(seed: seed)
        let files = MultiplexorTests.before.sorted { $0.key < $1.key }
        for _ in 0..<5 {
            let damaged = files.map { SourceFile(path: $0.key, bytes: mutator.mutate(Array($0.value.utf8))) }
            let audit = TrapAudit(damaged)
            #expect(audit.fileCount == files.count)
            _ = audit.findings
            _ = try? AuditManifest(audit, module: "lamp", splitsMultiplexors: true)
            _ = Acceptance(audit, before: audit, expected: [], texts: damaged)
        }
    }

    @Test(
        "do not exhaust the stack or the memory",
        arguments: [
            String(repeating: "{", count: 4_000), String(repeating: "if (", count: 4_000),
            String(repeating: "(", count: 4_000),
            "static int x[] = " + String(repeating: "{", count: 4_000),
        ])
    func deep(_ text: String) {
        let audit = Sources.audit("int load(void) { \(text)\n syscall_register(&a, &b, &c, 0);")
        #expect(audit.fileCount == 1)
    }

    @Test("may define macros that grow without end")
    func growing() {
        var text = "#define A0(x) x; x;\n"
        for index in 1..<40 { text += "#define A\(index)(x) A\(index - 1)(x) A\(index - 1)(x)\n" }
        #expect(Sources.audit(text + "int load(void) { A39(syscall_register(&a, &b, &c, 0)); }\n").fileCount == 1)
        #expect(
            Sources.audit("#define A(x) A(A(x)) x;\nint load(void) { A(syscall_register(&a, &b, &c, 0)); }\n").fileCount
                == 1)
    }
}
