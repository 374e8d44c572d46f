import Edits
import Findings
import GitStore
import SourceTree
import SystemPackage

/// What a new patch is made on: a tree at a revision, with a series applied.
public struct SeriesBase: Sendable {
    /// The series as it was read.
    public let series: SeriesFile
    /// The patches of the series, in order.
    public let patches: [PatchFile]
    /// The tree with the series applied: what an edit for the next patch is computed from.
    public let view: any TreeView
    /// The tree without the series.
    public let unpatched: any TreeView
    /// Whether the tree is a revision of a git repository.
    public var isRevision: Bool { base.published != nil }

    let base: BaseTree
    let applied: SeriesApplication.Outcome
    let tree: FilePath
    let environment: ProcessEnvironment

    /// Reads the series of `seriesDirectory` and applies it, in order and exactly, to the tree at `directory`.
    ///
    /// The base is the commit that `revision` names, or HEAD. A directory that no repository holds in its HEAD works as
    /// well: `files` is then the base, of which only what the patches touch is read.
    ///
    /// - Parameters:
    ///   - directory: The tree: a work tree, a directory in one, a bare repository, or a plain directory.
    ///   - revision: The base; `nil` for HEAD, or for the files as they are where git does not know the tree.
    ///   - seriesDirectory: The patch directory; it need not exist.
    ///   - files: The tree as it lies on disk.
    ///   - environment: Where the user's git and configuration are found.
    /// - Returns: the base, ready for an edit.
    /// - Throws: a `Refusal`: `unknown-revision`, `missing-directory`, those of ``SeriesFile/read(_:)``, or
    ///   `patch-does-not-apply` at the line of the patch that git means.
    public static func open(
        tree directory: FilePath,
        revision: String? = nil,
        seriesDirectory: FilePath,
        files: any TreeView,
        environment: ProcessEnvironment = .current
    ) throws(Refusal) -> SeriesBase {
        let series = try SeriesFile.read(seriesDirectory)
        let patches = try series.readPatches()
        return try SeriesBase(
            series: series,
            patches: patches,
            base: base(
                tree: directory, revision: revision, patches: patches, seriesDirectory: series.directory, files: files,
                environment: environment),
            tree: directory,
            environment: environment
        )
    }

    /// Reads the series of `seriesDirectory` and applies it to `files`, a tree that lies in no repository.
    ///
    /// - Throws: a `Refusal` as ``open(tree:revision:seriesDirectory:files:environment:)`` does.
    public static func open(
        files: any TreeView,
        seriesDirectory: FilePath,
        environment: ProcessEnvironment = .current
    ) throws(Refusal) -> SeriesBase {
        let series = try SeriesFile.read(seriesDirectory)
        let patches = try series.readPatches()
        return try SeriesBase(
            series: series,
            patches: patches,
            base: filesBase(files, patches, including: [], series.directory, environment),
            // Only the author's name is looked up there.
            tree: ".",
            environment: environment
        )
    }

    private init(
        series: SeriesFile,
        patches: [PatchFile],
        base: BaseTree,
        tree: FilePath,
        environment: ProcessEnvironment
    ) throws(Refusal) {
        self.series = series
        self.patches = patches
        self.base = base
        self.tree = tree
        self.environment = environment
        applied = try SeriesApplication(base: base, patches: patches, directory: series.directory).run()
        view = try base.view(applied.tip, touched: applied.touched, patches: patches.count)
        unpatched = try base.view(base.commit, touched: [], patches: 0)
    }

    /// The base of `patches`: a revision of the tree at `directory`, or, where git does not know the tree, its files.
    static func base(
        tree directory: FilePath,
        revision: String?,
        patches: [PatchFile],
        seriesDirectory: FilePath,
        files: any TreeView,
        including further: () throws(Refusal) -> Set<TreePath> = { () throws(Refusal) in [] },
        environment: ProcessEnvironment
    ) throws(Refusal) -> BaseTree {
        if let known = try revisionBase(directory, revision, environment) { return known }
        return try filesBase(files, patches, including: further(), seriesDirectory, environment)
    }

    /// The base in git; `nil` when git does not know the tree.
    private static func revisionBase(
        _ directory: FilePath,
        _ revision: String?,
        _ environment: ProcessEnvironment
    ) throws(Refusal) -> BaseTree? {
        guard let repository = try GitRepository.find(directory, environment: environment) else {
            guard let revision else { return nil }
            throw Refusal(
                "not-a-repository",
                at: Location(path: directory.string),
                "there is no git repository here in which `\(revision)` could be looked up"
            )
        }
        let commit = try repository.resolve(revision ?? "HEAD")
        let base = try BaseTree(repository: repository, commit: commit, revision: revision ?? "HEAD")
        if case .found(let entry) = try base.store.objects.lookUp(repository.prefix, in: base.tree),
            entry.kind == .directory
        {
            return base
        }
        // The tree only lies inside of a work tree, as an unpacked archive may: the repository does not own it.
        guard let revision else { return nil }
        throw Refusal(
            "missing-directory",
            at: Location(path: directory.string),
            "`\(revision)` has no directory `\(repository.prefix)`"
        )
    }

    /// A base of the files that the patches touch, and of `further` ones.
    private static func filesBase(
        _ files: any TreeView,
        _ patches: [PatchFile],
        including further: Set<TreePath>,
        _ directory: FilePath,
        _ environment: ProcessEnvironment
    ) throws(Refusal) -> BaseTree {
        var paths = further
        if !patches.isEmpty {
            let store = try ScratchStore(environment: environment)
            var texts: [FilePath] = []
            for patch in patches { texts.append(try store.file(patch.bytes, named: "patch")) }
            paths.formUnion(try TouchedPaths.of(patches, in: texts, directory: directory, store: store))
        }
        return try BaseTree(view: files, paths: paths, environment: environment)
    }

    /// This base, holding at least the files at `paths`.
    func including(_ paths: Set<TreePath>) throws(Refusal) -> SeriesBase {
        guard case .files(let files, let copied) = base.origin, !paths.isSubset(of: copied) else { return self }
        return try SeriesBase(
            series: series,
            patches: patches,
            base: SeriesBase.filesBase(files, patches, including: paths, series.directory, environment),
            tree: tree,
            environment: environment
        )
    }
}

extension SeriesFile {
    /// Reads the patches that the file names.
    func readPatches() throws(Refusal) -> [PatchFile] {
        var patches: [PatchFile] = []
        for name in names {
            let path = directory.appending(name)
            do {
                patches.append(PatchFile(name: name, bytes: try path.readBytes()))
            } catch {
                throw Refusal("unreadable-file", at: Location(path: path.string), "the patch cannot be read: \(error)")
            }
        }
        return patches
    }
}
