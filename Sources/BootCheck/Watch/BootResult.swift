/// What was seen of a boot.
public struct BootResult: Sendable {
    /// How it ended.
    public var outcome: BootOutcome
    /// In words, without a full stop.
    public var message: String
    /// When the deciding byte came, or the deciding time passed, since the start.
    public var decidedAt: Duration
    /// The number of the deciding line, counted from 1; `nil` when no line decided.
    public var line: Int?
    /// The lines before the deciding one and that one, oldest first.
    public var before: [String]
    /// The lines behind it.
    public var after: [String]
    /// What became of each stage.
    public var stages: [StageResult]
    /// What became of each marker.
    public var markers: [MarkerResult]
    /// What became of each system call; empty when that was not looked at.
    public var traps: [TrapResult]
    /// How many bytes the console brought.
    public var byteCount: Int
    /// How many lines they made.
    public var lineCount: Int
    /// How often the machine was reset.
    public var resets: Int

    /// What became of a stage.
    public struct StageResult: Sendable, Hashable {
        /// The stage.
        public var name: String
        /// When it began; `nil` when it did not.
        public var began: Duration?
        /// When all that it requires was there; `nil` when it never was.
        public var ended: Duration?
        /// The required markers that were not seen.
        public var missing: [String]

        /// How long it took.
        public var elapsed: Duration? {
            guard let began, let ended else { return nil }
            return ended - began
        }
    }

    /// What became of a marker.
    public struct MarkerResult: Sendable, Hashable {
        /// The marker.
        public var name: String
        /// Its stage.
        public var stage: String
        /// What it means.
        public var kind: BootPlan.Marker.Kind
        /// When it came first; `nil` when it did not.
        public var seenAt: Duration?
        /// On which line.
        public var line: Int?
        /// Whether another writer's line split it.
        public var isSpliced: Bool
        /// A line that has its text and yet is not it, where it was not seen.
        public var nearMiss: String?
    }

    /// Whether the boot held.
    public var isHeld: Bool { outcome == .held }
}
