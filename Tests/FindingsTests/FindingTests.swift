import Edits
import Findings
import TestSupport
import Testing

@Suite("Findings")
struct FindingTests {
    @Test("stand where an offset lies in its file")
    func location() {
        let location = Location(path: "m", offset: 4, in: LineMap(Array("ab\ncd\n".utf8)))
        #expect(location == Location(path: "m", line: 2, column: 2))
    }

    @Test("have errors when one of them is one")
    func errors() {
        let warning = Finding(.warning, "a-rule", at: nil, "doubtful")
        let error = Finding(.error, "a-rule", at: nil, "wrong")
        #expect(![warning, warning].hasErrors)
        #expect([warning, error].hasErrors)
        #expect(![Finding]().hasErrors)
    }

    @Test("are put in the order of their places, and keep their own where these are the same")
    func order() {
        func finding(_ message: String, _ line: Int?, _ column: Int? = nil) -> Finding {
            Finding(.error, "a-rule", at: line.map { Location(path: "m", line: $0, column: column) }, message)
        }
        let findings = [
            finding("e", 3, 1), finding("c", 2, 2), finding("d", 2, 2), finding("b", 2), finding("a", nil),
        ]
        #expect(findings.inFileOrder.map(\.message) == ["a", "b", "c", "d", "e"])
    }

    @Test("make a refusal, which holds at least one error")
    func refusal() {
        let refusal = Refusal("a-rule", at: Location(path: "m"), "wrong", notes: [Note("see there")])
        #expect(refusal.findings.lines == ["m: error: wrong [a-rule]"])
        #expect(refusal.findings.hasErrors)
    }
}
