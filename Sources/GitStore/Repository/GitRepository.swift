import Edits
import Findings
import SystemPackage

/// A git repository that belongs to somebody: it is read, never written.
public struct GitRepository: Sendable {
    /// The directory that was asked about.
    public let directory: FilePath
    /// The repository's own directory; of a linked work tree the one that holds its HEAD.
    public let gitDirectory: FilePath
    /// Where its objects lie.
    public let objectDirectory: FilePath
    /// `sha1` or `sha256`.
    public let objectFormat: String
    /// The directory that all work trees of the repository share: where its configuration lies.
    public var commonDirectory: FilePath { objectDirectory.removingLastComponent() }
    /// The path of ``directory`` inside the repository's tree; the root for a bare repository.
    public let prefix: TreePath

    let scratch: ScratchDirectory
    let environment: ProcessEnvironment

    /// The repository that owns `directory`: of a work tree, a linked work tree, or a bare one; `nil` when none does.
    ///
    /// Who owns the files does not matter, as nothing that runs here runs a program that the repository names.
    ///
    /// - Throws: a `Refusal` with rule `no-such-directory`, `git-missing`, or `bad-repository` when there is a
    ///   repository and git cannot use it.
    public static func find(
        _ directory: FilePath,
        environment: ProcessEnvironment = .current
    ) throws(Refusal) -> GitRepository? {
        let scratch = try ScratchDirectory(environment: environment)
        let answer = try GitCommand(
            arguments: [
                "rev-parse", "--path-format=absolute", "--show-object-format", "--show-prefix", "--git-dir",
                "--git-path", "objects",
            ],
            environment: environment.scrubbed(home: scratch.home),
            directory: directory
        ).run()
        guard answer.succeeded else {
            // A `.git` file that points nowhere has another message, and is not taken for the absence of one.
            if answer.complaints.contains(where: { $0.contains("not a git repository (or any") }) { return nil }
            throw answer.refusal(
                "bad-repository",
                at: Location(path: directory.string),
                "git cannot use the repository of this directory"
            )
        }
        // The answer ends in a line feed, hence the empty last line. A path that holds a line feed gives more lines.
        let lines = answer.lines
        guard lines.count == 5 else {
            throw Refusal(
                "bad-repository",
                at: Location(path: directory.string),
                "the path of the repository holds a line feed"
            )
        }
        return GitRepository(
            directory: directory,
            gitDirectory: FilePath(lines[2]),
            objectDirectory: FilePath(lines[3]),
            objectFormat: lines[0],
            prefix: TreePath(lines[1]),
            scratch: scratch,
            environment: environment
        )
    }

    /// The commit that `revision` names.
    ///
    /// - Throws: a `Refusal` with rule `unknown-revision`.
    public func resolve(_ revision: String) throws(Refusal) -> ObjectId {
        var variables = environment.scrubbed(home: scratch.home)
        variables["GIT_DIR"] = gitDirectory.string
        let answer = try GitCommand(
            arguments: ["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"],
            environment: variables,
            directory: directory
        ).run()
        guard answer.succeeded, let id = ObjectId(hex: answer.lines.first ?? "") else {
            throw answer.refusal(
                "unknown-revision",
                at: Location(path: directory.string),
                "`\(revision)` names no commit of this repository"
            )
        }
        return id
    }
}
