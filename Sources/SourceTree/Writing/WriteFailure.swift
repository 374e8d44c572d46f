import Edits
import Findings
import SystemPackage

/// A step of writing that failed, and the change that it was for.
struct WriteFailure: Error {
    enum Cause {
        /// The system refused.
        case system(Errno)
        /// Somebody else wrote to the file while it was being replaced.
        case disturbed
    }

    let change: FileChange
    private let cause: Cause

    init(change: FileChange, _ cause: Cause) {
        self.change = change
        self.cause = cause
    }

    /// The reason as the end of a sentence.
    var reason: String {
        switch cause {
        case .system(let error): error.description
        case .disturbed: "the file was changed by somebody else at this moment"
        }
    }

    /// Says that the change was not made.
    func finding(in tree: DiskTree, notes: [Note]) -> Finding {
        let rule =
            switch cause {
            case .system: "write-failed"
            case .disturbed: "changed-underneath"
            }
        return change.finding(rule, reason, in: tree, notes: notes)
    }
}
