import Edits
import Findings
import Foundation
import Reports
import TestSupport
import Testing

@Suite("A SARIF report") struct SarifReportTests {
    private static let master = "0\tAUE_NULL\tSTD {\n\t\tint caf\u{E9}_\u{1F4BE}(unsigned int a);\n\t}\n"

    private func report(
        _ results: [SarifReport.Result],
        rules: [String] = ["a-rule"],
        isComplete: Bool = true
    ) -> SarifReport {
        SarifReport(
            rules: rules.map { SarifReport.Rule(name: $0, severity: .error, summary: "Checks {it}.", help: "Help.") },
            results: results,
            version: "1.0",
            isComplete: isComplete,
            relative: { $0.hasPrefix("tree/") ? String($0.dropFirst(5)) : $0 },
            source: { $0 == "m" ? Array(Self.master.utf8) : nil }
        )
    }

    private func result(
        _ finding: Finding,
        _ suppression: SarifReport.Suppression? = nil
    ) -> SarifReport.Result {
        SarifReport.Result(finding: finding, fingerprint: "0123456789abcdef", suppression: suppression)
    }

    private func finding(
        _ severity: Severity = .error,
        at location: Location? = Location(path: "tree/m", line: 2, column: 3),
        message: String = "wrong",
        notes: [Note] = [],
        fixIt: FixIt? = nil
    ) -> Finding {
        Finding(severity, "a-rule", at: location, message, notes: notes, fixIt: fixIt)
    }

    /// The values that `path` leads to in each result of a report: keys and indices between points.
    private func values(_ path: String, of report: SarifReport) throws -> [Any?] {
        func value(_ keys: ArraySlice<Substring>, of parent: Any?) -> Any? {
            guard let key = keys.first else { return parent }
            let child: Any? =
                if let index = Int(key) {
                    (parent as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil }
                } else {
                    (parent as? [String: Any])?[String(key)]
                }
            return value(keys.dropFirst(), of: child)
        }
        let document = try JSONSerialization.jsonObject(with: Data(report.encode()))
        let results = try #require(value(["runs", "0", "results"], of: document) as? [Any])
        return results.map { value(path.split(separator: ".")[...], of: $0) }
    }

    /// Reports of every shape.
    private var reports: [SarifReport] {
        let unsigned = TextEdit(range: 41..<53, replacement: Array("u_int".utf8))
        return [
            report([]),
            report([], rules: []),
            report([result(finding(at: nil))], isComplete: false),
            report([result(finding(.note)), result(finding(.warning, at: Location(path: "tree/m")))], rules: []),
            report([result(finding(at: Location(path: "tree/m", line: 1)))]),
            report([
                result(finding(), .init(isInSource: true, justification: "reviewed {here}")),
                result(finding(), .init(isInSource: false, justification: "")),
            ]),
            report([
                result(finding(message: "", notes: [Note("here", at: Location(path: "tree/m", line: 1)), Note("so")]))
            ]),
            report([
                result(
                    finding(fixIt: FixIt("write u_int", edits: [unsigned, TextEdit(range: 0..<0, replacement: [])])))
            ]),
            report(oddPaths.map { result(finding(at: Location(path: "tree/" + $0, line: 1, column: 1))) }),
            report([result(finding(at: Location(path: "/usr/src x/m", line: 1)))]),
        ]
    }

    private let oddPaths = [
        "my sys/a b", "100%/m", "a?b#c", "a:b", "caf\u{E9}/\u{1F4BE}", "back\\slash", "quo\"te<>", "[1]", "a\tb\nc",
        "..a/b", "-",
    ]

    @Test("is what the schema allows", .enabled(if: SarifSchema.isInstalled, Comment(rawValue: SarifSchema.absence)))
    func schema() throws {
        #expect(try SarifSchema.problems(reports.map { try $0.encode() }) == [])
    }

