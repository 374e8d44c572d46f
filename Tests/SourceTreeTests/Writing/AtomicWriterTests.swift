import Edits
import Findings
import SystemPackage
import TestSupport
import Testing

@testable import SourceTree

@Suite("The writer")
struct AtomicWriterTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    var writer: AtomicWriter { AtomicWriter(root: directory.path) }

    private func text(_ path: String) throws -> String {
        try String(decoding: DiskView(root: directory.path).read(TreePath(path)), as: UTF8.self)
    }

    private func permissions(_ path: String) throws -> FilePermissions {
        try Stat(FilePath(directory.path(path))).permissions
    }

    @Test("replaces, makes and deletes files, and says which")
    func writes() throws {
        try directory.write("sys/a", "old")
        try directory.write("sys/b", "old")
        let written = try writer.apply(
            edit(
                change("sys/b", from: "old", to: nil),
                change("sys/a", from: "old", to: "new"),
                change("new/deep/c", from: nil, to: "made")
            )
        )
        #expect(written.map(\.string) == ["new/deep/c", "sys/a", "sys/b"])
        #expect(try directory.snapshot().paths == ["new", "new/deep", "new/deep/c", "sys", "sys/a"])
        #expect(try text("sys/a") == "new")
        #expect(try text("new/deep/c") == "made")
    }

    @Test("writes nothing for an edit of nothing, not even where there is no tree")
    func writesNothing() throws {
        #expect(try AtomicWriter(root: directory.path("none")).apply(TreeEdit(steps: [])) == [])
    }

    @Test("does not touch what holds its result already, and says only what it wrote")
    func skips() throws {
        try directory.write("done", "new")
        try directory.write("todo", "old")
        let edit = SourceTreeTests.edit(
            change("done", from: "old", to: "new"),
            change("gone", from: "old", to: nil),
            change("todo", from: "old", to: "new")
        )
        let before = try directory.snapshot()
        #expect(try writer.check(edit) == [TreePath("todo")])
        #expect(try writer.apply(edit) == [TreePath("todo")])
        let changed = try directory.snapshot().differences(from: before)
        #expect(changed.count == 1 && changed[0].hasPrefix("todo:"), "\(changed)")
    }

    @Test("changes nothing the second time, also below a read-only directory")
    func rerun() throws {
        try directory.write("sys/a", "old")
        let edit = SourceTreeTests.edit(change("sys/a", from: "old", to: "new"))
        try writer.apply(edit)
        try directory.setMode("sys", 0o555)
        let before = try directory.snapshot()
        #expect(try writer.apply(edit) == [])
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("only checks when it is only asked to")
    func checks() throws {
        try directory.write("a", "old")
        let before = try directory.snapshot()
        let edit = SourceTreeTests.edit(change("a", from: "old", to: "new"), change("new/b", from: nil, to: "made"))
        #expect(try writer.check(edit).map(\.string) == ["a", "new/b"])
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("keeps the permissions of a file", arguments: [0o600, 0o644, 0o664, 0o666] as [UInt32])
    func keepsPermissions(mode: UInt32) throws {
        try directory.write("a", "old", mode: mode)
        try writer.apply(edit(change("a", from: "old", to: "new")))
        #expect(try permissions("a") == FilePermissions(rawValue: mode))
    }

    @Test("sets and clears the execute bits where the edit changes the mode")
    func changesMode() throws {
        try directory.write("tool", "text", mode: 0o640)
        try directory.write("text", "text", mode: 0o755)
        let bytes = Array("text".utf8)
        let changes = [
            FileChange(
                path: TreePath("tool"),
                expected: .file(bytes, .regular),
                result: .file(bytes, .executable),
                reasons: []
            ),
            FileChange(
                path: TreePath("text"),
                expected: .file(bytes, .executable),
                result: .file(bytes, .regular),
                reasons: []
            ),
        ]
        try writer.apply(TreeEdit(steps: [EditStep(title: "modes", changes: changes)]))
        #expect(try permissions("tool") == FilePermissions(rawValue: 0o750))
        #expect(try permissions("text") == FilePermissions(rawValue: 0o644))
    }

    @Test("leaves the mode of new files and directories to the umask")
    func umask() async throws {
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            Process.setMask(0o027)
            let edit = SourceTreeTests.edit(
                change("new/text", from: nil, to: "text"),
                change("new/tool", from: nil, to: "text", mode: .executable)
            )
            try AtomicWriter(root: path).apply(edit)
        }
        #expect(try permissions("new") == FilePermissions(rawValue: 0o750))
        #expect(try permissions("new/text") == FilePermissions(rawValue: 0o640))
        #expect(try permissions("new/tool") == FilePermissions(rawValue: 0o750))
    }

    @Test("leaves a file to its owner when it works as root", .enabled(if: isSuperuser, "needs the superuser"))
    func keepsOwner() throws {
        try directory.write("a", "old", mode: 0o640)
        try Process.setOwner(of: directory.path("a"), user: 65_534, group: 65_533)
        try writer.apply(edit(change("a", from: "old", to: "new")))
        let status = try Stat(FilePath(directory.path("a")))
        #expect(status.userID.rawValue == 65_534)
        #expect(status.groupID.rawValue == 65_533)
        #expect(status.permissions.rawValue == 0o640)
    }

    @Test("writes through a link inside the tree and keeps the link")
    func writesThroughLink() throws {
        try directory.write("real/file", "old", mode: 0o755)
        try directory.link("link", to: "real/file")
        try writer.apply(edit(change("link", from: "old", to: "new")))
        let snapshot = try directory.snapshot()
        #expect(snapshot.paths == ["link", "real", "real/file"])
        #expect(snapshot.entries["link"] == "link to real/file")
        #expect(try text("real/file") == "new")
        #expect(try permissions("real/file") == FilePermissions(rawValue: 0o755))
    }

    @Test("writes below a linked directory inside the tree")
    func writesBelowLink() throws {
        try directory.write("real/file", "old")
        try directory.link("link", to: "real")
        try writer.apply(edit(change("link/file", from: "old", to: "new"), change("link/sub/b", from: nil, to: "made")))
        #expect(try directory.snapshot().paths == ["link", "real", "real/file", "real/sub", "real/sub/b"])
    }

    @Test("deletes a link and not what it leads to")
    func deletesLink() throws {
        try directory.write("file", "text", mode: 0o444)
        try directory.link("link", to: "file")
        try writer.apply(edit(change("link", from: "text", to: nil)))
        #expect(try directory.snapshot().paths == ["file"])
    }

    @Test("takes what a file system gave as the old state of anything that can be written")
    func takesStateOfView() throws {
        try directory.write("tool", "old", mode: 0o755)
        try directory.link("link", to: "tool")
        let view = DiskView(root: directory.path)
        let changes = try ["tool", "link"].map { name in
            FileChange(
                path: TreePath(name),
                expected: try view.state(of: TreePath(name)),
                result: .file(Array("new".utf8), name == "tool" ? .executable : .regular),
                reasons: []
            )
        }
        for change in changes {
            let edit = TreeEdit(steps: [EditStep(title: "one", changes: [change])])
            #expect(throws: Never.self) { try writer.check(edit) }
        }
    }

    @Test("writes below a root that is a link, or relative to where it is named")
    func linkedRoot() throws {
        try directory.write("real/a", "old")
        try directory.link("tree", to: "real")
        try AtomicWriter(root: directory.path("tree/../tree/")).apply(edit(change("a", from: "old", to: "new")))
        #expect(try text("real/a") == "new")
    }

    @Test("removes what a killed run left beside its targets, and nothing of a like name")
    func removesLeftovers() throws {
        try directory.write("sys/a.c", "old")
        let kept = [
            "sys/.a.c.sysent-0123456789abcde", "sys/.a.c.sysent-0123456789abcdefg", "sys/.a.c.sysent-0123456789ABCDEF",
            "sys/a.c.sysent-0123456789abcdef", "sys/.other.c.sysent-0123456789abcdef", ".a.c.sysent-0123456789abcdef",
        ]
        for name in kept + ["sys/.a.c.sysent-0123456789abcdef", "sys/.b.c.sysent-ffffffffffffffff"] {
            try directory.write(name, "")
        }
        try directory.makeDirectory("sys/.a.c.sysent-00000000000000dd")
        try directory.link("sys/.a.c.sysent-00000000000000ff", to: "a.c")
        let before = try directory.snapshot()
        try writer.apply(
            edit(change("sys/a.c", from: "old", to: "new"), change("sys/b.c", from: "old", to: nil))
        )
        let removed = Set(before.paths).subtracting(try directory.snapshot().paths)
        #expect(removed == ["sys/.a.c.sysent-0123456789abcdef", "sys/.b.c.sysent-ffffffffffffffff"])
    }

    @Test("lets writers of one tree work one after the other")
    func concurrentWriters() async throws {
        let names = (0..<10).map { "sys/file\($0)" }
        for name in names { try directory.write(name, "old") }
        let changes = names.map { change($0, from: "old", to: "new") }
        let edit = TreeEdit(steps: [EditStep(title: "all", changes: changes)])
        let path = directory.path
        let written = try await withThrowingTaskGroup(of: [TreePath].self) { group in
            for _ in 0..<6 { group.addTask { try AtomicWriter(root: path).apply(edit) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(written.map(\.string).sorted() == names.sorted())
        #expect(try directory.snapshot().paths == ["sys"] + names)
    }
}
