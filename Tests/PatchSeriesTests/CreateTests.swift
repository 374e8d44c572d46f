import Edits
import Findings
import Foundation
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TestSupport
import Testing

@Suite("A patch")
struct CreateTests {
    let fixture: SeriesFixture
    var sandbox: GitSandbox { fixture.sandbox }

    init() throws {
        fixture = try SeriesFixture()
    }

    /// Clones the repository afresh and applies the series in both ways.
    private func check(_ repository: String = "src", patches: Int) throws {
        let names = try sandbox.names(in: "patches").filter { $0.hasSuffix(".patch") }
        #expect(names.count == patches)
        #expect(try sandbox.read("patches/series") == Array(names.map { $0 + "\n" }.joined().utf8))
        try sandbox.git(".", "clone", "--quiet", repository, "clone-am")
        try sandbox.git(".", "clone", "--quiet", repository, "clone-apply")
        for name in names {
            try sandbox.git("clone-am", "am", "--quiet", "../patches/\(name)")
            try sandbox.git("clone-apply", "apply", "--check", "../patches/\(name)")
            try sandbox.git("clone-apply", "apply", "--index", "../patches/\(name)")
        }
        #expect(try sandbox.git("clone-am", "status", "--porcelain").isEmpty)
        let tree = try sandbox.git("clone-am", "rev-parse", "HEAD^{tree}")
        #expect(try sandbox.git("clone-apply", "write-tree") == tree)
    }

    @Test("git am and git apply --check take it on a clean clone, and am records its author, date and message")
    func applies() throws {
        let paths = try fixture.addPatch("41 LKM", after: 40)
        #expect(paths == [sandbox.path("patches/0001-kern-add-a-row.patch")])
        try check(patches: 1)
        let log = try sandbox.git(
            "clone-am", "log", "-1", "--format=%an|%ae|%at|%s|%(trailers:key=Sysent-Intent,valueonly)")
        #expect(log.hasPrefix("Test User|test@example.org|1700000000|kern: add a row|widen slots=48 at=tail"))
    }

    @Test("It names its base and reads as git format-patch writes it")
    func format() throws {
        try fixture.addPatch("41 LKM", after: 40)
        let text = String(decoding: try sandbox.read("patches/0001-kern-add-a-row.patch"), as: UTF8.self)
        let head = try sandbox.git("src", "rev-parse", "HEAD")
        #expect(text.contains("\nbase-commit: \(head)"))
        #expect(text.hasPrefix("From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n"))
        #expect(text.contains("\nDate: Tue, 14 Nov 2023 22:13:20 +0000\nSubject: [PATCH] kern: add a row\n\n"))
        #expect(text.contains("and this sentence is long\nenough that it has to be wrapped once.\n\n"))
        #expect(text.contains("\nSysent-Intent: widen slots=48 at=tail\n---\n"))
        #expect(text.hasSuffix("-- \nsysent\n\n"))
    }

    @Test("Two patches follow one another, and the second names the first as its prerequisite")
    func second() throws {
        try fixture.addPatch("41 LKM", after: 40)
        try fixture.addPatch("42 LKM", after: 41)
        try check(patches: 2)
        let text = String(decoding: try sandbox.read("patches/0002-kern-add-a-row.patch"), as: UTF8.self)
        #expect(text.contains("\nprerequisite-patch-id: "))
    }

    @Test("An edit of several steps becomes as many patches")
    func steps() throws {
        let base = try fixture.open()
        let first = try fixture.step("41 LKM", after: 40, in: base.view)
        let old = try #require(first.changes.first { $0.path.name == "syscalls.master" })
        let next = FileState.file((old.result.bytes ?? []) + Array("42 LKM\n".utf8), .executable)
        let second = EditStep(
            title: "second",
            changes: [
                FileChange(path: old.path, expected: old.result, result: next, reasons: []),
                FileChange(
                    path: TreePath("sys/kern/old.c"),
                    expected: .file(Array("old\n".utf8), .regular),
                    result: .absent,
                    reasons: []
                ),
            ]
        )
        let draft = try PatchSeries.create(
            edit: TreeEdit(steps: [first, second]),
            onto: base,
            request: PatchRequest(messages: [SeriesFixture.message, PatchMessage(subject: "kern: second")])
        )
        let verified = try PatchSeries.verify(draft)
        #expect(try verified.view.state(of: old.path) == next)
        #expect(try verified.view.kind(of: TreePath("sys/kern/old.c")) == nil)
        #expect(try PatchSeries.publish(verified).count == 2)
        try check(patches: 2)
    }