    @Test(
        "that is damaged is not what the schema allows",
        .enabled(if: SarifSchema.isInstalled, Comment(rawValue: SarifSchema.absence)),
        arguments: [
            ("\"level\" : \"error\"", "\"level\" : \"fatal\""), ("\"version\" : \"2.1.0\"", "\"version\" : \"2.2\""),
            ("\"startLine\" : 2", "\"startLine\" : 0"), ("\"kind\" : \"inSource\"", "\"kind\" : \"inline\""),
            ("\"uri\" : \"m\"", "\"uri\" : \"a b\""), ("\"ruleId\"", "\"rule\""), ("\"driver\"", "\"tool\""),
            ("\"executionSuccessful\" : true", "\"executionSuccessful\" : 1"),
        ]
    )
    func damaged(text: String, replacement: String) throws {
        let report = report([result(finding(), .init(isInSource: true, justification: "reviewed"))])
        let document = String(decoding: try report.encode(), as: UTF8.self)
        let damaged = document.replacing(text, with: replacement)
        #expect(damaged != document)
        #expect(try SarifSchema.problems([Array(damaged.utf8)]) != [])
    }

    @Test("names files by references that lead back to them")
    func paths() throws {
        let report = report(oddPaths.map { result(finding(at: Location(path: "tree/" + $0))) })
        let uris = try values("locations.0.physicalLocation.artifactLocation.uri", of: report).map { $0 as? String }
        #expect(uris.map { $0?.removingPercentEncoding } == oddPaths)
        let plain = /[A-Za-z0-9._~\/%-]*/
        #expect(uris.allSatisfy { $0?.wholeMatch(of: plain) != nil })
    }

    @Test("names a file outside of the tree by its absolute path")
    func outside() throws {
        let report = report([result(finding(at: Location(path: "/usr/src x/m")))])
        let place = try values("locations.0.physicalLocation.artifactLocation", of: report).first
        #expect(place as? [String: String] == ["uri": "file:///usr/src%20x/m"])
    }

    @Test("counts columns in UTF-16 code units", arguments: [(1, 1), (3, 3), (10, 10), (12, 11), (17, 14), (18, 15)])
    func columns(byte: Int, expected: Int) throws {
        let report = report([result(finding(at: Location(path: "tree/m", line: 2, column: byte)))])
        let column = try values("locations.0.physicalLocation.region.startColumn", of: report).first
        #expect(column as? Int == expected)
    }

    @Test("has the change that would mend a finding")
    func fixes() throws {
        let bytes = Array(Self.master.utf8)
        let start = try #require(Self.master.utf8.firstRange(of: "unsigned int".utf8)).lowerBound
        let offset = Self.master.utf8.distance(from: Self.master.startIndex, to: start)
        let edit = TextEdit(range: offset..<offset + 12, replacement: Array("u_int".utf8))
        #expect(bytes[edit.range].elementsEqual("unsigned int".utf8))
        let report = report([result(finding(fixIt: FixIt("write u_int", edits: [edit])))])
        #expect(try values("fixes.0.description.text", of: report).first as? String == "write u_int")
        let replacement = "fixes.0.artifactChanges.0.replacements.0"
        let region = try values(replacement + ".deletedRegion", of: report).first as? [String: Int]
        #expect(region == ["startLine": 2, "startColumn": 15, "endLine": 2, "endColumn": 27])
        #expect(try values(replacement + ".insertedContent.text", of: report).first as? String == "u_int")
    }

    @Test("has the change of another file than the one that a finding is about")
    func otherFile() throws {
        let fixIt = FixIt("x", in: "tree/m", edits: [TextEdit(range: 0..<1, replacement: [])])
        let report = report([result(finding(at: Location(path: "tree/n", line: 1), fixIt: fixIt))])
        let uri = "fixes.0.artifactChanges.0.artifactLocation.uri"
        #expect(try values(uri, of: report).first as? String == "m")
    }

    @Test("has no change for a file that is not to be had, or that changed since")
    func noFixes() throws {
        let late = FixIt("x", edits: [TextEdit(range: 9_000..<9_001, replacement: [])])
        let elsewhere = FixIt("x", edits: [TextEdit(range: 0..<1, replacement: [])])
        let report = report([
            result(finding(fixIt: late)), result(finding(at: Location(path: "tree/n", line: 1), fixIt: elsewhere)),
        ])
        #expect(try values("fixes", of: report).map { $0 == nil } == [true, true])
    }

    @Test("doubles braces in messages, where one would begin a placeholder")
    func braces() throws {
        let report = report([result(finding(message: "expected '}', found '{0}'"))])
        let message = try values("message.text", of: report).first as? String
        #expect(message == "expected '}}', found '{{0}}'")
    }
}
