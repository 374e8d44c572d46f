import Edits
import Findings
import SourceTree
import Testing

@Suite("A view of memory")
struct MemoryViewTests {
    let view = MemoryView(
        [
            TreePath("sys/kern/syscalls.master"): Array("master".utf8),
            TreePath("sys/tools/make.sh"): Array("tool".utf8),
            TreePath("README"): [],
        ],
        executables: [TreePath("sys/tools/make.sh")],
        links: [
            TreePath("sys/compat"): "kern",
            TreePath("sys/kern/readme"): "../compat/../../README",
            TreePath("absolute"): "/etc/passwd",
            TreePath("above"): "sys/../../other",
            TreePath("circle"): "circle",
            TreePath("dangling"): "none",
        ],
        labelPrefix: "sample"
    )

    @Test("implies the directories that hold its files")
    func impliesDirectories() throws {
        #expect(
            try view.list(.root).map(\.name) == ["README", "above", "absolute", "circle", "dangling", "sys"]
        )
        #expect(
            try view.list(TreePath("sys")) == [
                DirectoryEntry(name: "compat", kind: .symbolicLink),
                DirectoryEntry(name: "kern", kind: .directory),
                DirectoryEntry(name: "tools", kind: .directory),
            ]
        )
        #expect(try view.kind(of: TreePath("sys/kern")) == .directory)
    }

    @Test("is an empty directory without files")
    func empty() throws {
        #expect(try MemoryView([:]).kind(of: .root) == .directory)
        #expect(try MemoryView([:]).list(.root) == [])
    }

    @Test("knows which files are executable")
    func modes() throws {
        #expect(try view.kind(of: TreePath("sys/tools/make.sh")) == .file(.executable))
        #expect(try view.kind(of: TreePath("README")) == .file(.regular))
        #expect(try view.kind(of: TreePath("none")) == nil)
    }

    @Test(
        "follows links as a file system would", arguments: ["sys/compat/syscalls.master", "sys/kern/syscalls.master"])
    func followsLinks(path: String) throws {
        #expect(try view.read(TreePath(path)) == Array("master".utf8))
    }

    @Test("takes the dots of a link from where the link lies")
    func physicalDots() throws {
        #expect(try view.read(TreePath("sys/compat/readme")) == [])
        #expect(try view.list(TreePath("sys/compat")).map(\.name) == ["readme", "syscalls.master"])
    }

    @Test(
        "refuses in the words of the disk",
        arguments: [
            ("none", "cannot read sample/none: No such file or directory [missing-file]"),
            ("sys", "cannot read sample/sys: Is a directory [is-a-directory]"),
            ("dangling", "cannot read sample/dangling: No such file or directory [missing-file]"),
            ("circle", "cannot read sample/circle: Too many levels of symbolic links [unreadable-file]"),
            ("absolute", "cannot read sample/absolute: it leads to /etc/passwd, outside the tree [outside-tree]"),
            ("above", "cannot read sample/above: it leads to sys/../../other, outside the tree [outside-tree]"),
        ]
    )
    func refuses(path: String, message: String) {
        #expect(refusal { () throws(Refusal) in try view.read(TreePath(path)) } == ["sample/\(path): \(message)"])
    }
}
