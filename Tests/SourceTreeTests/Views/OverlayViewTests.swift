import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@Suite("A view with an edit laid over it")
struct OverlayViewTests {
    let directory: TemporaryDirectory
    let base = MemoryView([
        TreePath("sys/kept"): Array("kept".utf8),
        TreePath("sys/changed"): Array("old".utf8),
        TreePath("sys/deleted"): Array("gone".utf8),
        TreePath("only/deleted"): Array("gone".utf8),
    ])
    let edit = SourceTreeTests.edit(
        change("sys/changed", from: "old", to: "new"),
        change("sys/deleted", from: "gone", to: nil),
        change("only/deleted", from: "gone", to: nil),
        change("new/deep/file", from: nil, to: "made", mode: .executable)
    )

    init() throws {
        directory = try TemporaryDirectory()
    }

    var view: OverlayView { OverlayView(base, edit: edit) }

    @Test(
        "reads what the edit leaves and what it makes",
        arguments: [("sys/kept", "kept"), ("sys/changed", "new"), ("new/deep/file", "made")]
    )
    func reads(path: String, text: String) throws {
        #expect(try String(decoding: view.read(TreePath(path)), as: UTF8.self) == text)
    }

    @Test("does not find a deleted file")
    func deleted() throws {
        #expect(try view.kind(of: TreePath("sys/deleted")) == nil)
        #expect(
            refusal { () throws(Refusal) in try view.read(TreePath("sys/deleted")) }
                == ["sys/deleted: cannot read sys/deleted: No such file or directory [missing-file]"]
        )
    }

    @Test("knows the directories that new files imply")
    func impliedDirectories() throws {
        #expect(try view.kind(of: TreePath("new/deep")) == .directory)
        #expect(try view.kind(of: TreePath("new/deep/file")) == .file(.executable))
        #expect(try view.list(TreePath("new")) == [DirectoryEntry(name: "deep", kind: .directory)])
        #expect(
            refusal { () throws(Refusal) in try view.read(TreePath("new")) }
                == ["new: cannot read new: Is a directory [is-a-directory]"]
        )
    }

    @Test("lists new names among the old, without the deleted")
    func lists() throws {
        #expect(try view.list(.root).map(\.name) == ["new", "only", "sys"])
        #expect(try view.list(TreePath("sys")).map(\.name) == ["changed", "kept"])
    }

    @Test("keeps a directory whose last file is deleted, as the disk does")
    func emptied() throws {
        #expect(try view.kind(of: TreePath("only")) == .directory)
        #expect(try view.list(TreePath("only")) == [])
    }

    @Test("shows the last step's result of a path that two steps change")
    func steps() throws {
        let edit = TreeEdit(steps: [
            EditStep(title: "one", changes: [change("sys/changed", from: "old", to: "new")]),
            EditStep(title: "two", changes: [change("sys/changed", from: "new", to: "newest")]),
        ])
        #expect(try OverlayView(base, edit: edit).read(TreePath("sys/changed")) == Array("newest".utf8))
    }

    @Test("sees a file that gives way to a directory")
    func fileBecomesDirectory() throws {
        let edit = SourceTreeTests.edit(
            change("sys/kept", from: "kept", to: nil),
            change("sys/kept/inner", from: nil, to: "made")
        )
        let view = OverlayView(base, edit: edit)
        #expect(try view.kind(of: TreePath("sys/kept")) == .directory)
        #expect(try view.list(TreePath("sys")).map(\.name) == ["changed", "deleted", "kept"])
        #expect(try view.list(TreePath("sys/kept")).map(\.name) == ["inner"])
    }

    @Test("sees what the disk holds once the edit is written")
    func equalsDisk() throws {
        for path in ["sys/kept", "sys/changed", "sys/deleted", "only/deleted"] {
            try directory.write(path, base.read(TreePath(path)))
        }
        let disk = DiskView(root: directory.path)
        let promised = try Self.everything(OverlayView(disk, edit: edit))
        try AtomicWriter(root: directory.path).apply(edit)
        #expect(try Self.everything(disk) == promised)
    }

    /// A line for each path below the root: its kind and its text.
    private static func everything(_ view: some TreeView, below path: TreePath = .root) throws(Refusal) -> [String] {
        var lines: [String] = []
        for entry in try view.list(path) {
            let child = path.appending(entry.name)
            let text = entry.kind == .directory ? "" : String(decoding: try view.read(child), as: UTF8.self)
            lines.append("\(child) \(entry.kind) \(text)")
            if entry.kind == .directory { lines += try everything(view, below: child) }
        }
        return lines
    }
}
