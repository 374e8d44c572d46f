import Findings

// The sentences that a disk would make, for views that have none.
extension Refusal {
    static func missingFile(_ label: String) -> Refusal {
        Refusal("missing-file", at: Location(path: label), "cannot read \(label): No such file or directory")
    }

    static func isDirectory(_ label: String) -> Refusal {
        Refusal("is-a-directory", at: Location(path: label), "cannot read \(label): Is a directory")
    }
}

extension LinkWalk.Failure {
    /// Refuses to do `verb` to what is labelled `label`.
    func refusal(to verb: String, _ label: String) -> Refusal {
        switch self {
        case .outside(let text):
            Refusal(
                "outside-tree",
                at: Location(path: label),
                "cannot \(verb) \(label): it leads to \(text), outside the tree"
            )
        case .tooMany:
            Refusal(
                "unreadable-file",
                at: Location(path: label),
                "cannot \(verb) \(label): Too many levels of symbolic links"
            )
        }
    }
}
