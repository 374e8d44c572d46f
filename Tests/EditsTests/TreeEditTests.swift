import Edits
import Testing

@Suite("An edit of a tree")
struct TreeEditTests {
    private func state(_ text: String?) -> FileState {
        text.map { .file(Array($0.utf8), .regular) } ?? .absent
    }

    private func change(_ path: String, _ old: String?, _ new: String?, _ reasons: String...) -> FileChange {
        FileChange(path: TreePath(path), expected: state(old), result: state(new), reasons: reasons)
    }

    private func edit(_ steps: [FileChange]...) -> TreeEdit {
        TreeEdit(steps: steps.map { EditStep(title: "step", changes: $0) })
    }

    @Test("goes from the first expected to the last resulting state")
    func merges() {
        let edit = edit([change("a", "1", "2", "one")], [change("a", "2", "3", "two")])
        #expect(edit.changes == [change("a", "1", "3", "one", "two")])
    }

    @Test("that makes and removes a file again changes nothing")
    func cancels() {
        let edit = edit([change("a", nil, "1")], [change("a", "1", nil)])
        #expect(edit.changes == [])
        #expect(edit.isEmpty)
        #expect(edit.steps.count == 2)
    }

    @Test("lists its changes in path order, whatever the steps")
    func order() {
        let edit = edit([change("b", "1", "2"), change("a/z", "1", "2")], [change("a-b", "1", "2")])
        #expect(edit.changes.map(\.path.string) == ["a-b", "a/z", "b"])
        #expect(edit.steps[0].changes.map(\.path.string) == ["a/z", "b"])
    }

    @Test("drops changes that change nothing, and steps without changes")
    func drops() {
        let edit = edit([change("a", "1", "1")], [change("a", "1", "1"), change("b", "1", "2")], [])
        #expect(edit.steps.map { $0.changes.map(\.path.string) } == [["b"]])
    }

    @Test("of the mode alone is a change")
    func mode() {
        let change = FileChange(
            path: TreePath("tool"),
            expected: .file([], .regular),
            result: .file([], .executable),
            reasons: []
        )
        #expect(!TreeEdit(steps: [EditStep(title: "mode", changes: [change])]).isEmpty)
    }

    @Test("without steps is empty")
    func empty() {
        #expect(TreeEdit(steps: []).isEmpty)
        #expect(TreeEdit(steps: []).changes == [])
    }
}
