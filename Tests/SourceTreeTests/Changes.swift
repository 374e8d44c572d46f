import Edits

/// A change of the text of `path`; `nil` stands for no file.
func change(
    _ path: String,
    from old: String?,
    to new: String?,
    mode: Edits.FileMode = .regular
) -> FileChange {
    func state(_ text: String?) -> FileState { text.map { .file(Array($0.utf8), mode) } ?? .absent }
    return FileChange(path: TreePath(path), expected: state(old), result: state(new), reasons: [])
}

/// An edit of one step.
func edit(_ changes: FileChange...) -> TreeEdit {
    TreeEdit(steps: [EditStep(title: "change", changes: changes)])
}
