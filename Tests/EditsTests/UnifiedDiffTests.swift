import Edits
import TestSupport
import Testing

@Suite("A unified diff")
struct UnifiedDiffTests {
    private func diff(_ old: String?, _ new: String?, context: Int = 3) -> String {
        func state(_ text: String?) -> FileState { text.map { .file(Array($0.utf8), .regular) } ?? .absent }
        let change = FileChange(path: TreePath("sys/a"), expected: state(old), result: state(new), reasons: [])
        return String(decoding: UnifiedDiff(change, context: context).bytes, as: UTF8.self)
    }

    @Test("shows a changed line between three lines of context")
    func changed() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
        let expected = """
            diff --git a/sys/a b/sys/a
            --- a/sys/a
            +++ b/sys/a
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """
        #expect(differences(diff(old, old.replacing("5", with: "five")), from: expected) == [])
    }

    @Test("joins what stands close together, and separates what does not")
    func hunks() {
        let lines = (1...20).map { "\($0)\n" }
        let near = lines.joined().replacing("\n5\n", with: "\nx\n").replacing("\n11\n", with: "\ny\n")
        let far = lines.joined().replacing("\n5\n", with: "\nx\n").replacing("\n14\n", with: "\ny\n")
        #expect(diff(lines.joined(), near).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
        #expect(diff(lines.joined(), far).split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
    }

    @Test("of a new file comes from nowhere")
    func newFile() {
        let expected = """
            diff --git a/sys/a b/sys/a
            new file mode 100644
            --- /dev/null
            +++ b/sys/a
            @@ -0,0 +1,2 @@
            +1
            +2

            """
        #expect(differences(diff(nil, "1\n2\n"), from: expected) == [])
    }

    @Test("of a deleted file leads nowhere")
    func deletedFile() {
        let expected = """
            diff --git a/sys/a b/sys/a
            deleted file mode 100644
            --- a/sys/a
            +++ /dev/null
            @@ -1 +0,0 @@
            -1

            """
        #expect(differences(diff("1\n", nil), from: expected) == [])
    }

    @Test("says where the last line has no line feed")
    func noNewline() {
        let expected = """
            diff --git a/sys/a b/sys/a
            --- a/sys/a
            +++ b/sys/a
            @@ -1,2 +1,2 @@
             1
            -2
            \\ No newline at end of file
            +2

            """
        #expect(differences(diff("1\n2", "1\n2\n"), from: expected) == [])
    }

    @Test("of a file that only becomes executable has no hunk")
    func mode() {
        let change = FileChange(
            path: TreePath("tool"),
            expected: .file(Array("x\n".utf8), .regular),
            result: .file(Array("x\n".utf8), .executable),
            reasons: []
        )
        let expected = "diff --git a/tool b/tool\nold mode 100644\nnew mode 100755\n"
        #expect(String(decoding: UnifiedDiff(change).bytes, as: UTF8.self) == expected)
    }

    @Test("of nothing is empty")
    func nothing() {
        #expect(diff("1\n", "1\n") == "")
        #expect(diff(nil, nil) == "")
    }

    @Test("has no context when none is wanted")
    func noContext() {
        #expect(diff("1\n2\n3\n", "1\n3\n", context: 0).hasSuffix("@@ -2 +1,0 @@\n-2\n"))
    }
}
