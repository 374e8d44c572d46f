import Findings
import SlotModel
import SourceTree
import TrapModules

/// How some modules can get a number for each of their calls: every way that is known, worked out on a tree, and the one that
/// holds.
///
/// Nothing here is an opinion about a way that could not be computed from the tree, from the modules' manifests and from the
/// next release's tree: a change is really planned, a registration really tried on a model of the kernel that the changed
/// tree makes.
public struct Decision: Sendable {
    /// What the modules want.
    public let demand: Demand
    /// What the tree has.
    public let capacity: Capacity
    /// The ways, in a fixed order.
    public let ways: [Way]
    /// The figures of the plan that this comparison follows, beside what is measured here.
    public let figures: [PlanFigure]

    /// The way that is to be gone; `nil` when none gives each call a number.
    public var adopted: Way? { ways.first { $0.verdict == .adopt } }

    /// What a decision is about.
    public struct Question: Sendable {
        /// The tree.
        public let tables: TreeTables
        /// The modules' manifests, in load order.
        public let manifests: [TrapManifest]
        /// The tree of the release that comes next.
        public let next: TreeTables?
        /// How many slots a band is to have; `nil` for as many as are missing.
        public let slots: Int?
        /// Where a labelled band is to begin.
        public let bandStart: Int
        /// Makes the kernel that a tree builds.
        public let kernel: @Sendable (TreeTables) throws(Refusal) -> SlotKernel

        /// Asks.
        public init(
            tables: TreeTables,
            manifests: [TrapManifest],
            next: TreeTables? = nil,
            slots: Int? = nil,
            bandStart: Int = 600,
            kernel: @escaping @Sendable (TreeTables) throws(Refusal) -> SlotKernel
        ) {
            self.tables = tables
            self.manifests = manifests
            self.next = next
            self.slots = slots
            self.bandStart = bandStart
            self.kernel = kernel
        }
    }

    /// Decides.
    ///
    /// - Throws: a `Refusal` when the tables of a tree have errors. A way that cannot be gone is no error.
    public init(_ question: Question) throws(Refusal) {
        let ground = try Ground(question)
        demand = ground.demand
        capacity = ground.capacity
        let ways = [
            ground.asItIs, try ground.widening(.widenTail), try ground.widening(.widenBand), ground.multiplexor,
            ground.moduleTable, try ground.reservedRows, try ground.separateTable,
        ]
        self.ways = Way.judged(ways)
        figures = try PlanFigure.all(ground, self.ways)
    }
}