    @Test("The verified tree is the one that the edit was to give, under a name that says what it is")
    func verifiedView() throws {
        let base = try fixture.open()
        let step = try fixture.step("41 LKM", after: 40, in: base.view)
        let draft = try PatchSeries.create(
            edit: TreeEdit(steps: [step]),
            onto: base,
            request: PatchRequest(messages: [SeriesFixture.message])
        )
        let verified = try PatchSeries.verify(draft)
        for change in step.changes { #expect(try verified.view.state(of: change.path) == change.result) }
        #expect(verified.view.label(TreePath("README")) == "HEAD+1:README")
        #expect(base.view.label(TreePath("README")) == "HEAD:README")
    }

    @Test("The source repository is bit for bit what it was, after success and after failures")
    func sourceIsUntouched() throws {
        // An index that git would like to refresh, and content that the repository has already.
        try sandbox.write("src/README", "changed and not committed\n")
        let before = try sandbox.fingerprint("src")
        try fixture.addPatch("41 LKM", after: 40)
        #expect(throws: Refusal.self) { try fixture.open(revision: "nonsense") }
        try sandbox.write("patches/0002-stale.patch", "--- a/README\n+++ b/README\n@@ -1 +1 @@\n-no\n+yes\n")
        try sandbox.write("patches/series", "0001-kern-add-a-row.patch\n0002-stale.patch\n")
        #expect(throws: Refusal.self) { try fixture.open() }
        #expect(try sandbox.fingerprint("src") == before)
        #expect(try sandbox.names(in: "tmp") == [])
    }

    @Test("Its bytes are the same whatever the time zone, the language, the home and the user's configuration")
    func reproducible() throws {
        try fixture.addPatch("41 LKM", after: 40)
        let expected = try sandbox.read("patches/0001-kern-add-a-row.patch")
        try sandbox.write(
            "hostile/.gitconfig",
            """
            [user]
                name = Test User
                email = test@example.org
            [format]
                signature = hostile
                attach = true
                numbered = true
                subjectPrefix = HOSTILE
                pretty = oneline
                useAutoBase = true
                outputDirectory = /nowhere
                headers = "X-Hostile: yes"
                suffix = .txt
            [diff]
                noprefix = true
                mnemonicPrefix = true
                external = false
                algorithm = patience
                context = 1
                interHunkContext = 9
                renames = copies
                orderFile = /nowhere
                statGraphWidth = 2
            [core]
                autocrlf = true
                hooksPath = /nowhere
                attributesFile = ~/attributes
                abbrev = 4
                quotePath = false
                whitespace = error
                pager = false
                compression = 0
            [apply]
                whitespace = error
            [commit]
                gpgSign = true
            [gpg]
                program = false
            [i18n]
                commitEncoding = ISO-8859-1
                logOutputEncoding = ISO-8859-1
            [color]
                ui = always
            [am]
                threeWay = true
            [safe]
                bareRepository = explicit
            """
        )
        try sandbox.write("hostile/attributes", "* -diff text eol=crlf filter=hostile\n")
        let hostile = fixture.environment([
            "HOME": sandbox.root + "/hostile",
            "TZ": "Asia/Kathmandu",
            "LANG": "de_DE.UTF-8",
            "LC_ALL": "tr_TR.UTF-8",
            "GIT_DIR": "/nowhere",
            "GIT_INDEX_FILE": "/nowhere",
            "GIT_EXTERNAL_DIFF": "false",
            "GIT_DIFF_OPTS": "-u1",
            "GIT_COMMITTER_NAME": "Somebody Else",
            "GIT_COMMITTER_DATE": "@1 +0000",
            "COLUMNS": "40",
        ])
        try FileManager.default.removeItem(atPath: sandbox.root + "/patches")
        try fixture.addPatch("41 LKM", after: 40, environment: hostile)
        #expect(try sandbox.read("patches/0001-kern-add-a-row.patch") == expected)
    }

    @Test("A hostile configuration of the source repository changes nothing and runs nothing")
    func hostileSource() throws {
        try fixture.addPatch("41 LKM", after: 40)
        let expected = try sandbox.read("patches/0001-kern-add-a-row.patch")
        for (key, value) in [
            ("core.fsmonitor", "touch \(sandbox.root)/ran"), ("diff.external", "touch \(sandbox.root)/ran"),
            ("core.hooksPath", "/nowhere"), ("format.signature", "hostile"), ("core.autocrlf", "true"),
            ("core.pager", "touch \(sandbox.root)/ran"), ("diff.noprefix", "true"),
        ] {
            try sandbox.git("src", "config", key, value)
        }
        try sandbox.write("src/.git/info/attributes", "* -diff\n")
        try FileManager.default.removeItem(atPath: sandbox.root + "/patches")
        try fixture.addPatch("41 LKM", after: 40)
        #expect(try sandbox.read("patches/0001-kern-add-a-row.patch") == expected)
        #expect(!FileManager.default.fileExists(atPath: sandbox.root + "/ran"))
    }

    @Test("An author with letters beyond ASCII arrives unharmed, and so does the message")
    func author() throws {
        let base = try fixture.open()
        let edit = TreeEdit(steps: [try fixture.step("41 LKM", after: 40, in: base.view)])
        let request = PatchRequest(
            messages: [
                PatchMessage(
                    subject: "kern: füge eine Zeile an, die sehr lang ist und im Kopf umbrochen wird",
                    paragraphs: ["Größe."])
            ],
            author: try GitIdentity(parsing: "Ænne Müller 山田 <anne@example.org>"),
            date: try GitDate(parsing: "2024-01-02T03:04:05+01:00", environment: fixture.environment())
        )
        try PatchSeries.publish(PatchSeries.verify(PatchSeries.create(edit: edit, onto: base, request: request)))
        try check(patches: 1)
        let log = try sandbox.git("clone-am", "log", "-1", "--format=%an|%aI|%s|%b")
        #expect(
            log.hasPrefix(
                "Ænne Müller 山田|2024-01-02T03:04:05+01:00|kern: füge eine Zeile an, die sehr lang ist und im Kopf "
                    + "umbrochen wird|Größe."
            )
        )
    }

