import Edits
import Findings
import GitStore
import SystemPackage

/// Which paths patches touch.
enum TouchedPaths {
    /// What git says that the patches write, and what their text says that they read.
    ///
    /// - Throws: a `Refusal` with rule `patch-does-not-apply` when git does not understand one of them.
    static func of(
        _ patches: [PatchFile],
        in files: [FilePath],
        directory: FilePath,
        store: ScratchStore
    ) throws(Refusal) -> Set<TreePath> {
        let targets = try store.targets(of: files)
        if let complaints = targets.complaints {
            // git does not say which file it means.
            for (patch, file) in zip(patches, files) {
                guard let own = try store.targets(of: [file]).complaints else { continue }
                throw ApplyFailure(
                    patch: patch,
                    path: directory.appending(patch.name),
                    complaints: own,
                    isApplied: false
                ).refusal
            }
            throw Refusal("patch-does-not-apply", "git does not understand the series: \(complaints)")
        }
        var paths = Set(targets.paths)
        for patch in patches { paths.formUnion(PatchText(patch.bytes).mentionedPaths) }
        paths.remove(.root)
        return paths
    }
}
