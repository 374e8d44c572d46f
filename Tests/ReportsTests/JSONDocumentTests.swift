import Findings
import Reports
import TestSupport
import Testing

@Suite("A JSON document")
struct JSONDocumentTests {
    private struct Content: Encodable {
        let path = "sys/kern"
        let findings: [FindingRecord]
        let a = 1
    }

    @Test("has sorted keys, a schema version and a line feed at its end")
    func form() throws {
        let note = Note("here", at: Location(path: "n", line: 1, column: 2))
        let finding = Finding(.warning, "a-rule", at: Location(path: "m/a.c", line: 3), "doubtful", notes: [note])
        let expected = """
            {
              "a" : 1,
              "findings" : [
                {
                  "line" : 3,
                  "message" : "doubtful",
                  "notes" : [
                    {
                      "column" : 2,
                      "line" : 1,
                      "message" : "here",
                      "path" : "n"
                    }
                  ],
                  "path" : "m/a.c",
                  "rule" : "a-rule",
                  "severity" : "warning"
                }
              ],
              "path" : "sys/kern",
              "schemaVersion" : 1
            }

            """
        let bytes = try JSONDocument.encode(Content(findings: [FindingRecord(finding)]))
        #expect(differences(bytes, from: Array(expected.utf8)) == [])
    }

    @Test("holds a message with any characters")
    func characters() throws {
        let finding = Finding(.error, "a-rule", at: nil, "\"\u{1B}\\\u{FFFD}\n")
        let text = String(decoding: try JSONDocument.encode(Content(findings: [FindingRecord(finding)])), as: UTF8.self)
        #expect(text.contains(#""message" : "\"\u001b\\"# + "\u{FFFD}" + #"\n""#))
    }
}
