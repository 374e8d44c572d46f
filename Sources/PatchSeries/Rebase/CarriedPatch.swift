import Edits
import Findings
import TableMerge

/// What became of a patch on another base.
public struct CarriedPatch: Sendable {
    /// The name in the patch directory.
    public let name: String
    /// What had to be done.
    public let verdict: Verdict
    /// What the patch is about, for a patch of a table.
    public let intent: PatchIntent?
    /// The rows that have other numbers now.
    public let moves: [MergedMaster.Move]
    /// The calls that the base has already.
    public let present: [MergedMaster.PresentCall]
    /// What is doubtful, or, where the patch cannot be carried over, why.
    public let findings: [Finding]
    /// The patch for the new base, `nil` where there is none.
    public let bytes: [UInt8]?

    /// What had to be done to a patch.
    public enum Verdict: Sendable, Hashable {
        /// Nothing: it applies, at most some lines away from where it says.
        case applies(offset: Int)
        /// Its change of a table was made anew from what it means.
        case redone
        /// It applies, and its companions were made anew.
        case regenerated
        /// git merged it.
        case merged
        /// The base holds the change; the patch can go. `byOtherText` where not one of its lines says so.
        case upstream(byOtherText: Bool)
        /// A person has to decide.
        case conflict

        /// The verdict in a word.
        public var word: String {
            switch self {
            case .applies(offset: 0): "applies"
            case .applies: "applies-with-offset"
            case .redone: "redone"
            case .regenerated: "regenerated"
            case .merged: "merged"
            case .upstream: "upstream"
            case .conflict: "conflict"
            }
        }
    }
}

/// What a patch of a table is about.
public enum PatchIntent: Sendable, Hashable {
    /// As its trailer `Sysent-Intent` says.
    case recorded(String)
    /// As its rows say: what it adds to masters, and takes out of them.
    case inferred(added: [String], removed: [String])
    /// It changes companions and no master.
    case companions

    /// The intent in a line.
    public var text: String {
        switch self {
        case .recorded(let trailer): trailer
        case .inferred(let added, let removed):
            [
                added.isEmpty ? nil : "adds \(added.joined(separator: ", "))",
                removed.isEmpty ? nil : "removes \(removed.joined(separator: ", "))",
            ]
            .compactMap(\.self).joined(separator: "; ")
        case .companions: "changes companions"
        }
    }
}
