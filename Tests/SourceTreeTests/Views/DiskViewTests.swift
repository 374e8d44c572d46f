import Edits
import Findings
import SourceTree
import SystemPackage
import TestSupport
import Testing

@Suite("A view of the disk")
struct DiskViewTests {
    let directory: TemporaryDirectory
    let view: DiskView

    init() throws {
        directory = try TemporaryDirectory()
        view = DiskView(root: directory.path)
    }

    @Test("reads every byte of a file, whatever its length", arguments: [0, 1, 255, 65_536, 300_001])
    func readsBytes(length: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try directory.write("sys/kern/file", bytes)
        #expect(try view.read(TreePath("sys/kern/file")) == bytes)
    }

    @Test("reads a file whose size the system does not tell")
    func readsProcessFile() throws {
        let text = try DiskView(root: "/proc").read(TreePath("version"))
        #expect(String(decoding: text.prefix(6), as: UTF8.self) == "Linux ")
    }

    @Test(
        "names a file as the user named the root",
        arguments: [
            (".", "sys/kern"), ("./", "sys/kern"), ("", "sys/kern"), ("src", "src/sys/kern"),
            ("src//", "src/sys/kern"), ("../src", "../src/sys/kern"), ("/", "/sys/kern"),
            ("/usr/src/", "/usr/src/sys/kern"),
        ]
    )
    func labels(root: String, label: String) {
        #expect(DiskView(root: root).label(TreePath("sys/kern")) == label)
    }

    @Test("names the root by itself", arguments: [(".", "."), ("./", "."), ("src/", "src"), ("/", "/")])
    func labelsRoot(root: String, label: String) {
        #expect(DiskView(root: root).label(.root) == label)
    }

