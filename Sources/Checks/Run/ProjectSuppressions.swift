import Findings
import ProjectFile

/// The suppressions of the project file, and which of them keep a finding from counting.
struct ProjectSuppressions {
    private let entries: [ProjectFile.Suppression]
    private let tree: CheckedTree
    private let calls: CallPlaces
    private var used: Set<Int> = []

    /// Matches the suppressions of `project` with `findings`.
    init(_ project: ProjectFile?, _ findings: some Sequence<Finding>, _ tree: CheckedTree, _ calls: CallPlaces) {
        entries = project?.suppressions ?? []
        self.tree = tree
        self.calls = calls
        guard !entries.isEmpty else { return }
        for finding in findings { used.formUnion(matches(finding)) }
    }

    /// Why `finding` does not count; `nil` when no entry says so.
    func reason(for finding: Finding) -> String? {
        matches(finding).first.map { entries[$0].reason }
    }

    /// What is wrong with the entries: rules that do not exist, and entries of a rule that was `lookedAt` with nothing to
    /// suppress.
    func findings(known: (String) -> Bool, lookedAt: (String) -> Bool) -> [Finding] {
        entries.indices.compactMap { index in
            let (rule, place) = (entries[index].rule, entries[index].location)
            guard known(rule) else {
                return Finding(.warning, InlineSuppressions.malformed, at: place, "there is no rule '\(rule)'")
            }
            guard !used.contains(index), lookedAt(rule) else { return nil }
            let message = "'\(rule)' is suppressed here, and there is nothing to suppress"
            return Finding(.note, InlineSuppressions.unused, at: place, message)
        }
    }

    private func matches(_ finding: Finding) -> [Int] {
        let indices = entries.indices.filter { entries[$0].rule == finding.rule }
        guard !indices.isEmpty else { return [] }
        let path = finding.location.map { tree.relative($0.path) }
        let call = calls.call(finding)
        return indices.filter { index in
            let entry = entries[index]
            if let wanted = entry.call, wanted != call { return false }
            guard let wanted = entry.path else { return true }
            return path == wanted || path?.hasPrefix(wanted + "/") ?? false
        }
    }
}
