import Edits
import Findings
import GitStore
import SourceTree
import SystemPackage

/// The trees that the patches of a series were made from: a commit that the user names, or that a line `base-commit:`
/// names, with the patches applied that come ahead in the series.
struct PatchOrigins {
    let base: BaseTree
    let patches: [PatchFile]
    let directory: FilePath
    /// The revision that the user names.
    let revision: String?

    /// The tree that a patch was made from, and the one that it made.
    struct Origin {
        let before: any TreeView
        let after: any TreeView
    }

    /// The origin of `patch`; `nil` when git does not know the tree, or nowhere do the patches apply.
    ///
    /// - Throws: a `Refusal` when the revision that the user names cannot be found, or git fails.
    func origin(of patch: PatchFile) throws(Refusal) -> Origin? {
        guard case .revision(_, _, let repository) = base.origin,
            let index = patches.firstIndex(where: { $0.name == patch.name })
        else { return nil }
        if let revision {
            return origin(of: index, at: try repository.resolve(revision), in: repository)
        }
        // A patch that a rebase left as it was names an older commit than those that it made anew.
        var seen: Set<String> = []
        for name in ([patch] + patches).compactMap(\.baseCommit) where seen.insert(name).inserted {
            guard let commit = try? repository.resolve(name) else { continue }
            if let origin = origin(of: index, at: commit, in: repository) { return origin }
        }
        return nil
    }

    private func origin(of index: Int, at commit: ObjectId, in repository: GitRepository) -> Origin? {
        do {
            let base = try BaseTree(repository: repository, commit: commit, revision: String(commit.hex.prefix(12)))
            func view(_ count: Int) throws(Refusal) -> any TreeView {
                let applied = try SeriesApplication(
                    base: base, patches: Array(patches.prefix(count)), directory: directory
                ).run()
                return try base.view(applied.tip, touched: applied.touched, patches: count)
            }
            return Origin(before: try view(index), after: try view(index + 1))
        } catch {
            return nil
        }
    }
}

extension PatchFile {
    /// The commit that the patch says it was made for.
    var baseCommit: String? {
        let key = "base-commit: "
        return bytes.split(separator: 0x0A).last { $0.starts(with: key.utf8) }.map {
            String(decoding: $0.dropFirst(key.utf8.count), as: UTF8.self)
        }
    }
}