    @Test("says that a file is missing")
    func missing() {
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("sys/none")) }
                == ["sys/none: cannot read sys/none: No such file or directory [missing-file]"]
        )
    }

    @Test("says that nothing lies below a file")
    func belowFile() throws {
        try directory.write("file", "")
        #expect(try view.kind(of: TreePath("file/deeper")) == nil)
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("file/deeper")) }
                == ["file/deeper: cannot read file/deeper: Not a directory [missing-file]"]
        )
    }

    @Test("says that a directory is no file")
    func directoryInPlace() throws {
        try directory.makeDirectory("sys")
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("sys")) }
                == ["sys: cannot read sys: Is a directory [is-a-directory]"]
        )
    }

    @Test("does not open a named pipe, which would wait for a writer")
    func pipe() throws {
        try directory.makePipe("pipe")
        #expect(try view.kind(of: TreePath("pipe")) == .other)
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("pipe")) }
                == ["pipe: cannot read pipe: it is a named pipe, not a regular file [unreadable-file]"]
        )
    }

    @Test("does not open a device")
    func device() {
        let view = DiskView(root: "/dev")
        #expect(
            refusal { () throws(Refusal) in try view.read(TreePath("zero")) }
                == ["/dev/zero: cannot read /dev/zero: it is a device, not a regular file [unreadable-file]"]
        )
    }

    @Test("takes a name with a NUL for no other file")
    func nul() throws {
        try directory.write("file", "")
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("file\0suffix")) }
                == ["file\0suffix: cannot read file\0suffix: Invalid argument [unreadable-file]"]
        )
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.kind(of: TreePath("file\0suffix")) }
                == ["file\0suffix: cannot look up file\0suffix: Invalid argument [unreadable-file]"]
        )
    }

    @Test("follows links that stay inside, to files and to directories, relative and absolute")
    func linksInside() throws {
        try directory.write("sys/kern/file", "text")
        try directory.link("relative", to: "sys/kern/file")
        try directory.link("sys/kern/up", to: "../../relative")
        try directory.link("absolute", to: directory.path("sys/kern"))
        for path in ["relative", "sys/kern/up", "absolute/file"] {
            #expect(try String(decoding: view.read(TreePath(path)), as: UTF8.self) == "text", "\(path)")
        }
        #expect(try view.list(TreePath("absolute")).map(\.name) == ["file", "up"])
    }

    @Test("follows links below a root that is itself a link")
    func rootIsLink() throws {
        try directory.write("real/sys/file", "text")
        try directory.link("real/link", to: "sys/file")
        try directory.link("tree", to: "real")
        let view = DiskView(root: directory.path("tree"))
        #expect(try view.read(TreePath("link")) == Array("text".utf8))
        #expect(try view.kind(of: .root) == .directory)
    }

    @Test("does not follow a link out of the tree, not even to a sibling of a like name")
    func linksOutside() throws {
        try directory.write("tree-2/secret", "text")
        try directory.link("tree/file", to: "../tree-2/secret")
        try directory.link("tree/dir", to: directory.path("tree-2"))
        let view = DiskView(root: directory.path("tree"))
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("file")) } == [
                "tree/file: cannot read tree/file: it leads to tree-2/secret, outside the tree [outside-tree]"
            ]
        )
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.list(TreePath("dir")) } == [
                "tree/dir: cannot list tree/dir: it leads to tree-2, outside the tree [outside-tree]"
            ]
        )
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.kind(of: TreePath("dir/secret")) } == [
                "tree/dir/secret: cannot look up tree/dir/secret: it leads to tree-2, outside the tree [outside-tree]"
            ]
        )
        #expect(try view.kind(of: TreePath("file")) == .symbolicLink)
    }

    @Test("says that a link leads to nothing")
    func dangling() throws {
        try directory.link("link", to: "none")
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("link")) }
                == ["link: cannot read link: it is a symbolic link to nothing [missing-file]"]
        )
        #expect(try view.list(TreePath("link")) == [])
    }

    @Test("gives up a circle of links")
    func circle() throws {
        try directory.link("one", to: "two")
        try directory.link("two", to: "one")
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("one")) }
                == ["one: cannot read one: Too many levels of symbolic links [unreadable-file]"]
        )
    }

    @Test("lists names by their bytes, with what they are")
    func lists() throws {
        try directory.write("b", "")
        try directory.write("B", "", mode: 0o755)
        try directory.write("a.c", "")
        try directory.write(".hidden", "")
        try directory.write("é", "")
        try directory.makeDirectory("a")
        try directory.link("link", to: "b")
        try directory.makePipe("pipe")
        #expect(
            try view.list(.root) == [
                DirectoryEntry(name: ".hidden", kind: .file(.regular)),
                DirectoryEntry(name: "B", kind: .file(.executable)),
                DirectoryEntry(name: "a", kind: .directory),
                DirectoryEntry(name: "a.c", kind: .file(.regular)),
                DirectoryEntry(name: "b", kind: .file(.regular)),
                DirectoryEntry(name: "link", kind: .symbolicLink),
                DirectoryEntry(name: "pipe", kind: .other),
                DirectoryEntry(name: "é", kind: .file(.regular)),
            ]
        )
    }

    @Test("tells each kind as the list does")
    func kinds() throws {
        try directory.write("file", "")
        try directory.write("tool", "", mode: 0o755)
        try directory.makeDirectory("dir")
        try directory.link("link", to: "dir")
        for entry in try view.list(.root) {
            #expect(try view.kind(of: TreePath(entry.name)) == entry.kind, "\(entry.name)")
        }
    }

    @Test("lists nothing where there is no directory", arguments: ["none", "file", "file/deeper"])
    func listsNothing(path: String) throws {
        try directory.write("file", "")
        #expect(try view.list(TreePath(path)) == [])
    }

    @Test("takes a root that does not exist for an empty tree")
    func noRoot() throws {
        let view = DiskView(root: directory.path("none"))
        #expect(try view.kind(of: .root) == nil)
        #expect(try view.list(.root) == [])
    }

    @Test("sees a root that is made only later")
    func laterRoot() throws {
        let view = DiskView(root: directory.path("later"))
        try directory.write("later/file", "text")
        #expect(try view.read(TreePath("file")) == Array("text".utf8))
    }

    @Test("says that it may not read", .enabled(if: !isSuperuser, "the superuser may read everything"))
    func unreadable() throws {
        try directory.write("file", "", mode: 0o200)
        try directory.write("dir/file", "")
        try directory.setMode("dir", 0o300)
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.read(TreePath("file")) }
                == ["file: cannot read file: Permission denied [unreadable-file]"]
        )
        #expect(
            refusal(below: directory.path) { () throws(Refusal) in try view.list(TreePath("dir")) }
                == ["dir: cannot list dir: Permission denied [unreadable-file]"]
        )
    }
}
