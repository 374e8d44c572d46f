import Edits
import Findings
import SystemPackage

/// One run of a writer over a plan: it prepares everything beside the targets, then puts it in place.
struct WriteRun {
    private let plan: WritePlan
    private let tree: DiskTree
    private let willDo: WriteStep.Watcher

    private var temporaries: [TemporaryFile] = []
    private var madeDirectories: [FilePath] = []

    init(_ plan: WritePlan, in tree: DiskTree, willDo: @escaping WriteStep.Watcher) {
        self.plan = plan
        self.tree = tree
        self.willDo = willDo
    }

    /// Makes the edit.
    ///
    /// - Throws: a `Refusal`. Before the first file is replaced everything is as it was.
    mutating func make() throws(Refusal) {
        do throws(WriteFailure) {
            try makeDirectories()
            for planned in plan.changes where !planned.deletes { try prepare(planned) }
            try beginPublishing()
        } catch {
            throw Refusal([undo(after: error)])
        }
        try publish()
        try synchronizeDirectories()
    }

    private mutating func makeDirectories() throws(WriteFailure) {
        for planned in plan.changes {
            for directory in planned.target.missingDirectories where !madeDirectories.contains(directory) {
                try step(.makeDirectory, of: planned.change) { () throws(Errno) in
                    try SystemCall.makeDirectory(directory, permissions: FilePermissions(rawValue: 0o755))
                }
                madeDirectories.append(directory)
            }
        }
    }

    private mutating func prepare(_ planned: PlannedChange) throws(WriteFailure) {
        let temporary = TemporaryFile(for: planned)
        let descriptor = try step(.createTemporary, of: planned.change) { () throws(Errno) in
            try temporary.create()
        }
        temporaries.append(temporary)
        defer { try? SystemCall.close(descriptor) }
        try step(.fillTemporary, of: planned.change) { () throws(Errno) in try temporary.fill(descriptor) }
        // Before the rename: else a power failure could leave the new name with no bytes.
        try step(.synchronizeTemporary, of: planned.change) { () throws(Errno) in
            try SystemCall.synchronize(descriptor)
        }
    }

    /// Compares once more: preparing many files takes a while, in which an editor may have saved one.
    private func beginPublishing() throws(WriteFailure) {
        for planned in plan.changes where !planned.isUndisturbed {
            throw WriteFailure(change: planned.change, .disturbed)
        }
        if let first = plan.changes.first {
            try step(.beginPublishing, of: first.change) { () throws(Errno) in }
        }
    }

    private mutating func publish() throws(Refusal) {
        var waiting = temporaries[...]
        for (index, planned) in plan.changes.enumerated() {
            do throws(WriteFailure) {
                if planned.deletes {
                    try step(.deleteFile, of: planned.change) { () throws(Errno) in
                        try SystemCall.removeFile(planned.victim)
                    }
                } else if let temporary = waiting.first {
                    try step(.replaceFile, of: planned.change) { () throws(Errno) in
                        try SystemCall.replace(planned.victim, with: temporary.path)
                    }
                    waiting.removeFirst()
                }
            } catch {
                temporaries = Array(waiting)
                throw Refusal([undo(after: error, written: plan.changes[..<index])])
            }
        }
        temporaries = []
    }

    private func synchronizeDirectories() throws(Refusal) {
        var seen: Set<FilePath> = []
        for planned in plan.changes {
            let held = planned.target.missingDirectories + [planned.victim]
            for directory in held.map({ $0.removingLastComponent() }) where seen.insert(directory).inserted {
                do throws(WriteFailure) {
                    try step(.synchronizeDirectory, of: planned.change) { () throws(Errno) in
                        try Self.synchronize(directory: directory)
                    }
                } catch {
                    throw Refusal([
                        error.change.finding(
                            "write-unconfirmed",
                            error.reason,
                            in: tree,
                            notes: [Note("every file is written, but a power failure now could undo that")]
                        )
                    ])
                }
            }
        }
    }

    private static func synchronize(directory: FilePath) throws(Errno) {
        let descriptor: FileDescriptor
        do throws(Errno) {
            descriptor = try SystemCall.open(directory, .readOnly, options: [.directory, .closeOnExec])
        } catch .permissionDenied {
            // One may write into a directory without reading it; then there is no way to ask.
            return
        }
        defer { try? SystemCall.close(descriptor) }
        do throws(Errno) {
            try SystemCall.synchronize(descriptor)
        } catch .invalidArgument, .notSupported {
            // A file system that has nothing to synchronize in a directory.
        }
    }

    /// Removes what was prepared, and says what failed and in which state that leaves the tree.
    private mutating func undo(after failure: WriteFailure, written: ArraySlice<PlannedChange> = []) -> Finding {
        var notes: [Note] = []
        for temporary in temporaries {
            do throws(Errno) {
                try SystemCall.removeFile(temporary.path)
            } catch {
                notes.append(Note("the temporary file \(tree.label(ofResolved: temporary.path)) is left: \(error)"))
            }
        }
        temporaries = []
        for directory in madeDirectories.reversed() {
            do throws(Errno) {
                try SystemCall.removeDirectory(directory)
            } catch .directoryNotEmpty {
                // Files that are in place already, or somebody else's.
            } catch {
                notes.append(Note("the new directory \(tree.label(ofResolved: directory)) is left: \(error)"))
            }
        }
        madeDirectories = []
        if written.isEmpty { return failure.finding(in: tree, notes: [Note("no file was changed")] + notes) }
        let paths = written.map { tree.label($0.change.path) }.joined(separator: ", ")
        return failure.change.finding(
            "partly-written",
            failure.reason,
            in: tree,
            notes: [Note("already written: \(paths)"), Note("the same command, run again, writes the rest")] + notes
        )
    }

    private func step<Result>(
        _ step: WriteStep,
        of change: FileChange,
        _ body: () throws(Errno) -> Result
    ) throws(WriteFailure) -> Result {
        do throws(Errno) {
            try willDo(step)
            return try body()
        } catch {
            throw WriteFailure(change: change, .system(error))
        }
    }
}
