import Edits
import Testing

@Suite("A path in a tree")
struct TreePathTests {
    @Test(
        "is normal however it is written",
        arguments: [
            ("", ""), (".", ""), ("./", ""), ("sys/kern", "sys/kern"), ("sys//kern/", "sys/kern"),
            ("./sys/./kern", "sys/kern"), ("sys/kern/..", "sys"), ("sys/../sys/kern", "sys/kern"),
            ("..", ""), ("../../etc", "etc"), ("/etc", "etc"), ("..sys/...", "..sys/..."),
        ]
    )
    func normal(text: String, expected: String) {
        #expect(TreePath(text).string == expected)
    }

    @Test(
        "resolves text against a directory",
        arguments: [
            ("syscalls.c", "sys/kern/syscalls.c"), ("./syscalls.c", "sys/kern/syscalls.c"),
            ("../sys/syscall.h", "sys/sys/syscall.h"), ("../../lib/libsys/syscalls.map", "lib/libsys/syscalls.map"),
            ("..//../a", "a"), ("", "sys/kern"), ("..", "sys"), ("../..", ""), ("a/b/../../c", "sys/kern/c"),
        ]
    )
    func resolves(text: String, expected: String) {
        #expect(TreePath("sys/kern").resolving(text)?.string == expected)
    }

    @Test(
        "resolves nothing that leaves the tree",
        arguments: [
            "/etc/passwd", "//etc", "../../..", "../../../etc/passwd", "../../../sys/kern/a", "a/../../../../b",
            "./../.././../x", "a\0b", "\0",
        ]
    )
    func escapes(text: String) {
        #expect(TreePath("sys/kern").resolving(text) == nil)
    }

    /// Unicode makes one character of a slash and a combining accent. The system calls see a slash.
    @Test(
        "resolves nothing that leaves the tree behind a combining accent",
        arguments: ["../../../\u{301}etc", "/\u{301}etc", "../../..\u{2F}\u{308}/x"]
    )
    func combiningEscapes(text: String) {
        #expect(TreePath("sys/kern").resolving(text)?.string == nil)
    }

    @Test("is cut at every slash, also at one with a combining accent")
    func combiningSlash() {
        let path = TreePath("a/\u{301}b")
        #expect(path.components.map { Array($0.utf8) } == [Array("a".utf8), Array("\u{301}b".utf8)])
        #expect(path.parent == TreePath("a"))
        #expect(Array(path.name.utf8) == Array("\u{301}b".utf8))
    }

    @Test("knows its name, its parent and its components")
    func parts() {
        let path = TreePath("sys/kern/syscalls.master")
        #expect(path.name == "syscalls.master")
        #expect(path.parent == TreePath("sys/kern"))
        #expect(path.components == ["sys", "kern", "syscalls.master"])
        #expect(TreePath("sys").parent == .root)
    }

    @Test("at the root has no name, is its own parent, and is shown as a dot")
    func root() {
        #expect(TreePath.root.name == "")
        #expect(TreePath.root.parent == .root)
        #expect(TreePath.root.components == [])
        #expect(TreePath.root.description == ".")
        #expect(TreePath.root.appending("sys") == TreePath("sys"))
    }

    @Test("appends one or more components")
    func appends() {
        #expect(TreePath("sys").appending("kern/syscalls.conf") == TreePath("sys/kern/syscalls.conf"))
    }

    @Test("differs from one that Unicode calls equivalent, as the file system has it")
    func bytes() {
        let composed = TreePath("caf\u{E9}")
        let decomposed = TreePath("cafe\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
    }

    @Test("is ordered by its bytes")
    func order() {
        let paths = ["a/b", "a-b", "Z", "a", "\u{E9}", "a.b"].map(TreePath.init).sorted()
        #expect(paths.map(\.string) == ["Z", "a", "a-b", "a.b", "a/b", "\u{E9}"])
    }
}
