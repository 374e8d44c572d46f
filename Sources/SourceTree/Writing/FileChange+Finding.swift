import Edits
import Findings

extension FileChange {
    /// Says that this change of `tree` cannot be made, and why.
    func finding(_ rule: String, _ reason: String, in tree: DiskTree, notes: [Note] = []) -> Finding {
        let label = tree.label(path)
        let verb = result == .absent ? "delete" : "write"
        return Finding(.error, rule, at: Location(path: label), "cannot \(verb) \(label): \(reason)", notes: notes)
    }
}
