import Findings
import ProjectFile
import SourceTree
import TestSupport
import Testing

@testable import Checks

@Suite("A suppression of the project file") struct ProjectSuppressionTests {
    /// What the entries `suppressions` make of a tree in which a type and a page of the manual are wrong.
    private func report(_ suppressions: String, wanted: Set<String> = []) throws -> CheckReport {
        let tree = CleanTree.with("sys/kern/syscalls.master", "u_int oil", "unsigned oil", regenerated: true)
            .with("lib/libsys/Makefile.sys", "MAN+=\tbell.2 lamp.2\n")
        let project = try ProjectFile(Array("suppressions:\n\(suppressions)".utf8), path: "p")
        let checked = CheckedTree(try TreeTables.load(tree.view))
        return CheckRun(wanted: wanted, project: project).report(on: checked)
    }

    @Test(
        "keeps what it matches from counting",
        arguments: [
            "{rule: unsigned-int, reason: r}", "{rule: unsigned-int, path: sys, reason: r}",
            "{rule: unsigned-int, path: sys/kern/syscalls.master, reason: r}",
            "{rule: unsigned-int, call: lamp, reason: r}",
            "{rule: unsigned-int, path: sys/kern, call: lamp, reason: r}",
        ]
    )
    func matches(entry: String) throws {
        let report = try report("  - \(entry)\n")
        #expect(report.open.map(\.finding.rule) == ["missing-manual"])
        let suppressed = report.results.filter { $0.suppression != nil }
        #expect(suppressed.map(\.suppression) == [.project(reason: "r")])
        #expect(suppressed.map(\.call) == ["lamp"])
    }

    @Test(
        "that matches nothing is reported, as a note",
        arguments: [
            "{rule: static-slot, reason: r}", "{rule: unsigned-int, path: sys/ker, reason: r}",
            "{rule: unsigned-int, call: bell, reason: r}", "{rule: number-gap, reason: r}",
        ]
    )
    func unused(entry: String) throws {
        let report = try report("  - \(entry)\n")
        let notes = report.open.filter { $0.finding.severity == .note }
        #expect(notes.map(\.place) == ["p:2 [unused-suppression]"])
        #expect(report.open.count == 3)
    }

    @Test("is not said to be unused when its rule did not run")
    func notLookedAt() throws {
        #expect(try report("  - {rule: static-slot, reason: r}\n", wanted: ["unsigned-int"]).open.count == 1)
    }

    @Test("of a rule that does not exist is reported")
    func unknownRule() throws {
        let report = try report("  - {rule: unsigned-ints, reason: r}\n")
        #expect(report.open.map(\.place).contains("p:2 [malformed-suppression]"))
    }
}
