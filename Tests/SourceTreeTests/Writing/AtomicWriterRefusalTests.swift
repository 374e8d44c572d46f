import Edits
import Findings
import SystemPackage
import TestSupport
import Testing

@testable import SourceTree

@Suite("The writer refuses, and changes nothing,")
struct AtomicWriterRefusalTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// Expects that `edit` is refused below `root` with `findings`, by the check as well, and the directory unchanged.
    private func expectRefused(
        _ edit: TreeEdit,
        root: String? = nil,
        as findings: String...,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let writer = AtomicWriter(root: root ?? directory.path)
        let before = try directory.snapshot()
        let checked = refusal(below: directory.path) { () throws(Refusal) in try writer.check(edit) }
        let applied = refusal(below: directory.path) { () throws(Refusal) in try writer.apply(edit) }
        #expect(applied == findings, sourceLocation: location)
        #expect(checked == applied, "the check says the same", sourceLocation: location)
        #expect(try directory.snapshot().differences(from: before) == [], sourceLocation: location)
    }

    @Test("a file that has other bytes than the edit expects")
    func otherBytes() throws {
        try directory.write("a", "theirs")
        try directory.write("b", "old")
        try expectRefused(
            edit(change("a", from: "old", to: "new"), change("b", from: "old", to: "new")),
            as: "a: cannot write a: the file has changed since the edit was computed [changed-underneath]"
        )
    }

    @Test("a file that has appeared")
    func appeared() throws {
        try directory.write("a", "theirs")
        try expectRefused(
            edit(change("a", from: nil, to: "new")),
            as: "a: cannot write a: a file has appeared there since the edit was computed [changed-underneath]"
        )
    }

    @Test("a file that has vanished, also with its directory")
    func vanished() throws {
        try expectRefused(
            edit(change("a", from: "old", to: "new"), change("dir/b", from: "old", to: "new")),
            as: "a: cannot write a: the file has vanished since the edit was computed [changed-underneath]",
            "dir/b: cannot write dir/b: the file has vanished since the edit was computed [changed-underneath]"
        )
    }

    @Test("to delete a file that has changed")
    func deletesChanged() throws {
        try directory.write("a", "theirs")
        try expectRefused(
            edit(change("a", from: "old", to: nil)),
            as: "a: cannot delete a: the file has changed since the edit was computed [changed-underneath]"
        )
    }

    @Test("a file whose execute bit has changed")
    func otherMode() throws {
        try directory.write("a", "old", mode: 0o755)
        try directory.write("b", "old")
        try expectRefused(
            edit(change("a", from: "old", to: "new"), change("b", from: "old", to: "new", mode: .executable)),
            as: "a: cannot write a: the file has become executable since the edit was computed [changed-underneath]",
            """
            b: cannot write b: the file is no longer executable as it was when the edit was computed \
            [changed-underneath]
            """
        )
    }

    @Test("a path below a link that leads out of the tree")
    func parentOutside() throws {
        try directory.makeDirectory("elsewhere")
        try directory.link("tree/link", to: "../elsewhere")
        try expectRefused(
            edit(change("link/a", from: nil, to: "new"), change("link/sub/b", from: nil, to: "new")),
            root: directory.path("tree"),
            as: "tree/link/a: cannot write tree/link/a: it leads to elsewhere, outside the tree [outside-tree]",
            "tree/link/sub/b: cannot write tree/link/sub/b: it leads to elsewhere, outside the tree [outside-tree]"
        )
    }

    @Test("a link that leads out of the tree")
    func linkOutside() throws {
        try directory.write("elsewhere", "old")
        try directory.link("tree/link", to: "../elsewhere")
        try expectRefused(
            edit(change("link", from: "old", to: "new")),
            root: directory.path("tree"),
            as: "tree/link: cannot write tree/link: it leads to elsewhere, outside the tree [outside-tree]"
        )
    }

    @Test("links that lead to nothing")
    func dangling() throws {
        try directory.link("link", to: "none")
        try directory.link("dir", to: "nowhere")
        try expectRefused(
            edit(change("dir/a", from: nil, to: "new"), change("link", from: nil, to: "new")),
            as: "dir/a: cannot write dir/a: it is a symbolic link to nothing [dangling-link]",
            "link: cannot write link: it is a symbolic link to nothing [dangling-link]"
        )
    }

    @Test("a directory, a pipe and a link to a directory in the place of a file")
    func somethingElse() throws {
        try directory.makeDirectory("dir")
        try directory.makePipe("pipe")
        try directory.link("link", to: "dir")
        try expectRefused(
            edit(
                change("dir", from: nil, to: "new"),
                change("link", from: "old", to: nil),
                change("pipe", from: "old", to: "new")
            ),
            as: "dir: cannot write dir: Is a directory [is-a-directory]",
            "link: cannot delete link: Is a directory [is-a-directory]",
            "pipe: cannot write pipe: it is a named pipe, not a regular file [not-a-regular-file]"
        )
    }

    @Test("the root of the tree")
    func theRoot() throws {
        try expectRefused(
            edit(change("", from: nil, to: "new")),
            as: "ROOT: cannot write ROOT: Is a directory [is-a-directory]"
        )
    }

    @Test("a file in the place of a directory")
    func parentIsFile() throws {
        try directory.write("file", "text")
        try expectRefused(
            edit(change("file/a", from: nil, to: "new"), change("file/sub/b", from: nil, to: "new")),
            as: "file/a: cannot write file/a: Not a directory [not-a-directory]",
            "file/sub/b: cannot write file/sub/b: Not a directory [not-a-directory]"
        )
    }

    @Test("one name for a file and a directory")
    func bothFileAndDirectory() throws {
        try expectRefused(
            edit(change("a", from: nil, to: "new"), change("a/b", from: nil, to: "new")),
            as: "a: cannot write a: the edit needs a directory of this name as well [is-a-directory]"
        )
    }

    @Test("two results for one file")
    func sameFile() throws {
        try directory.write("real", "old")
        try directory.link("link", to: "real")
        try expectRefused(
            edit(change("link", from: "old", to: "one"), change("real", from: "old", to: "two")),
            as: "real: cannot write real: it is the same file as link, which the edit changes otherwise [same-file]"
        )
    }

    @Test("a read-only file, to replace or to delete, also as root")
    func readOnlyFile() throws {
        try directory.write("a", "old", mode: 0o444)
        try directory.write("b", "old", mode: 0o500)
        try expectRefused(
            edit(change("a", from: "old", to: "new"), change("b", from: "old", to: nil, mode: .executable)),
            as: "a: cannot write a: the file is read-only (mode 0444) [read-only]",
            "b: cannot delete b: the file is read-only (mode 0500) [read-only]"
        )
    }

    @Test("a read-only directory, to replace, make or delete in, also as root")
    func readOnlyDirectory() throws {
        try directory.write("dir/a", "old")
        try directory.write("dir/b", "old")
        try directory.setMode("dir", 0o555)
        try expectRefused(
            edit(
                change("dir/a", from: "old", to: "new"),
                change("dir/b", from: "old", to: nil),
                change("dir/sub/c", from: nil, to: "new")
            ),
            as: "dir/a: cannot write dir/a: the directory dir is read-only (mode 0555) [read-only]",
            "dir/b: cannot delete dir/b: the directory dir is read-only (mode 0555) [read-only]",
            "dir/sub/c: cannot write dir/sub/c: the directory dir is read-only (mode 0555) [read-only]"
        )
    }

    @Test("a read-only file behind a link")
    func readOnlyBehindLink() throws {
        try directory.write("real/file", "old")
        try directory.link("link", to: "real/file")
        try directory.setMode("real", 0o555)
        try expectRefused(
            edit(change("link", from: "old", to: "new")),
            as: "link: cannot write link: the directory real is read-only (mode 0555) [read-only]"
        )
    }

    @Test("a file that the user may not write", .enabled(if: isSuperuser, "needs the superuser to become another"))
    func othersFile() async throws {
        try directory.write("open/a", "old")
        try directory.write("closed/b", "old", mode: 0o666)
        try directory.write("sticky/c", "old", mode: 0o666)
        try directory.write("secret", "old", mode: 0o640)
        try directory.setMode("", 0o755)
        try directory.setMode("open", 0o777)
        try directory.setMode("sticky", 0o1777)
        let before = try directory.snapshot()
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            try Process.becomeUser(65_534)
            let edit = SourceTreeTests.edit(
                change("closed/b", from: "old", to: "new"),
                change("open/a", from: "old", to: "new"),
                change("secret", from: "old", to: "new"),
                change("sticky/c", from: "old", to: "new")
            )
            #expect(
                refusal(below: path) { () throws(Refusal) in try AtomicWriter(root: path).apply(edit) } == [
                    "closed/b: cannot write closed/b: the directory closed: Permission denied [read-only]",
                    "open/a: cannot write open/a: the file: Permission denied [read-only]",
                    "secret: cannot write secret: Permission denied [unreadable-file]",
                    """
                    sticky/c: cannot write sticky/c: the directory sticky is sticky, \
                    and the file belongs to another user [read-only]
                    """,
                ]
            )
        }
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("a root that is not there")
    func noRoot() throws {
        try expectRefused(
            edit(change("a", from: nil, to: "new")),
            root: directory.path("none"),
            as: "none/a: cannot write none/a: No such file or directory [missing-file]"
        )
    }

    @Test("a name that no file system takes, and one with a NUL")
    func badNames() throws {
        let long = String(repeating: "n", count: 300)
        try expectRefused(
            edit(change("a\0b", from: nil, to: "new"), change(long, from: nil, to: "new")),
            as: "a\0b: cannot write a\0b: Invalid argument [write-failed]",
            "\(long): cannot write \(long): File name too long [write-failed]"
        )
    }

    @Test("with every reason at once, in path order")
    func everyReason() throws {
        try directory.write("a", "theirs")
        try directory.makeDirectory("b")
        try directory.write("c", "old", mode: 0o444)
        try expectRefused(
            edit(
                change("c", from: "old", to: "new"),
                change("b", from: "old", to: "new"),
                change("a", from: "old", to: "new"),
                change("d", from: nil, to: "new")
            ),
            as: "a: cannot write a: the file has changed since the edit was computed [changed-underneath]",
            "b: cannot write b: Is a directory [is-a-directory]",
            "c: cannot write c: the file is read-only (mode 0444) [read-only]"
        )
    }
}
