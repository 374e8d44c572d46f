import Edits

/// How messages name the files of a tree whose root the user named `root`.
struct TreeLabel: Sendable, Hashable {
    /// What stands before a path; empty where the root is the working directory.
    private let prefix: String
    private let root: String

    /// Names files below `root`; `.`, `./` and the empty text all give plain relative paths.
    init(root: String) {
        var trimmed = root[...]
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        if trimmed.isEmpty || trimmed == "." {
            self.root = "."
            prefix = ""
        } else {
            self.root = String(trimmed)
            prefix = trimmed == "/" ? "/" : trimmed + "/"
        }
    }

    func callAsFunction(_ path: TreePath) -> String {
        path == .root ? root : prefix + path.string
    }
}
