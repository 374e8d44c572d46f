import Edits
import Findings
import SystemPackage

extension GitRepository {
    /// A commit as people name it.
    public struct CommitName: Sendable, Hashable {
        /// The beginning of its id.
        public let id: String
        /// The day on which it was made, `2026-01-31`.
        public let day: String
        /// The first line of its message.
        public let subject: String
    }

    /// The last commit up to `revision` that added or removed a line of `path` which the regular expression `pattern` finds;
    /// `nil` when there is none, or when the history begins with it, so that it may be older.
    ///
    /// - Throws: a `Refusal` with rule `unknown-revision`, or `git-failed` when git cannot be asked.
    public func lastChange(
        ofLinesMatching pattern: String,
        in path: TreePath,
        upTo revision: String
    ) throws(Refusal) -> CommitName? {
        let commit = try resolve(revision)
        var variables = environment.scrubbed(home: scratch.home)
        variables["GIT_DIR"] = gitDirectory.string
        let answer = try GitCommand(
            arguments: [
                "log", "--max-count=1", "--no-show-signature", "--no-decorate", "--no-color", "--no-ext-diff",
                "--no-textconv", "--no-renames", "--date=format:%Y-%m-%d", "--format=%h%x00%cd%x00%s%x00%P",
                "-G\(pattern)", commit.hex, "--", ":(top,literal)\(prefix.appending(path.string).string)",
            ],
            environment: variables,
            directory: scratch.path
        ).run()
        let fields = answer.output.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard answer.succeeded, fields.count == 4, fields[3].contains(where: { !$0.isWhitespace }) else { return nil }
        return CommitName(id: fields[0], day: fields[1], subject: fields[2])
    }
}
