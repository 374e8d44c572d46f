import Findings
import GitStore
import SystemPackage

extension PatchSeries {
    /// Puts the carried patches in the place of those that they were made from.
    ///
    /// Everything is on disk under other names before the first name changes; `series` changes last, and what it no
    /// longer names goes after that. A kill leaves each file old or new, and a rerun completes.
    ///
    /// - Throws: a `Refusal` with rule `series-changed` or `cannot-write`, or one of ``SeriesFile/read(_:)``.
    public static func replace(_ carried: CarriedSeries) throws(Refusal) {
        let changed = zip(carried.series.names, carried.patches).compactMap { name, patch in
            patch.bytes.map { (name, $0) }
        }
        try rewrite(carried.series, as: changed.map { (name: $0.0, bytes: $0.1) })
    }

    /// Writes the carried patches and a file `series` to a new directory.
    ///
    /// - Throws: a `Refusal` with rule `patch-exists` when something lies in the directory already, or `cannot-write`.
    public static func export(_ carried: CarriedSeries, to directory: FilePath) throws(Refusal) {
        if let present = try? directory.namesInDirectory(), !present.isEmpty {
            throw Refusal(
                "patch-exists", at: Location(path: directory.string), "the directory is not empty; name a new one")
        }
        let made = try DirectoryChain.make(directory)
        do throws(Refusal) {
            let empty = try SeriesFile.read(directory)
            try rewrite(empty, as: carried.files.map { (name: $0.name, bytes: $0.bytes) })
        } catch {
            made.remove()
            throw error
        }
    }

    /// Makes the patches of `series`, which nobody may have changed meanwhile, `patches` in this order.
    static func rewrite(_ series: SeriesFile, as patches: [(name: String, bytes: [UInt8])]) throws(Refusal) {
        let directory = series.directory
        let lock = try DirectoryLock(directory)
        defer { lock.release() }
        let current = try SeriesFile.read(directory)
        guard current.bytes == series.bytes else {
            throw Refusal(
                "series-changed", at: Location(path: series.path.string),
                "the series was changed meanwhile; run the command again")
        }
        var staged = StagedFiles(directory: directory)
        do throws(Refusal) {
            var names: [String] = []
            for patch in patches where (try? directory.appending(patch.name).readBytes()) != patch.bytes {
                try staged.stage(patch.bytes, for: patch.name)
                names.append(patch.name)
            }
            let list = SeriesFile.bytes(naming: patches.map(\.name))
            if list != series.bytes {
                try staged.stage(list, for: "series")
                names.append("series")
            }
            for name in names { try staged.replace(name) }
        } catch {
            staged.undo()
            throw error
        }
        let kept = Set(patches.map(\.name))
        for name in series.names where !kept.contains(name) { try StagedFiles.remove(name, in: directory) }
    }
}