    @Test("SOURCE_DATE_EPOCH is its date, also where that is older than all history")
    func sourceDateEpoch() throws {
        try fixture.addPatch("41 LKM", after: 40, environment: fixture.environment(["SOURCE_DATE_EPOCH": "86400"]))
        let text = String(decoding: try sandbox.read("patches/0001-kern-add-a-row.patch"), as: UTF8.self)
        #expect(
            text.contains("\nDate: Fri, 02 Jan 1970 00:00:00 +0000\n")
                || text.contains("\nDate: Fri, 2 Jan 1970 00:00:00 +0000\n"))
        try check(patches: 1)
    }

    @Test("A message that a mail would not carry is refused")
    func badMessage() throws {
        let base = try fixture.open()
        let edit = TreeEdit(steps: [try fixture.step("41 LKM", after: 40, in: base.view)])
        for message in [
            PatchMessage(subject: ""), PatchMessage(subject: "[kern] x"), PatchMessage(subject: "a\nb"),
            PatchMessage(subject: "x", paragraphs: ["---"]),
            PatchMessage(subject: "x", paragraphs: ["a\ndiff --git a b"]),
        ] {
            let finding = refusal {
                try PatchSeries.create(edit: edit, onto: base, request: PatchRequest(messages: [message]))
            }
            #expect(finding?.rule == "bad-message")
        }
    }

    @Test("An edit that was computed from other files is refused")
    func staleEdit() throws {
        let base = try fixture.open()
        let change = FileChange(
            path: TreePath("README"),
            expected: .file(Array("other\n".utf8), .regular),
            result: .absent,
            reasons: []
        )
        let edit = TreeEdit(steps: [EditStep(title: "x", changes: [change])])
        let finding = refusal {
            try PatchSeries.create(edit: edit, onto: base, request: PatchRequest(messages: [SeriesFixture.message]))
        }
        #expect(finding?.rule == "stale-edit")
        #expect(finding?.location?.path == "HEAD:README")
    }

    @Test("A step that expects something else than the step before it made is refused")
    func staleStep() throws {
        let base = try fixture.open()
        let step = try fixture.step("41 LKM", after: 40, in: base.view)
        let other = try fixture.step("42 LKM", after: 39, in: base.view)
        let finding = refusal {
            try PatchSeries.create(
                edit: TreeEdit(steps: [step, other]),
                onto: base,
                request: PatchRequest(messages: [SeriesFixture.message, SeriesFixture.message])
            )
        }
        #expect(finding?.rule == "stale-edit")
    }

    @Test("A path at or below a link is refused: the link is not replaced by a file")
    func link() throws {
        try sandbox.link("src/linked", to: "sys/kern")
        try sandbox.commit("src", "link")
        let base = try fixture.open()
        let change = FileChange(
            path: TreePath("linked/old.c"),
            expected: try base.view.state(of: TreePath("linked/old.c")),
            result: .file([0x61], .regular),
            reasons: []
        )
        let edit = TreeEdit(steps: [EditStep(title: "x", changes: [change])])
        let finding = refusal {
            try PatchSeries.create(edit: edit, onto: base, request: PatchRequest(messages: [SeriesFixture.message]))
        }
        #expect(finding?.rule == "not-a-file")
    }

    @Test("Without an author anywhere it is refused")
    func noAuthor() throws {
        try sandbox.write("home/.gitconfig", "")
        let finding = refusal { try fixture.addPatch("41 LKM", after: 40) }
        #expect(finding?.rule == "no-author")
    }
}
