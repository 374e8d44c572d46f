import Findings

/// A master with the changes of two sides, and what became of the side whose numbers may move.
public struct MergedMaster: Sendable, Hashable {
    /// The text. Where there are conflicts, both sides stand in it between git's markers.
    public let bytes: [UInt8]
    /// The rows that got other numbers, in the order of the new ones.
    public let moves: [Move]
    /// The calls of the moving side that the other side has as well, in the order of their numbers.
    public let present: [PresentCall]
    /// What two people decided differently.
    public let conflicts: [MergeConflict]

    /// A row whose number changed.
    public struct Move: Sendable, Hashable {
        /// The call; `lkmnosys` for a slot.
        public let name: String
        /// The number that it had.
        public let old: Int
        /// The number that it has.
        public let new: Int
        /// Whether it is a slot for a loadable call, which modules find by name.
        public let isSlot: Bool
        /// Who has the old number now; `nil` when nobody does.
        public let holder: String?

        /// Makes a move.
        public init(name: String, old: Int, new: Int, isSlot: Bool, holder: String?) {
            self.name = name
            self.old = old
            self.new = new
            self.isSlot = isSlot
            self.holder = holder
        }
    }

    /// A call that both sides have.
    public struct PresentCall: Sendable, Hashable {
        /// The call.
        public let name: String
        /// Its number on the side whose numbers stay.
        public let number: Int
    }
}

/// A place where both sides changed the same thing, each to something else.
public struct MergeConflict: Sendable, Hashable {
    /// What they disagree about.
    public let message: String
    /// Where it stands on the side whose numbers may move.
    public let ours: Location
    /// Where it stands on the other side; `nil` when nothing stands there.
    public let theirs: Location?

    /// The conflict as a finding.
    public var finding: Finding {
        Finding(
            .error, "merge-conflict", at: ours, message,
            notes: theirs.map { [Note("the other side is here", at: $0)] } ?? []
        )
    }
}
