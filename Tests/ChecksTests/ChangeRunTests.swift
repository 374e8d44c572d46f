import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@testable import Checks

@Suite("A check of a change") struct ChangeRunTests {
    private let master = SampleChange.master
    private let wider = SampleChange.Edit(path: SampleChange.master, old: "int whence", new: "long whence")
    private let call = SampleChange.Edit(
        path: SampleChange.master, old: "; End of the table.\n", new: "28\tAUE_NULL\tSTD {\n\t\tint lamp(void);\n\t}\n")

    /// Puts a comment above the row of lseek.
    private func comment(_ text: String) -> SampleChange.Edit {
        SampleChange.Edit(path: SampleChange.master, old: "22\tAUE_SEEK", new: "; sysent: allow \(text)\n22\tAUE_SEEK")
    }

    @Test("without a base runs no rule that looks at a change, and takes no comment about one for unused")
    func withoutBase() throws {
        let tree = SampleChange.tree([comment("signature-changed it was wrong")])
        let report = try check(tree)
        #expect(Set(report.timings.map(\.rule)).isDisjoint(with: SampleChange.rules))
        #expect(!report.open.contains { $0.finding.rule == "unused-suppression" })
    }

    @Test("allows what a comment of the change allows")
    func allowed() throws {
        let tree = SampleChange.tree([wider, comment("signature-changed it was wrong")])
        let report = try check(tree, since: SampleChange.base)
        #expect(report.open.map(\.place) == [])
        #expect(report.results.map(\.suppression) == [.inline(reason: "it was wrong")])
    }

    @Test("allows nothing by a comment that the base has, and does not ask to take it out")
    func allowedBefore() throws {
        let allowing = comment("signature-changed it was wrong")
        let base = SampleChange.tree([allowing])
        let wanted = SampleChange.rules.union(["unused-suppression"])
        let again = SampleChange.tree([allowing, wider])
        #expect(try check(again, since: base, wanted: wanted).rows(in: again) == ["error signature-changed at 22"])
        #expect(try check(base, since: base, wanted: wanted).rows(in: base) == [])
        let other = SampleChange.tree([comment("signature-changed it was wrong again"), wider])
        #expect(try check(other, since: base, wanted: wanted).rows(in: other) == [])
    }

    @Test("asks to take out a comment of the change that has nothing to allow")
    func unused() throws {
        let tree = SampleChange.tree([comment("signature-changed it was wrong")])
        let report = try check(tree, since: SampleChange.base, wanted: SampleChange.rules.union(["unused-suppression"]))
        #expect(report.open.map(\.finding.rule) == ["unused-suppression"])
    }

    @Test("leaves out what a baseline names, whatever the base is called")
    func baseline() throws {
        let tree = SampleChange.tree([wider])
        let known = Set(try check(tree, since: SampleChange.base).results.map(\.fingerprint))
        let base = OverlayView(SampleChange.base.view, edit: .init(steps: []))
        let checked = CheckedTree(try TreeTables.load(tree.view), base: try TreeTables.load(base))
        let report = CheckRun(wanted: SampleChange.rules, baseline: known).report(on: checked)
        #expect(report.results.map(\.suppression) == [.baseline])
    }

