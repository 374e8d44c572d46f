import Edits
import Findings
import SystemPackage

/// The part of an edit that is still to be made, every change of it found possible.
struct WritePlan {
    /// The changes to make, in path order. Those whose result is there already are left out.
    let changes: [PlannedChange]
    /// All places that the edit names, where a killed run may have left temporary files.
    let targets: [WriteTarget]

    /// Compares `changes` with the disk.
    ///
    /// - Throws: a `Refusal` with everything that stands against them, in path order.
    init(_ changes: [FileChange], in tree: DiskTree) throws(Refusal) {
        var planned: [PlannedChange] = []
        var targets: [WriteTarget] = []
        var findings: [Finding] = []
        for change in changes {
            do throws(DiskProblem) {
                let target = try WriteTarget(change.path, in: tree)
                targets.append(target)
                let candidate = PlannedChange(change: change, target: target)
                if target.state == change.result { continue }
                if let difference = Self.difference(target.state, from: change.expected) {
                    findings.append(change.finding("changed-underneath", difference, in: tree))
                } else if let objection = try WritePermission(tree: tree).objection(to: candidate) {
                    findings.append(change.finding("read-only", objection, in: tree))
                } else {
                    planned.append(candidate)
                }
            } catch {
                findings.append(change.finding(error.writingRule, error.reason, in: tree))
            }
        }
        findings += Self.collisions(in: planned, tree)
        guard findings.isEmpty else { throw Refusal(findings) }
        self.changes = planned
        self.targets = targets
    }

    /// How `state` differs from the one that an edit expects, as the end of a sentence; `nil` when it does not.
    private static func difference(_ state: FileState, from expected: FileState) -> String? {
        switch (state, expected) {
        case (.absent, .absent):
            return nil
        case (.file, .absent):
            return "a file has appeared there since the edit was computed"
        case (.absent, .file):
            return "the file has vanished since the edit was computed"
        case (.file(let bytes, let mode), .file(let expectedBytes, let expectedMode)):
            guard bytes == expectedBytes else { return "the file has changed since the edit was computed" }
            guard mode != expectedMode else { return nil }
            return mode == .executable
                ? "the file has become executable since the edit was computed"
                : "the file is no longer executable as it was when the edit was computed"
        }
    }

    /// Changes that would undo one another, which no path alone can tell.
    private static func collisions(in changes: [PlannedChange], _ tree: DiskTree) -> [Finding] {
        var findings: [Finding] = []
        var earlier: [FilePath: FileChange] = [:]
        let directories = Set(changes.flatMap(\.target.missingDirectories))
        for planned in changes {
            let change = planned.change
            if directories.contains(planned.victim) {
                findings.append(
                    change.finding("is-a-directory", "the edit needs a directory of this name as well", in: tree)
                )
            } else if let other = earlier[planned.victim], other.result != change.result {
                findings.append(
                    change.finding(
                        "same-file",
                        "it is the same file as \(tree.label(other.path)), which the edit changes otherwise",
                        in: tree
                    )
                )
            } else {
                earlier[planned.victim] = change
            }
        }
        return findings
    }
}
