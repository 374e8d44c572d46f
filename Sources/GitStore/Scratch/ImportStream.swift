import Edits

/// What `git fast-import` reads.
struct ImportStream {
    private(set) var bytes: [UInt8] = []

    /// A commit named `mark` on `parent`, which is an object id or `:MARK`; a first commit when it is `nil`.
    mutating func commit(_ commit: NewCommit, mark: Int, on parent: String?, reference: String) {
        line("commit \(reference)")
        line("mark :\(mark)")
        // Both: who carries a patch into a series is not known here, and must not be in its bytes.
        line("author \(commit.author.raw) \(commit.date.raw)")
        line("committer \(commit.author.raw) \(commit.date.raw)")
        data(commit.message)
        if let parent { line("from \(parent)") }
        for (path, content) in commit.changes {
            switch content {
            case .state(.absent):
                line("D \(quoted(path))")
            case .state(.file(let bytes, let mode)):
                line("M \(GitEntryKind.file(mode).mode) inline \(quoted(path))")
                data(bytes)
            case .object(let entry):
                line("M \(entry.kind.mode) \(entry.id) \(quoted(path))")
            }
        }
    }

    /// A file's content, named by nothing but its id.
    mutating func blob(_ content: [UInt8]) {
        line("blob")
        data(content)
    }

    private mutating func line(_ text: String) {
        bytes += text.utf8
        bytes.append(0x0A)
    }

    private mutating func data(_ content: [UInt8]) {
        line("data \(content.count)")
        bytes += content
        bytes.append(0x0A)
    }

    private func quoted(_ path: TreePath) -> String {
        var text = "\""
        for scalar in path.string.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
