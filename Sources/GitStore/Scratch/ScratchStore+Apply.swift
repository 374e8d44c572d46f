import Edits
import Findings
import SystemPackage

/// Whether patches could be applied.
package enum ApplyOutcome: Sendable, Hashable {
    case applied
    /// Not, and nothing changed; git's words by lines.
    case refused([String])
}

extension ScratchStore {
    /// Writes bytes to a file for the commands that want one.
    package func file(_ bytes: [UInt8], named stem: String) throws(Refusal) -> FilePath {
        let path = scratch.fresh(stem)
        try scratch.write(bytes, to: path)
        return path
    }

    /// Makes blobs known to ``apply(_:to:)``, which sees nothing of the source repository.
    package func prepare(_ blobs: [[UInt8]]) throws(Refusal) {
        guard !blobs.isEmpty else { return }
        var stream = ImportStream()
        for blob in blobs { stream.blob(blob) }
        let result = try git(["fast-import", "--quiet"], objects: "results", input: stream.bytes)
        guard result.succeeded else { throw result.refusal("git-failed", "git could not store a file") }
    }

    /// Applies patch files one after another to an index, all of them or none, exactly: every line of context has to be
    /// there.
    package func apply(_ patches: [FilePath], to index: IndexFile) throws(Refusal) -> ApplyOutcome {
        let result = try git(
            ["apply", "--cached", "--whitespace=nowarn", "--"] + patches.map(\.string),
            index: index,
            objects: "results"
        )
        return result.succeeded ? .applied : .refused(result.complaints)
    }

    /// Whether a patch could be taken back from an index, which is to say that it is in there.
    package func contains(_ patch: FilePath, in index: IndexFile) throws(Refusal) -> Bool {
        try git(
            ["apply", "--cached", "--check", "--reverse", "--whitespace=nowarn", "--", patch.string],
            index: index,
            objects: "results"
        ).succeeded
    }

    /// The paths that patch files write to, as git understands them; `nil` with git's words when it does not.
    package func targets(of patches: [FilePath]) throws(Refusal) -> (paths: [TreePath], complaints: [String]?) {
        let result = try git(
            ["apply", "--numstat", "-z", "--whitespace=nowarn", "--"] + patches.map(\.string)
        )
        // ADDED TAB DELETED TAB PATH
        let paths = result.records.compactMap { record -> TreePath? in
            let fields = record.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
            return fields.count == 3 ? TreePath(String(decoding: fields[2], as: UTF8.self)) : nil
        }
        return (paths, result.succeeded ? nil : result.complaints)
    }
}
