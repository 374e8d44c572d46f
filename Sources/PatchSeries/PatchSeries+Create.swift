import Edits
import Findings
import GitStore
import SourceTree

/// Makes patches, verifies them and adds them to a series.
public enum PatchSeries {
    /// Makes one patch for each step of `edit`, each as `git format-patch` writes it.
    ///
    /// The bytes depend on the arguments alone: on the base, the series, the edit, the messages, the author and the date.
    ///
    /// - Throws: a `Refusal`: `nothing-to-do` for an empty edit, `stale-edit` when a file is not what the edit expects,
    ///   `not-a-file` when something other than a file stands at or above one of its paths, `no-author`, `bad-date`,
    ///   `bad-message`.
    public static func create(
        edit: TreeEdit,
        onto opened: SeriesBase,
        request: PatchRequest
    ) throws(Refusal) -> PatchDraft {
        guard !edit.steps.isEmpty else { throw Refusal("nothing-to-do", "the edit changes nothing") }
        guard edit.steps.count == request.messages.count else {
            throw Refusal("bad-message", "\(edit.steps.count) patches need as many messages")
        }
        let paths = Set(edit.steps.flatMap(\.changes).map(\.path))
        let base = try opened.including(paths)
        try base.check(edit)

        let author = try request.author(for: base)
        let date = try request.date(for: base)
        let prefix = base.base.prefix
        var commits: [NewCommit] = []
        for (step, message) in zip(edit.steps, request.messages) {
            commits.append(
                NewCommit(
                    author: author,
                    date: date,
                    message: try message.text(),
                    changes: step.changes.map { (prefix.appending($0.path.string), .state($0.result)) }
                )
            )
        }
        let store = base.base.store
        guard let tip = try store.commit(commits, onto: base.applied.tip).last else {
            throw Refusal("git-failed", "git could not make a commit")
        }
        let mails = try store.formatPatches(
            commits.count,
            upTo: tip,
            numberedFrom: base.series.nextNumber,
            base: base.base.published
        )
        guard mails.count == commits.count else {
            throw Refusal("git-failed", "git wrote \(mails.count) patches of \(commits.count)")
        }
        return PatchDraft(
            files: mails.map { PatchFile(name: $0.name, bytes: $0.bytes) },
            base: base,
            tip: tip,
            touched: Set(paths.map { prefix.appending($0.string) }),
            author: author,
            messages: request.messages
        )
    }
}

extension SeriesBase {
    /// Refuses when the tree does not hold what the edit expects.
    fileprivate func check(_ edit: TreeEdit) throws(Refusal) {
        let objects = base.store.objects
        let tree = try objects.commit(applied.tip).tree
        // What earlier steps made.
        var made: [TreePath: FileState] = [:]
        for change in edit.steps.flatMap(\.changes) {
            let place = Location(path: view.label(change.path))
            var state = made[change.path]
            if state == nil {
                state = try objects.state(of: base.prefix.appending(change.path.string), in: tree)
            }
            made[change.path] = change.result
            guard let state else {
                throw Refusal(
                    "not-a-file", at: place, "a link, a directory or a submodule stands at or above this path")
            }
            guard state == change.expected else {
                throw Refusal("stale-edit", at: place, "the file is not the one that the change was computed from")
            }
        }
    }

}

extension PatchRequest {
    fileprivate func author(for base: SeriesBase) throws(Refusal) -> GitIdentity {
        if let author { return author }
        return try GitIdentity.configured(for: base.tree, environment: base.environment)
    }

    fileprivate func date(for base: SeriesBase) throws(Refusal) -> GitDate {
        if let date { return date }
        if let date = try GitDate.sourceDateEpoch(base.environment) ?? base.base.date { return date }
        guard let text = base.patches.last.flatMap({ PatchText($0.bytes).date }) else {
            return GitDate(epochSeconds: 0)
        }
        return try GitDate(parsing: text, environment: base.environment)
    }
}
