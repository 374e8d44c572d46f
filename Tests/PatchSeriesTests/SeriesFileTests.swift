import Edits
import Findings
import Foundation
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TestSupport
import Testing

@Suite("A series")
struct SeriesFileTests {
    let fixture: SeriesFixture
    var sandbox: GitSandbox { fixture.sandbox }

    init() throws {
        fixture = try SeriesFixture()
    }

    private func read() throws -> SeriesFile {
        try SeriesFile.read(sandbox.path("patches"))
    }

    @Test("A missing directory, a missing file and an empty file are an empty series")
    func empty() throws {
        #expect(try read().names == [])
        #expect(try read().nextNumber == 1)
        try sandbox.write("patches/notes.txt", "notes\n")
        #expect(try read().names == [])
        try sandbox.write("patches/series", "")
        #expect(try read().names == [])
    }

    @Test("The next number is one more than the highest")
    func number() throws {
        for name in ["0007-a.patch", "0002-b.patch", "other.diff"] { try sandbox.write("patches/" + name, "x") }
        try sandbox.write("patches/series", "0007-a.patch\nother.diff\n0002-b.patch")
        #expect(try read().names == ["0007-a.patch", "other.diff", "0002-b.patch"])
        #expect(try read().nextNumber == 8)
    }

    @Test(
        "What could be understood in two ways is refused with its place",
        arguments: [
            ("0001-a.patch\n# later\n", "series-syntax", 2, 1), ("0001-a.patch\n\n", "series-syntax", 2, 1),
            ("0001-a.patch\r\n", "series-syntax", 1, 13), ("0001-a.patch -p1\n", "series-syntax", 1, 13),
            ("0001-a.patch\na/../b\n", "series-syntax", 2, 2), ("..\n0001-a.patch\n", "series-syntax", 1, 1),
            ("0001-a.patch\n0001-a.patch\n", "series-duplicate", 2, 1),
            ("0001-a.patch\n0002-b.patch\n", "missing-patch", 2, 1), ("0001-a.patch\nseries\n", "series-syntax", 2, 1),
        ]
    )
    func faults(text: String, rule: String, line: Int, column: Int) throws {
        try sandbox.write("patches/0001-a.patch", "x")
        try sandbox.write("patches/series", text)
        let finding = refusal { try read() }
        #expect(finding?.rule == rule)
        let place = Location(path: sandbox.root + "/patches/series", line: line, column: column)
        #expect(finding?.location == place)
    }

    @Test("A numbered patch that is not listed is refused, so that no number is used twice")
    func unlisted() throws {
        try sandbox.write("patches/0003-forgotten.patch", "x")
        try sandbox.write("patches/0004-listed.patch", "x")
        try sandbox.write("patches/series", "0004-listed.patch\n")
        let finding = refusal { try read() }
        #expect(finding?.rule == "unlisted-patch")
        #expect(finding?.location?.path == sandbox.root + "/patches/0003-forgotten.patch")
    }

    @Test("A patch that does not apply is refused at its hunk, with git's words")
    func stale() throws {
        try fixture.addPatch("41 LKM", after: 40)
        try sandbox.write("src/sys/kern/syscalls.master", SeriesFixture.master + "41 UPSTREAM\n")
        try sandbox.commit("src", "upstream takes the number")
        let finding = try #require(refusal { try fixture.open() })
        #expect(finding.rule == "patch-does-not-apply")
        #expect(finding.location?.path == sandbox.root + "/patches/0001-kern-add-a-row.patch")
        let lines = String(decoding: try sandbox.read("patches/0001-kern-add-a-row.patch"), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(finding.location?.line)
        #expect(lines[line - 1].hasPrefix("@@ -38,"))
        #expect(finding.message == "the patch does not apply: sys/kern/syscalls.master: patch does not apply")
        #expect(finding.notes.first?.message == "git: patch failed: sys/kern/syscalls.master:38")
    }

    @Test("A patch that the base holds already is refused with that explanation")
    func alreadyApplied() throws {
        try fixture.addPatch("41 LKM", after: 40)
        try sandbox.git("src", "am", "--quiet", "../patches/0001-kern-add-a-row.patch")
        let finding = try #require(refusal { try fixture.open() })
        #expect(finding.rule == "patch-does-not-apply")
        #expect(finding.notes.last?.message.contains("already") == true)
    }

    @Test("A file that is no patch, and a patch cut short, are refused")
    func noPatch() throws {
        try sandbox.write("patches/series", "0001-x.patch\n")
        for text in ["", "hello\n", "--- a/README\n+++ b/README\n@@ -1,3 +1,3 @@\n tree\n"] {
            try sandbox.write("patches/0001-x.patch", text)
            let finding = refusal { try fixture.open() }
            #expect(finding?.rule == "patch-does-not-apply")
            #expect(finding?.location?.path == sandbox.root + "/patches/0001-x.patch")
        }
    }

    @Test("Patches that rename, remove, make executable and come without git's heads are applied as git applies them")
    func kinds() throws {
        try sandbox.git("src", "mv", "README", "READ ME")
        try sandbox.write("src/new/run", "#!\n", executable: true)
        try sandbox.git("src", "rm", "--quiet", "sys/kern/old.c")
        try sandbox.git("src", "add", "--all")
        let first = try sandbox.git("src", "diff", "--cached", "--find-renames", "HEAD")
        try sandbox.git("src", "reset", "--quiet", "--hard")
        try sandbox.write("patches/0001-kinds.patch", first)
        try sandbox.write("patches/series", "0001-kinds.patch\n")
        let view = try fixture.open().view
        #expect(try view.kind(of: TreePath("READ ME")) == .file(.regular))
        #expect(try view.kind(of: TreePath("README")) == nil)
        #expect(try view.kind(of: TreePath("new/run")) == .file(.executable))
        #expect(try view.kind(of: TreePath("sys/kern/old.c")) == nil)

        // No `diff --git`, as patches made by hand often are.
        let rows = SeriesFixture.master.split(separator: "\n").prefix(3)
        let hunk = rows.enumerated().map { ($0 == 0 ? "-" : " ") + $1 + "\n" }.joined()
        try sandbox.write(
            "patches/0002-plain.patch",
            "--- a/sys/kern/syscalls.master\t2020-01-01\n+++ b/sys/kern/syscalls.master\n@@ -1,3 +1,2 @@\n" + hunk
        )
        try sandbox.write("patches/series", "0001-kinds.patch\n0002-plain.patch\n")
        try fixture.addPatch("41 LKM", after: 39)
        #expect(try read().names.count == 3)
    }

    @Test("A patch that makes a file where the base has a directory, or below a file, is refused")
    func inTheWay() throws {
        try sandbox.write("patches/series", "0001-x.patch\n")
        for path in ["sys/kern", "README/below"] {
            try sandbox.write("patches/0001-x.patch", "--- /dev/null\n+++ b/\(path)\n@@ -0,0 +1 @@\n+x\n")
            let finding = refusal { try fixture.open() }
            #expect(finding?.rule == "patch-does-not-apply")
            #expect(finding?.message.contains("is in the way") == true)
        }
    }
}
