import Findings
import SourceTree
import TestSupport
import Testing

@testable import Checks

@Suite("A finding that is allowed") struct SuppressionTests {
    private func tree(_ comment: String) -> TableTree {
        CleanTree.with(
            "sys/kern/syscalls.master", "0\tAUE_LAMP\tSTD {\n\t\tint lamp(\n\t\t    u_int",
            comment + "0\tAUE_LAMP\tSTD {\n\t\tint lamp(\n\t\t    unsigned int", regenerated: true)
    }

    @Test("by a comment above its entry is kept and does not count")
    func inline() throws {
        let report = try check(tree("; sysent: allow unsigned-int the type of the standard\n; lamp\n"))
        #expect(report.open.map(\.place) == [])
        #expect(report.results.map(\.suppression) == [.inline(reason: "the type of the standard")])
    }

    @Test(
        "needs a rule that exists, a reason, and an entry that follows",
        arguments: [
            "; sysent: allow unsigned-int\n", "; sysent: allow unsigned-ints why\n", "; sysent: allow\n",
            "; sysent: ignore unsigned-int why\n", "; sysent: allow unsigned-int why\n\n",
        ]
    )
    func malformed(comment: String) throws {
        let rules = try check(tree(comment)).open.map(\.finding.rule)
        #expect(rules == ["malformed-suppression", "unsigned-int"])
    }

    @Test("without there being one is itself a finding")
    func unused() throws {
        let report = try check(tree("; sysent: allow static-slot why\n"))
        #expect(
            report.open.map(\.place) == [
                "sys/kern/syscalls.master:1 [unused-suppression]", "sys/kern/syscalls.master:4 [unsigned-int]",
            ])
    }

    @Test("by a baseline stays allowed when lines move, and only as often as it was there")
    func baseline() throws {
        let known = Set(try check(tree("")).open.map(\.fingerprint))
        #expect(known.count == 1)
        let moved = try check(tree("; a comment\n; and another\n"), baseline: known)
        #expect(moved.open.map(\.place) == [])
        #expect(moved.results.map(\.suppression) == [.baseline])
    }

    @Test("cannot be an error that keeps a table from being made")
    func fatal() throws {
        let comment = "; sysent: allow number-gap because\n3\tAUE"
        let tree = CleanTree.with("sys/kern/syscalls.master", "3\tAUE", comment.replacing("3\t", with: "4\t"))
        let report = try check(tree)
        #expect(report.open.contains { $0.finding.rule == "number-gap" })
    }

    @Test("by review names a rule and a reason, and comes with every report")
    func reviewed() throws {
        for entry in ReviewedExceptions.all {
            #expect(RuleRegistry.rules.contains { $0.name == entry.rule })
            #expect(entry.reason != "" && !entry.calls.isEmpty)
        }
        var tree = CleanTree.complete
        for path in ["sys/kern/syscalls.master", "sys/kern/calls.c"] {
            tree[path] = tree[path]?.replacing("lamp", with: "yield")
        }
        let report = try check(CleanTree.regenerated(tree), wanted: ["missing-manual"])
        #expect(report.open.isEmpty)
        #expect(report.results.count == 1)
    }
}
