import Edits
import Findings
import SlotModel

/// A way to give each call a number, with everything that is measured of it.
public struct Way: Sendable {
    /// Which way.
    public let kind: Kind
    /// What each table must have free for it, and has.
    public internal(set) var slots: [Slots] = []
    /// The numbers that the tree gets for it.
    public internal(set) var numbers: [Int] = []
    /// The number of each call of the native table, in the order of registration; `nil` for one without.
    public internal(set) var assigned: [(call: String, number: Int?)] = []
    /// How many calls have another number than in the tree as it is.
    public internal(set) var moved: [String] = []
    /// The files of the tree that change.
    public internal(set) var files: [TouchedFile] = []
    /// The files of the tree that would have to be changed by hand; how far cannot be computed.
    public internal(set) var byHand: [String] = []
    /// Lines of the tree's own masters that go, other than those that come with the numbers.
    public internal(set) var changedRows = 0
    /// Whether each call has a number of its own.
    public internal(set) var hasOwnNumbers = true
    /// What 32-bit programs meet.
    public internal(set) var narrow: [String] = []
    /// What ktrace(1), truss(1) and DTrace show.
    public internal(set) var trace: [String] = []
    /// What the next release's tree takes already.
    public internal(set) var next: [String] = []
    /// The numbers of ``numbers`` that calls of the next release have.
    public internal(set) var taken: [Int] = []
    /// Why it cannot be done in this tree.
    public internal(set) var obstacles: [String] = []
    /// Whether it adds slots, and none is missing or asked for.
    public internal(set) var isNeedless = false
    /// Whether a band by which the tree was widened before is taken back first.
    public internal(set) var takesBandBack = false
    /// What is to be said of it beyond the rest.
    public internal(set) var remarks: [String] = []
    /// What is to be done about it.
    public internal(set) var verdict = Verdict.possible
    /// Why.
    public internal(set) var reasons: [String] = []

    init(_ kind: Kind) { self.kind = kind }

    /// A way. The raw values are part of the interface.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The slots that the tree has.
        case asItIs = "as-it-is"
        /// More slots behind the last call.
        case widenTail = "widen-tail"
        /// More slots at a number of their own, with a label.
        case widenBand = "widen-band"
        /// One call that takes the operation as its first argument.
        case multiplexor
        /// A table of the module's own behind one call.
        case moduleTable = "module-table"
        /// Slots in the place of `RESERVED` rows.
        case reserved = "claim-reserved"
        /// A table of its own beside the kernel's, reached by a class in the number.
        case separateTable = "separate-table"
    }

    /// What is to be done about a way. The raw values are part of the interface.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// This is the one.
        case adopt
        /// It would do; another does better.
        case possible
        /// It would give numbers, and not what is wanted.
        case rejected
        /// It cannot be done in this tree.
        case impossible
        /// It adds what nothing lacks.
        case needless = "not-needed"
    }

    /// What a table must have free, and has.
    public struct Slots: Sendable, Hashable {
        /// The table.
        public let table: SlotKernel.Table
        /// How many numbers the calls take.
        public let needed: Int
        /// How many are free before.
        public let free: Int
        /// How many are free with the change.
        public let freeAfter: Int

        /// Says how many numbers of `table` are needed and free.
        public init(table: SlotKernel.Table, needed: Int, free: Int, freeAfter: Int) {
            self.table = table
            self.needed = needed
            self.free = free
            self.freeAfter = freeAfter
        }
    }

    /// A file of the tree that changes.
    public struct TouchedFile: Sendable, Hashable {
        /// Its path.
        public let path: String
        /// Lines that come.
        public let added: Int
        /// Lines that go.
        public let removed: Int
    }

    /// Whether every call has a number.
    public var isEnough: Bool { slots.allSatisfy { $0.needed <= $0.freeAfter } }

    /// Lines of the tree that come or go.
    public var lines: Int { files.reduce(0) { $0 + $1.added + $1.removed } }
}

extension Way.Kind {
    /// The way in a few words.
    public var title: String {
        switch self {
        case .asItIs: "the slots that are there"
        case .widenTail: "more slots behind the last call"
        case .widenBand: "more slots as a labelled band"
        case .multiplexor: "one call for all, a multiplexor"
        case .moduleTable: "a table of the module's own behind one call"
        case .reserved: "slots in the place of RESERVED rows"
        case .separateTable: "a separate table, reached by a class in the number"
        }
    }
}

extension Way.TouchedFile {
    /// Counts the lines of a change.
    init(_ change: FileChange) {
        path = change.path.string
        var (added, removed, isInHunk) = (0, 0, false)
        for line in UnifiedDiff(change, context: 0).bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: "@@ ".utf8) { isInHunk = true; continue }
            guard isInHunk else { continue }
            if line.first == 0x2B { added += 1 }
            if line.first == 0x2D { removed += 1 }
        }
        self.added = added
        self.removed = removed
    }
}
