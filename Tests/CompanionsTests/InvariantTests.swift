import Companions
import Findings
import SyscallSyntax
import SyscallTable
import TestSupport
import Testing

/// Invariants 7 and 8 of ARCHITECTURE.md. Of the seventh, `GoldenTests` and `CorpusTests` try the bytes.
@Suite("Invariants of the companions")
struct InvariantTests {
    private func findings(_ master: String, _ configuration: String = "") -> [Finding] {
        let generator = Generator.modular
        let syntax = ConfigurationSyntax.parse(Array(configuration.utf8), path: "c")
        return SyscallTable(
            Master(.parse(Array(master.utf8), path: "m"), generator: generator),
            configuration: TableConfiguration(syntax, generator: generator),
            generator: generator
        ).findings
    }

    private static let first = "0\tAUE_NULL\tRESERVED\n"

    @Test(
        "7: What the generator makes an unsound table of is refused",
        arguments: [
            ("number-gap", first + "2\tAUE_NULL\tRESERVED\n"), ("duplicate-number", first + first),
            ("number-order", "0-1\tAUE_NULL\tRESERVED\n3\tAUE_NULL\tRESERVED\n2\tAUE_NULL\tRESERVED\n"),
            ("duplicate-name", "0\tAUE_NULL\tNOPROTO\ta\n1\tAUE_NULL\tNOPROTO\ta\n"),
        ]
    )
    func unsound(rule: String, master: String) {
        let errors = findings(master).filter { $0.severity == .error }
        #expect(errors.rules.contains(rule))
    }

    @Test("7: What is doubtful and makes a consistent table is a warning")
    func doubtful() {
        let master = "0\tAUE_NULL\tSTD {\n\t\tint a(\n\t\t    uint64_t b\n\t\t);\n\t}\n"
        let findings = findings(master, "abi_flags=\"pair_64bit\"\n")
        #expect(findings.rules == ["wide-argument"])
        #expect(!findings.hasErrors)
    }

    /// Each process has its own hash seed, so that whatever depends on the order of a set differs sooner or later.
    @Test("8: Three processes make the same bytes, whatever their hash seeds are")
    func processes() async throws {
        let here = try Self.digests()
        for _ in 0..<3 {
            let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
                print(try InvariantTests.digests())
            }
            let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
            #expect(differences(output.split(separator: "\n").joined(separator: "\n"), from: here) == [])
        }
    }

    /// A line for each companion of the corpus: its name, and a digest that does not depend on a seed.
    private static func digests() throws -> String {
        try CorpusCase.all.flatMap { example in
            let table = try example.table()
            return Companion.allCases.map { companion in
                let digest = companion.render(table).reduce(UInt64(14_695_981_039_346_656_037)) {
                    ($0 ^ UInt64($1)) &* 1_099_511_628_211
                }
                return "\(example.name)/\(companion.snapshot) \(digest)"
            }
        }.joined(separator: "\n")
    }
}
