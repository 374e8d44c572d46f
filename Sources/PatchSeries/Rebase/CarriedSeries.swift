import Edits
import Findings
import GitStore
import SourceTree
import SystemPackage

/// A series on another base: what became of each patch, and the patches for that base.
public struct CarriedSeries: Sendable {
    /// The series as it was read.
    public let series: SeriesFile
    /// What became of the patches, in order.
    public let patches: [CarriedPatch]
    /// The tree with the carried patches applied.
    public let view: any TreeView
    /// What there is to say of the series as a whole.
    public let findings: [Finding]

    /// The patches that the base needs: those that it does not hold yet.
    var files: [PatchFile] {
        patches.compactMap { patch in patch.bytes.map { PatchFile(name: patch.name, bytes: $0) } }
    }

    /// Whether no patch waits for a person.
    public var isComplete: Bool { !patches.contains { $0.verdict == .conflict } }

    /// Whether every patch applies as it is.
    public var isUnchanged: Bool { patches.allSatisfy { $0.verdict == .applies(offset: 0) } }
}

extension PatchSeries {
    /// Carries the series of `seriesDirectory` to the tree at `directory`, without writing anything.
    ///
    /// A patch that a person has to look at is left out, and the next ones are carried without it.
    ///
    /// - Parameters:
    ///   - directory: The tree: a work tree, a directory in one, a bare repository, or a plain directory.
    ///   - revision: The new base; `nil` for HEAD, or for the files as they are where git does not know the tree.
    ///   - seriesDirectory: The patch directory.
    ///   - files: The tree as it lies on disk.
    /// - Throws: a `Refusal` when the series, the revision or the tree cannot be read, or the tree's tables have errors.
    public static func carry(
        tree directory: FilePath,
        revision: String?,
        seriesDirectory: FilePath,
        files: any TreeView,
        options: RebaseOptions = RebaseOptions(),
        environment: ProcessEnvironment = .current
    ) throws(Refusal) -> CarriedSeries {
        let series = try SeriesFile.read(seriesDirectory)
        let patches = try series.readPatches()
        let base = try SeriesBase.base(
            tree: directory, revision: revision, patches: patches, seriesDirectory: seriesDirectory, files: files,
            including: { () throws(Refusal) in
                // Of a tree that git does not know, what may be made anew has to be there to begin with.
                let known = TableFiles(try TreeTables.load(files, as: options.generator), prefix: .root)
                return known.masters.union(known.companions)
            },
            environment: environment)
        let origins = PatchOrigins(base: base, patches: patches, directory: seriesDirectory, revision: options.origin)
        var carrier = try SeriesCarrier(base: base, origins: origins, directory: seriesDirectory, options: options)
        var carried: [CarriedPatch] = []
        for patch in patches { carried.append(try carrier.carry(patch)) }
        let result = CarriedSeries(
            series: series,
            patches: carried,
            view: try carrier.view(),
            findings: otherBases(of: patches, in: series, than: base)
        )
        try verify(result, on: base, gives: carrier.tip)
        return result
    }

    /// Applies the carried patches to the clean base once more: they have to give what they were made from.
    private static func verify(_ carried: CarriedSeries, on base: BaseTree, gives tip: ObjectId) throws(Refusal) {
        let applied = try SeriesApplication(
            base: base, patches: carried.files, directory: carried.series.directory
        ).run()
        let objects = base.store.objects
        guard try objects.commit(applied.tip).tree == objects.commit(tip).tree else {
            throw Refusal("patch-differs", "the carried patches make another tree than they should")
        }
    }

    /// The patches that say that they were made for another commit.
    private static func otherBases(of patches: [PatchFile], in series: SeriesFile, than base: BaseTree) -> [Finding] {
        guard let commit = base.published?.hex else { return [] }
        return patches.compactMap { patch in
            guard let named = patch.baseCommit, named != commit else { return nil }
            return Finding(
                .note, "other-base", at: Location(path: series.directory.appending(patch.name).string),
                "the patch was made for \(named.prefix(12)), not for \(commit.prefix(12))")
        }
    }
}
