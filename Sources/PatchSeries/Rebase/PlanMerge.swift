import Authoring
import Edits
import Findings
import GitStore
import SourceTree

/// Brings what an author changed beside a plan into the same plan on another base.
struct PlanMerge {
    /// The plan on the tree that the patch was made from, and on the base.
    let old: Plan
    let new: Plan
    let origin: PatchOrigins.Origin
    let base: any TreeView
    let store: ScratchStore

    /// Merges the files that the plans or the patch touch, but for `excluded` ones.
    func run(
        _ touched: [TreePath],
        without excluded: Set<TreePath>
    ) throws(Refusal) -> (changes: [FileChange], conflicts: [Finding]) {
        let planned = (before: old.results, now: new.results)
        let paths = Set(touched).union(planned.before.keys).union(planned.now.keys).subtracting(excluded)
        var changes: [FileChange] = []
        var conflicts: [Finding] = []
        for path in paths.sorted() {
            let present = try base.state(of: path)
            let wanted = planned.now[path] ?? present
            let patched = try origin.after.state(of: path)
            let untouched = try origin.before.state(of: path)
            let begun = planned.before[path] ?? untouched
            if let merged = try merge(begun, patched, wanted) {
                changes.append(
                    FileChange(path: path, expected: present, result: merged, reasons: ["the call, added anew"]))
            } else {
                conflicts.append(
                    Finding(
                        .error, "patch-conflict", at: Location(path: path.string),
                        "what the patch changes here beside the call's own lines does not fit the base"))
            }
        }
        return (changes.filter { !$0.isEmpty }, conflicts)
    }

    /// `patched` and `wanted`, which both come from `begun`, in one; `nil` where they contradict one another.
    private func merge(_ begun: FileState, _ patched: FileState, _ wanted: FileState) throws(Refusal) -> FileState? {
        if patched == begun || patched == wanted { return wanted }
        if wanted == begun { return patched }
        guard case .file(let base, _) = begun, case .file(let ours, let mode) = patched,
            case .file(let theirs, _) = wanted
        else { return nil }
        return try store.mergeTexts(base: base, ours: ours, theirs: theirs).map { .file($0, mode) }
    }
}

extension PatchOrigins.Origin {
    /// Whether the patch holds more than `plan` gives on the tree that it was made from.
    func hasOwnWork(
        beside plan: Plan,
        in touched: [TreePath],
        without excluded: Set<TreePath>
    ) throws(Refusal) -> Bool {
        let planned = plan.results
        for path in Set(touched).union(planned.keys).subtracting(excluded) {
            let untouched = try before.state(of: path)
            if try after.state(of: path) != planned[path] ?? untouched { return true }
        }
        return false
    }
}

extension Plan {
    /// What the plan makes of each file.
    fileprivate var results: [TreePath: FileState] {
        Dictionary(edit.changes.map { ($0.path, $0.result) }) { $1 }
    }
}
