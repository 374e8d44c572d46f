import Edits
import Findings
import GitStore
import SourceTree

/// Patches that were made and not yet verified.
public struct PatchDraft: Sendable {
    /// The patches, one for each step of the edit.
    public let files: [PatchFile]

    let base: SeriesBase
    /// The commit that the last patch was made from.
    let tip: ObjectId
    /// The paths that the edit touches, from the root of the repository.
    let touched: Set<TreePath>
    let author: GitIdentity
    let messages: [PatchMessage]
}

/// Patches that apply, together with the series before them, to a clean base, and make of it what they should.
///
/// Only ``PatchSeries/verify(_:)`` makes one, and only one of these can be published.
public struct VerifiedPatches: Sendable {
    /// The patches.
    public let files: [PatchFile]
    /// The tree that they give: for a caller to regenerate from, and to find no drift.
    public let view: any TreeView

    let series: SeriesFile
}
