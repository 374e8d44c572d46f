import Findings
import SystemPackage

/// A private bare repository in a temporary directory that sees the objects of another one.
///
/// All patch work happens here. The source repository is named in `objects/info/alternates` and otherwise left alone; it
/// stays as it is, down to the times of its files. That rules out the commands that write objects in the ordinary way:
/// when `hash-object -w`, `write-tree` or `apply` come to write an object that the source already has, git renews the
/// time stamp of the source's file instead. Hence the two object directories:
///
/// - `objects`, which sees the source, and which only `fast-import` writes to: it looks, but never touches;
/// - `results`, which sees nothing, and which `apply` writes to. What a patch is to be applied to is copied there first.
public final class ScratchStore: Sendable {
    /// Reads the objects of the store and of the repository behind it.
    public let objects: ObjectReader

    let scratch: ScratchDirectory
    let environment: ProcessEnvironment
    let directory: FilePath

    /// Makes a store on the objects of `source`.
    ///
    /// - Throws: a `Refusal` with rule `scratch-failed`.
    public convenience init(source: GitRepository) throws(Refusal) {
        try self.init(
            scratch: source.scratch,
            environment: source.environment,
            objectFormat: source.objectFormat,
            alternate: source.objectDirectory
        )
    }

    /// Makes a store with no repository behind it, for a tree that git does not know.
    ///
    /// - Throws: a `Refusal` with rule `scratch-failed`.
    public convenience init(environment: ProcessEnvironment = .current) throws(Refusal) {
        try self.init(
            scratch: try ScratchDirectory(environment: environment),
            environment: environment,
            objectFormat: "sha1",
            alternate: nil
        )
    }

    private init(
        scratch: ScratchDirectory,
        environment: ProcessEnvironment,
        objectFormat: String,
        alternate: FilePath?
    ) throws(Refusal) {
        self.scratch = scratch
        self.environment = environment
        directory = scratch.fresh("store")
        var variables = environment.scrubbed(home: scratch.home)
        variables["GIT_DIR"] = directory.string
        objects = ObjectReader(
            GitCommand(arguments: ["cat-file", "--batch"], environment: variables, directory: scratch.path)
        )

        // By hand rather than by `git init`: it is a few files, and no template of the machine gets in.
        for name in ["", "refs", "objects", "objects/info", "objects/pack", "results", "results/info", "results/pack"] {
            try scratch.makeDirectory(directory.appending(name))
        }
        // HEAD stays unborn: some versions of git take attributes from HEAD's tree in a bare repository.
        try scratch.write(Array("ref: refs/heads/none\n".utf8), to: directory.appending("HEAD"))
        try scratch.write(Array(Self.configuration(objectFormat).utf8), to: directory.appending("config"))
        let alternates = [directory.appending("results"), alternate].compactMap { $0 }.map { $0.string + "\n" }
        try scratch.write(Array(alternates.joined().utf8), to: directory.appending("objects/info/alternates"))
    }

    private static func configuration(_ objectFormat: String) -> String {
        """
        [core]
        \trepositoryFormatVersion = \(objectFormat == "sha1" ? 0 : 1)
        \tbare = true
        \tautocrlf = false
        \tattributesFile = /dev/null
        \thooksPath = /dev/null
        \tlogAllRefUpdates = false
        \tfsync = none
        [gc]
        \tauto = 0
        [maintenance]
        \tauto = false
        [fastimport]
        \tunpackLimit = 0
        \(objectFormat == "sha1" ? "" : "[extensions]\n\tobjectFormat = \(objectFormat)\n")
        """
    }

    /// Lets the history end at `commit`.
    ///
    /// Nothing here needs what is before the base of a patch. In a shallow or partial clone it is not even there, and
    /// elsewhere git would walk all of it when the date of a patch is older.
    package func endHistory(at commit: ObjectId) throws(Refusal) {
        try scratch.write(Array("\(commit)\n".utf8), to: directory.appending("shallow"))
    }

    /// Runs git on the store.
    func git(
        _ arguments: [String],
        index: IndexFile? = nil,
        objects: String = "objects",
        input: [UInt8] = []
    ) throws(Refusal) -> GitResult {
        var variables = environment.scrubbed(home: scratch.home)
        variables["GIT_DIR"] = directory.string
        variables["GIT_OBJECT_DIRECTORY"] = directory.appending(objects).string
        variables["GIT_INDEX_FILE"] = index?.path.string
        var command = GitCommand(arguments: arguments, environment: variables, directory: scratch.path)
        command.input = input
        return try command.run()
    }
}
