import Edits
import Findings
import SystemPackage

/// A patch that git could not apply, and what git said.
struct ApplyFailure {
    let patch: PatchFile
    /// Where the patch lies.
    let path: FilePath
    /// git's words, by lines.
    let complaints: [String]
    /// Whether the tree holds the patch's change already.
    let isApplied: Bool

    /// The refusal, at the line of the patch that git means.
    var refusal: Refusal {
        let reasons = complaints.map { $0.hasPrefix("error: ") ? String($0.dropFirst(7)) : $0 }
        var notes = reasons.map { Note("git: " + $0) }
        if isApplied {
            notes.append(Note("the base holds this change already; the patch can be taken out of the series"))
        }
        let reason = reasons.last ?? "git gives no reason"
        return Refusal(
            "patch-does-not-apply",
            at: Location(path: path.string, line: line(reasons)),
            "the patch does not apply: \(reason)",
            notes: notes
        )
    }

    private func line(_ reasons: [String]) -> Int? {
        let text = PatchText(patch.bytes)
        for reason in reasons {
            // `patch failed: PATH:LINE`, the line being that of the file.
            if reason.hasPrefix("patch failed: "), let colon = reason.lastIndex(of: ":"),
                let oldLine = Int(reason[reason.index(after: colon)...])
            {
                let file = TreePath(String(reason[..<colon].dropFirst("patch failed: ".count)))
                if let line = text.line(ofHunkAt: oldLine, in: file) { return line }
            }
            // `corrupt patch at line N`, or `at FILE:N`.
            if reason.contains("patch at "), let number = reason.split(whereSeparator: { " :".contains($0) }).last {
                if let line = Int(number) { return line }
            }
            // `PATH: reason`.
            if let colon = reason.firstIndex(of: ":"), let line = text.line(ofPart: TreePath(String(reason[..<colon])))
            {
                return line
            }
        }
        return nil
    }
}
