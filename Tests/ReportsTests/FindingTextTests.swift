import Findings
import Reports
import TestSupport
import Testing

@Suite("A finding as text")
struct FindingTextTests {
    private func render(
        _ finding: Finding,
        source: String? = nil,
        isColoured: Bool = false,
        showsSource: Bool = false
    ) -> String {
        FindingText(isColoured: isColoured, showsSource: showsSource).render(finding) { _ in
            source.map { Array($0.utf8) }
        }
    }

    private func error(_ line: Int? = 2, _ column: Int? = 3, message: String = "wrong") -> Finding {
        Finding(.error, "a-rule", at: Location(path: "m", line: line, column: column), message)
    }

    @Test("is a line that editors and CI logs know")
    func line() {
        #expect(render(error()) == "m:2:3: error: wrong [a-rule]\n")
        #expect(render(error(2, nil)) == "m:2:1: error: wrong [a-rule]\n")
        #expect(render(error(nil, nil)) == "m:1:1: error: wrong [a-rule]\n")
        #expect(render(Finding(.warning, "a-rule", at: nil, "doubtful")) == "sysent: warning: doubtful [a-rule]\n")
    }

    @Test("has a line for each note")
    func notes() {
        let finding = Finding(
            .error, "a-rule", at: nil, "wrong", notes: [Note("here", at: Location(path: "n", line: 1)), Note("so")])
        #expect(render(finding) == "sysent: error: wrong [a-rule]\nn:1:1: note: here\nsysent: note: so\n")
    }

    @Test("shows the source line and a caret below the column")
    func excerpt() {
        let text = render(error(), source: "first\n\ta b\n", showsSource: true)
        #expect(differences(text, from: "m:2:3: error: wrong [a-rule]\n    \ta b\n    \t ^\n") == [])
    }

    @Test("counts columns in bytes, and sets the caret below the character")
    func columns() {
        let text = render(error(1, 4), source: "\u{E9}a!", showsSource: true)
        #expect(differences(text, from: "m:1:4: error: wrong [a-rule]\n    \u{E9}a!\n      ^\n") == [])
    }

    @Test("shows no source line that is not there, is huge, or has no column")
    func noExcerpt() {
        let line = "m:2:3: error: wrong [a-rule]\n"
        #expect(render(error(), source: nil, showsSource: true) == line)
        #expect(render(error(), source: "one line", showsSource: true) == line)
        #expect(render(error(), source: "\n" + String(repeating: "x", count: 1_000), showsSource: true) == line)
        #expect(render(error(2, nil), source: "\nx", showsSource: true) == "m:2:1: error: wrong [a-rule]\n")
    }

    @Test("has colours only where they are wanted")
    func colours() {
        #expect(!render(error(), source: "\nabc", showsSource: true).contains("\u{1B}"))
        #expect(render(error(), isColoured: true).contains("\u{1B}[1;31merror\u{1B}[0m"))
    }

    @Test("lets nothing of a file drive the terminal")
    func controlCharacters() {
        let text = render(error(message: "'\u{1B}[2J'\u{7}"), source: "\n\u{1B}[31mred\r\u{8}", showsSource: true)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F })
        #expect(text.contains("\u{FFFD}[2J"))
    }
}
