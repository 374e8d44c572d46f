import Findings
import GitStore
import Glibc
import SystemPackage

extension PatchSeries {
    /// Adds verified patches to the directory of their series: the patch files first, the file `series` last.
    ///
    /// The directory is made when it is missing. Two runs at once cannot lose an entry: the directory is locked, the
    /// series must still be the one that the patches were verified on (the second run is refused, since its patch was
    /// not verified on top of the first one's), and a patch file is linked into place under a name that must be free. A
    /// failure leaves everything as it was; after a kill the series names no patch that is not there in full, and a rerun
    /// adds the patch that the killed run had made.
    ///
    /// - Returns: the paths of the new patch files.
    /// - Throws: a `Refusal` with rule `series-changed`, `patch-exists`, `cannot-write`, or one of
    ///   ``SeriesFile/read(_:)``.
    @discardableResult
    public static func publish(_ patches: VerifiedPatches) throws(Refusal) -> [FilePath] {
        let directory = patches.series.directory
        let made = try DirectoryChain.make(directory)
        do throws(Refusal) {
            let lock = try DirectoryLock(directory)
            defer { lock.release() }
            return try add(patches, to: directory)
        } catch {
            made.remove()
            throw error
        }
    }

    private static func add(_ patches: VerifiedPatches, to directory: FilePath) throws(Refusal) -> [FilePath] {
        let series = patches.series
        let current = try SeriesFile.read(directory)
        guard current.bytes == series.bytes else {
            throw Refusal(
                "series-changed",
                at: Location(path: series.path.string),
                "the series was changed while the patch was made; run the command again"
            )
        }
        let finished = try leftovers(current, of: patches)
        var staged = StagedFiles(directory: directory)
        do throws(Refusal) {
            // Everything is on disk under other names before the first name changes.
            for file in patches.files where !finished.contains(file.name) {
                try staged.stage(file.bytes, for: file.name)
            }
            try staged.stage(series.bytes(appending: patches.files.map(\.name)), for: "series")
            for file in patches.files { try staged.link(file.name) }
            try staged.replace("series")
        } catch {
            staged.undo()
            throw error
        }
        return patches.files.map { directory.appending($0.name) }
    }

    /// The patches that a killed run left in full; a file that is none of the new patches is nobody's.
    private static func leftovers(_ series: SeriesFile, of patches: VerifiedPatches) throws(Refusal) -> Set<String> {
        var findings: [Finding] = []
        for name in series.leftovers {
            let bytes = try? series.directory.appending(name).readBytes()
            guard let bytes, patches.files.contains(where: { $0.name == name && $0.bytes == bytes }) else {
                findings.append(SeriesFile.unlistedPatch(name, in: series.directory))
                continue
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return Set(series.leftovers)
    }
}
