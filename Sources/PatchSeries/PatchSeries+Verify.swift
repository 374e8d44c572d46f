import Edits
import Findings
import GitStore
import SystemPackage

extension PatchSeries {
    /// Verifies patches by what their files do, not by how they were made.
    ///
    /// A fresh index of the whole base; the files of the series and then the new ones applied to it in order, exactly;
    /// the result compared with the tree that the edit was to give. And each new file read as `git am` reads it: the
    /// author and the message are those that were asked for.
    ///
    /// - Throws: a `Refusal` with rule `patch-does-not-apply` or `patch-differs`.
    public static func verify(_ draft: PatchDraft) throws(Refusal) -> VerifiedPatches {
        let base = draft.base.base
        let store = base.store
        let directory = draft.base.series.directory
        let all = draft.base.patches + draft.files
        var files: [FilePath] = []
        for patch in all { files.append(try store.file(patch.bytes, named: "patch")) }

        let touched = draft.touched.union(draft.base.applied.touched)
        try base.prepareFiles(try base.entries(at: touched).values)
        let clean = try store.index(of: base.tree)
        let index = try store.copy(clean)
        if case .refused = try store.apply(files, to: index) {
            // git does not say which file it means; one after another it shows.
            let index = try store.copy(clean)
            for (patch, file) in zip(all, files) {
                guard case .refused(let complaints) = try store.apply([file], to: index) else { continue }
                throw ApplyFailure(
                    patch: patch,
                    path: directory.appending(patch.name),
                    complaints: complaints,
                    isApplied: false
                ).refusal
            }
        }
        let differing = try store.differences(between: index, and: store.objects.commit(draft.tip).tree)
        guard differing.isEmpty else {
            throw Refusal(
                differing.map { path in
                    let place = Location(path: path.string)
                    return Finding(.error, "patch-differs", at: place, "the patch makes another file than it should")
                }
            )
        }
        for ((patch, file), message) in zip(zip(draft.files, files.suffix(draft.files.count)), draft.messages) {
            let mail = try store.takeApart(file)
            guard mail.author == draft.author.name, mail.email == draft.author.email, mail.subject == message.subject,
                mail.body.trimmedAtEnd == message.body.trimmedAtEnd
            else {
                throw Refusal(
                    "patch-differs",
                    at: Location(path: directory.appending(patch.name).string),
                    "the patch as a mail has another author or message than it should"
                )
            }
        }
        let view = try base.view(draft.tip, touched: touched, patches: all.count)
        return VerifiedPatches(files: draft.files, view: view, series: draft.base.series)
    }
}

extension String {
    /// Without line feeds at its end, of which a mail may have more or fewer.
    fileprivate var trimmedAtEnd: Substring {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
