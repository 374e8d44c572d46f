import Findings
import SystemPackage

/// What `git am` would read out of a mail.
package struct MailContent: Sendable, Hashable {
    package let author: String
    package let email: String
    package let subject: String
    package let body: String
}

extension ScratchStore {
    /// Writes the last `count` commits up to `tip` as mails, numbered from `number`.
    ///
    /// Every option that a version or a configuration could choose otherwise is chosen here.
    package func formatPatches(
        _ count: Int,
        upTo tip: ObjectId,
        numberedFrom number: Int,
        base: ObjectId?
    ) throws(Refusal) -> [(name: String, bytes: [UInt8])] {
        let output = scratch.fresh("mail")
        let result = try git(
            [
                "format-patch", "--output-directory=\(output)", "--start-number=\(number)", "--max-count=\(count)",
                "--no-numbered", "--subject-prefix=PATCH", "--suffix=.patch", "--filename-max-length=64",
                "--no-attach", "--no-thread", "--no-cover-letter", "--no-to", "--no-cc", "--no-add-header", "--no-from",
                "--encode-email-headers", "--zero-commit", "--signature=sysent", "--no-notes", "--quiet",
                base.map { "--base=\($0)" } ?? "--no-base",
                "--patch", "--stat=72", "--summary", "--full-index", "--binary", "--unified=3",
                "--inter-hunk-context=0",
                "--diff-algorithm=myers", "--indent-heuristic", "--no-renames", "--no-ext-diff", "--no-textconv",
                "--no-color", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/", tip.hex,
            ]
        )
        guard result.succeeded else { throw result.refusal("git-failed", "git could not write the patch") }
        do {
            return try output.namesInDirectory().map { ($0, try output.appending($0).readBytes()) }
        } catch {
            throw Refusal("scratch-failed", at: Location(path: output.string), "cannot read the patch: \(error)")
        }
    }

    /// Takes a mail apart as `git am` does.
    package func takeApart(_ mail: FilePath) throws(Refusal) -> MailContent {
        let body = scratch.fresh("body")
        let patch = scratch.fresh("diff")
        let result = try git(
            ["mailinfo", "--encoding=UTF-8", "--no-scissors", body.string, patch.string],
            input: (try? mail.readBytes()) ?? []
        )
        guard result.succeeded, let text = try? body.readBytes() else {
            throw result.refusal("git-failed", "git could not read the patch as a mail")
        }
        func field(_ name: String) -> String {
            result.lines.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) } ?? ""
        }
        return MailContent(
            author: field("Author: "),
            email: field("Email: "),
            subject: field("Subject: "),
            body: String(decoding: text, as: UTF8.self)
        )
    }
}
