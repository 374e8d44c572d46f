import Edits
import Findings
import SourceTree
import Synchronization
import SystemPackage
import TestSupport

@testable import SourceTree

/// An edit that needs every kind of step, and the tree that it is for.
struct WriterScenario {
    /// Long enough for several writes, so that a short file would show.
    private static let long = 60_000

    let forward = edit(
        change("sys/kern/a.c", from: "old a", to: String(repeating: "new a\n", count: long / 6)),
        change("sys/kern/b.c", from: String(repeating: "old b\n", count: long / 6), to: "new b"),
        change("sys/kern/gone.c", from: "old gone", to: nil),
        change("sys/new/deep/c.c", from: nil, to: "new c"),
        change("tool.sh", from: "old tool", to: "new tool", mode: .executable)
    )

    /// The edit that takes everything back.
    var backward: TreeEdit {
        let changes = forward.changes.map {
            FileChange(path: $0.path, expected: $0.result, result: $0.expected, reasons: [])
        }
        return TreeEdit(steps: [EditStep(title: "back", changes: changes)])
    }

    /// Makes the old tree.
    func prepare(_ directory: TemporaryDirectory) throws {
        try directory.write("sys/kern/other.c", "untouched")
        for change in forward.changes {
            guard case .file(let bytes, let mode) = change.expected else { continue }
            try directory.write(change.path.string, bytes, mode: mode == .executable ? 0o755 : 0o644)
        }
    }

    /// The files that are neither old nor new.
    func torn(in root: String) throws(Refusal) -> [String] {
        var torn: [String] = []
        for change in forward.changes {
            let state = try DiskView(root: root).state(of: change.path)
            if state != change.expected, state != change.result { torn.append(change.path.string) }
        }
        return torn
    }

    /// The paths of the new tree.
    static let newPaths = [
        "sys", "sys/kern", "sys/kern/a.c", "sys/kern/b.c", "sys/kern/other.c", "sys/new", "sys/new/deep",
        "sys/new/deep/c.c", "tool.sh",
    ]

    /// The steps in which a writer makes the edit.
    static func steps() throws -> [WriteStep] {
        let directory = try TemporaryDirectory()
        let scenario = WriterScenario()
        try scenario.prepare(directory)
        let steps = StepLog()
        try AtomicWriter(root: directory.path) { step throws(Errno) in steps.append(step) }.apply(scenario.forward)
        return withExtendedLifetime(directory) { steps.all }
    }
}

/// The steps that a writer has taken.
final class StepLog: Sendable {
    private let steps = Mutex<[WriteStep]>([])

    /// The steps so far.
    var all: [WriteStep] { steps.withLock { $0 } }

    /// Adds `step`, and gives its index.
    @discardableResult
    func append(_ step: WriteStep) -> Int {
        steps.withLock {
            $0.append(step)
            return $0.count - 1
        }
    }
}
