import Edits
import Findings
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TestSupport
import Testing

@Suite("A patch can be made on")
struct SourceKindTests {
    var fixture: SeriesFixture
    var sandbox: GitSandbox { fixture.sandbox }

    init() throws {
        fixture = try SeriesFixture()
    }

    @Test("a tree that is a directory of a repository: its paths are those of the repository")
    mutating func subdirectory() throws {
        try sandbox.makeRepository("outer", ["vendor/bsd/sys/kern/syscalls.master": SeriesFixture.master])
        fixture.tree = "outer/vendor/bsd"
        let base = try fixture.open()
        #expect(base.view.label(TreePath("sys")) == "HEAD:vendor/bsd/sys")
        try fixture.addPatch("41 LKM", after: 40)
        try sandbox.git("outer", "am", "--quiet", "../patches/0001-kern-add-a-row.patch")
        #expect(try sandbox.read("outer/vendor/bsd/sys/kern/made_40.c") == Array("/* 41 LKM */\n".utf8))
    }

    @Test("a linked work tree, whose .git is a file")
    mutating func linkedWorkTree() throws {
        try sandbox.git("src", "worktree", "add", "--quiet", "-b", "side", "../side")
        fixture.tree = "side"
        let before = try sandbox.fingerprint("src") + sandbox.fingerprint("side")
        try fixture.addPatch("41 LKM", after: 40)
        #expect(try sandbox.fingerprint("src") + sandbox.fingerprint("side") == before)
        try sandbox.git("side", "am", "--quiet", "../patches/0001-kern-add-a-row.patch")
    }

    @Test("a bare repository")
    mutating func bare() throws {
        try sandbox.git(".", "clone", "--quiet", "--bare", "src", "bare.git")
        fixture.tree = "bare.git"
        let before = try sandbox.fingerprint("bare.git")
        try fixture.addPatch("41 LKM", after: 40)
        #expect(try sandbox.fingerprint("bare.git") == before)
        try sandbox.git("src", "am", "--quiet", "../patches/0001-kern-add-a-row.patch")
    }

    @Test("a shallow clone")
    mutating func shallow() throws {
        try sandbox.write("src/README", "second\n")
        try sandbox.commit("src", "second")
        try sandbox.git(".", "clone", "--quiet", "--depth=1", "file://\(sandbox.root)/src", "shallow")
        fixture.tree = "shallow"
        let before = try sandbox.fingerprint("shallow")
        try fixture.addPatch("41 LKM", after: 40)
        try fixture.addPatch("42 LKM", after: 41)
        #expect(try sandbox.fingerprint("shallow") == before)
        try sandbox.git(
            "src", "am", "--quiet", "../patches/0001-kern-add-a-row.patch", "../patches/0002-kern-add-a-row.patch")
    }

    @Test("a partial clone that lacks every file but those that are read, and fetches nothing")
    mutating func partial() throws {
        try sandbox.git("src", "config", "uploadpack.allowFilter", "true")
        try sandbox.git("src", "config", "uploadpack.allowAnySHA1InWant", "true")
        try sandbox.git(
            ".", "clone", "--quiet", "--filter=blob:none", "--no-checkout", "file://\(sandbox.root)/src", "partial"
        )
        try sandbox.git("partial", "cat-file", "-p", "HEAD:sys/kern/syscalls.master")
        fixture.tree = "partial"
        let before = try sandbox.fingerprint("partial")
        try fixture.addPatch("41 LKM", after: 40)
        let view = try fixture.open().view
        let finding = refusal { try view.read(TreePath("README")) }
        #expect(finding?.rule == "unreadable-file")
        #expect(try sandbox.fingerprint("partial") == before)
        try sandbox.git("src", "am", "--quiet", "../patches/0001-kern-add-a-row.patch")
    }

    @Test("a repository with SHA-256 names")
    mutating func sha256() throws {
        try sandbox.makeRepository(
            "wide",
            ["sys/kern/syscalls.master": SeriesFixture.master],
            options: "--object-format=sha256"
        )
        fixture.tree = "wide"
        try fixture.addPatch("41 LKM", after: 40)
        try fixture.addPatch("42 LKM", after: 41)
        try sandbox.git(
            "wide", "am", "--quiet", "../patches/0001-kern-add-a-row.patch", "../patches/0002-kern-add-a-row.patch")
    }

    @Test("an older revision, whatever is checked out")
    func revision() throws {
        try sandbox.git("src", "tag", "v1")
        try sandbox.write("src/sys/kern/syscalls.master", "something else\n")
        try sandbox.commit("src", "second")
        let base = try fixture.open(revision: "v1")
        let edit = TreeEdit(steps: [try fixture.step("41 LKM", after: 40, in: base.view)])
        let draft = try PatchSeries.create(
            edit: edit,
            onto: base,
            request: PatchRequest(messages: [SeriesFixture.message])
        )
        try PatchSeries.publish(PatchSeries.verify(draft))
        try sandbox.git("src", "checkout", "--quiet", "v1")
        try sandbox.git("src", "am", "--quiet", "../patches/0001-kern-add-a-row.patch")
    }

    @Test("a tree that git does not know: patch after patch, with no base named")
    mutating func files() throws {
        fixture.tree = "plain"
        let content = ["sys/kern/syscalls.master": SeriesFixture.master, "README": "tree\n"]
        for (name, text) in content { try sandbox.write("plain/" + name, text) }
        let files = DictionaryView(content)
        let before = try sandbox.fingerprint("plain")
        for number in [40, 41] {
            let base = try fixture.open(files: files)
            #expect(!base.isRevision)
            let edit = TreeEdit(steps: [try fixture.step("\(number + 1) LKM", after: number, in: base.view)])
            let draft = try PatchSeries.create(
                edit: edit,
                onto: base,
                request: PatchRequest(
                    messages: [SeriesFixture.message],
                    date: number == 40 ? GitDate(epochSeconds: 1_000_000_000) : nil
                )
            )
            let verified = try PatchSeries.verify(draft)
            #expect(try verified.view.read(TreePath("README")) == Array("tree\n".utf8))
            #expect(try verified.view.list(TreePath("sys/kern")).map(\.name).contains("made_40.c"))
            try PatchSeries.publish(verified)
        }
        #expect(try sandbox.fingerprint("plain") == before)
        for name in ["0001-kern-add-a-row.patch", "0002-kern-add-a-row.patch"] {
            let text = String(decoding: try sandbox.read("patches/" + name), as: UTF8.self)
            #expect(!text.contains("base-commit"))
            // The second has the date of the first.
            #expect(
                text.contains("\nDate: Sun, 9 Sep 2001 01:46:40 +0000\n")
                    || text.contains("\nDate: Sun, 09 Sep 2001 01:46:40 +0000\n"))
            try sandbox.git("plain", "apply", "../patches/" + name)
        }
        #expect(throws: Refusal.self) { try fixture.open(revision: "HEAD", files: files) }
    }

    @Test("a tree that lies in somebody's work tree and is not part of it")
    mutating func inside() throws {
        fixture.tree = "src/unpacked"
        try sandbox.write("src/unpacked/sys/kern/syscalls.master", SeriesFixture.master)
        let base = try fixture.open(files: DictionaryView(["sys/kern/syscalls.master": SeriesFixture.master]))
        #expect(!base.isRevision)
    }
}