    @Test("takes stale companions, and the numbers in them, for consequences of a change that leaves them out")
    func companions() throws {
        let tree = SampleChange.tree([call], regenerated: false)
        let report = try check(tree, since: SampleChange.base, wanted: [])
        #expect(
            report.causes.filter { !$0.contains("[missing-") } == ["\(master):139 [companion-left-out]"])
        let effects = Dictionary(grouping: report.consequences.filter { !$0.contains("[missing-") }) {
            $0.split(separator: "[")[1]
        }.mapValues(\.count)
        #expect(
            effects == ["stale-companion] <- companion-left-out": 12, "header-number] <- companion-left-out": 4])
    }

    @Test("does not blame a change for companions that were stale before, or were edited by hand")
    func staleBefore() throws {
        let base = SampleChange.tree([call], regenerated: false)
        let audit = SampleChange.Edit(path: master, old: "6\tAUE_CLOSE", new: "6\tAUE_NULL")
        let tree = SampleChange.tree([call, audit], regenerated: false)
        let found = try check(tree, since: base).rows(in: tree)
        #expect(found == [])
        let edited = SampleChange.tree(
            [
                .init(path: "sys/sys/syscall.h", old: "SYS_lseek\t22", new: "SYS_lseek\t23")
            ], regenerated: false)
        let report = try check(edited, since: SampleChange.base, wanted: ["stale-companion", "companion-left-out"])
        #expect(report.open.map(\.finding.rule) == ["stale-companion"])
        #expect(report.open.allSatisfy { $0.cause == nil })
    }

    @Test("leaves a tree alone that keeps no companions")
    func withoutCompanions() throws {
        let base = TableTree(["sys/kern/Makefile": "", "sys/kern/syscalls.master": CleanTree.master])
        let more = "sysnames=\"syscalls.c\"\nlibsys_h=\"../../lib/libsys/_libsys.h\"\n"
        let tree = base.with("sys/kern/syscalls.conf", more)
        #expect(try check(tree, since: base).rows(in: tree) == [])
    }

    @Test(
        "takes what a fault of the master does to its rows for a consequence",
        arguments: [
            ("25\tAUE_JOB", "35\tAUE_JOB", "number-gap"), ("25\tAUE_JOB\t\tSTD", "25\tAUE_JOB\t\tSTDD", "unknown-kind"),
            ("25\tAUE_JOB", "24\tAUE_JOB", "duplicate-number"),
        ]
    )
    func fault(old: String, new: String, rule: String) throws {
        let tree = SampleChange.tree([.init(path: master, old: old, new: new)], regenerated: false)
        let report = try check(tree, since: SampleChange.base)
        #expect(Set(report.open.filter { $0.cause == nil }.map(\.finding.rule)).isSubset(of: [rule, "number-gap"]))
        #expect(report.open.contains { $0.finding.rule == rule })
        #expect(report.open.contains { $0.cause != nil })
    }

    @Test("says where the base has what it reports, in words, as reports must not point at another tree's files")
    func notes() throws {
        let less = SampleChange.Edit(path: master, old: ",\n\t\t    int whence\n", new: "\n")
        let report = try check(SampleChange.tree([less]), since: SampleChange.base)
        let notes = try #require(report.open.first).finding.notes
        #expect(notes.map(\.location) == [nil, nil])
        #expect(notes.map(\.message) == ["the base has it at \(master):97", "in sys/compat/freebsd32: the same"])
    }

    @Test("tells that a table went, of which there is no place")
    func tableRemoved() throws {
        var tree = SampleChange.base
        for path in tree.texts.keys where path.hasPrefix("sys/compat/freebsd32/") { tree[path] = nil }
        tree["Makefile.inc1"] = tree["Makefile.inc1"]?.replacing("sys/compat/freebsd32", with: "sys/kern")
        let report = try check(tree, since: SampleChange.base)
        #expect(report.rows(in: tree) == ["warning call-removed at nowhere"])
    }

    @Test("is not complete where a table of the base cannot be made")
    func blocked() throws {
        let tree = TableTree([
            "sys/kern/Makefile": "", "sys/kern/syscalls.master": CleanTree.master,
            "sys/compat/x/syscalls.conf": "syscallprefix=\"X_SYS_\"\nsysnames=\"x.c\"\n",
            "sys/compat/x/syscalls.master": CleanTree.master,
        ])
        let base = tree.with("sys/compat/x/syscalls.conf", "syscallprefix=`cat x`\n")
        let report = try check(tree, since: base, as: .lua14)
        #expect(report.isIncomplete)
        #expect(report.open.map(\.finding.rule).contains("shell-substitution"))
        // The other way round the table is there and cannot be read; it is not taken for one that went.
        let reverse = try check(base, since: tree, as: .lua14)
        #expect(!reverse.open.contains { $0.finding.rule == "call-removed" })
    }
}
