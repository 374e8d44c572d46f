import Findings
import TestSupport
import Testing

@testable import ProjectFile

@Suite("A project file") struct ProjectFileTests {
    private func read(_ text: String) throws(Refusal) -> ProjectFile {
        try ProjectFile(Array(text.utf8), path: "p")
    }

    private func problems(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return error.findings.map(\.line)
        }
    }

    @Test("holds suppressions with the places at which they stand")
    func suppressions() throws {
        let file = try read(
            """
            # what need not be said each time
            suppressions:
              - rule: missing-manual
                call: lamp
                reason: "its page: lamp(8)"
              - {rule: stale-companion, path: ./sys//linux/, reason: by hand}
            """)
        #expect(
            file.suppressions == [
                .init(
                    rule: "missing-manual", path: nil, call: "lamp", reason: "its page: lamp(8)",
                    location: Location(path: "p", line: 3, column: 5)),
                .init(
                    rule: "stale-companion", path: "sys/linux", call: nil, reason: "by hand",
                    location: Location(path: "p", line: 6, column: 5)),
            ])
    }

    @Test("may hold nothing", arguments: ["", "# nothing\n", "---\n", "suppressions: []\n", "suppressions:\n", "{}"])
    func empty(text: String) throws {
        #expect(try read(text).suppressions.isEmpty)
    }

    @Test("takes a number for the text that it is")
    func scalars() throws {
        let file = try read("suppressions: [{rule: a, call: 0x10, reason: no}]")
        #expect(file.suppressions.first?.call == "0x10")
        #expect(file.suppressions.first?.reason == "no")
    }

    @Test(
        "that holds something else is refused at its line and column",
        arguments: [
            ("supressions: []", "p:1:1: error: unknown key 'supressions'; the file has suppressions"),
            (
                "suppressions:\n  - rule: a\n    reasons: b\n    reason: c",
                "p:3:5: error: unknown key 'reasons'; a suppression has rule, path, call, reason"
            ),
            ("suppressions: all", "p:1:15: error: expected a list of suppressions, each '- rule: …'"),
            ("suppressions:\n  - a", "p:2:5: error: expected 'key: value' in a suppression"),
            ("- a", "p:1:1: error: expected 'key: value' in the file"),
            ("suppressions:\n  - rule: a", "p:2:5: error: the suppression has no 'reason'"),
            ("suppressions:\n  - {rule: a, reason: ' '}", "p:2:23: error: 'reason' needs a text"),
            ("suppressions:\n  - {rule: [a], reason: b}", "p:2:12: error: 'rule' needs a text"),
            (
                "suppressions:\n  - {rule: a, path: ../b, reason: c}",
                "p:2:21: error: '../b' is no path below the tree's root"
            ),
            ("a: b\na: b", "p:1:1: error: 'a' stands twice in one mapping"),
            ("# ä\n\"ä\": [", "p:2:8: error: did not find expected node content"),
            ("\"ä\": 'b", "p:1:9: error: found unexpected end of stream"),
            ("--- {}\n--- {}", "p:2:1: error: but found another document"),
            ("[a]: b", "p:1:1: error: a key must be a word; the file has suppressions"),
        ]
    )
    func malformed(text: String, problem: String) {
        #expect(problems(text) == [problem + " [malformed-project]"])
    }

    @Test("that is no text is refused")
    func bytes() {
        #expect(throws: Refusal.self) { try ProjectFile([0x61, 0xFF], path: "p") }
        #expect(problems("a: \u{1}").count == 1)
        #expect(problems(String(repeating: "[", count: 100_000)).count == 1)
    }

    @Test("reports everything that is wrong with it at once")
    func all() {
        #expect(problems("b: c\nsuppressions:\n  - {rule: a}\n  - {reason: a}").count == 3)
    }
}
