import SlotModel
import TrapModules

/// How a decision is carried out: the kernel first, then the module without its multiplexor; each step with the commands that
/// prove it, and a ticket.
public struct Rollout: Sendable {
    /// The steps in order; each waits for the one before.
    public let steps: [Step]
    /// What a ticket says.
    public let ticket: Ticket

    /// A step.
    public struct Step: Sendable {
        /// What it is.
        public let title: String
        /// What is done.
        public let tasks: [Task]
        /// What proves that it is done.
        public let proofs: [Task]
    }

    /// Something to be done or seen.
    public struct Task: Sendable {
        /// What, as a sentence without a full stop.
        public let text: String
        /// The command that does or shows it; empty for none.
        public let command: String
    }

    /// A ticket.
    public struct Ticket: Sendable {
        /// Its title.
        public let title: String
        /// What it is about.
        public let scope: [String]
        /// What must be seen before it is closed.
        public let markers: [String]
        /// What it refers to.
        public let links: [String]
    }

    /// A tree, as commands name it.
    public struct Tree: Sendable, Hashable {
        /// The directory, or the repository.
        public let directory: String
        /// The revision; `nil` for what is checked out.
        public let revision: String?

        /// Names a tree.
        public init(_ directory: String, revision: String? = nil) {
            self.directory = directory
            self.revision = revision
        }
    }

    /// What is not known from a decision.
    public struct Particulars: Sendable {
        /// The tree.
        public var tree: Tree
        /// The manifests, as commands name them.
        public var manifests: [String]
        /// The tree of the next release.
        public var next: Tree?
        /// The directory of the patch series.
        public var patches = "patches"
        /// The name under which a multiplexor publishes its number now.
        public var multiplexor: String?
        /// Lines that the console must show.
        public var markers: [String] = []
        /// What the ticket refers to.
        public var links: [String] = []

        /// Names tree and manifests.
        public init(tree: Tree, manifests: [String]) {
            self.tree = tree
            self.manifests = manifests
        }
    }

    /// Plans to carry out what `decision` adopted; `nil` when it adopted nothing.
    public init?(_ decision: Decision, _ particulars: Particulars) {
        guard let way = decision.adopted else { return nil }
        let writer = RolloutWriter(decision: decision, way: way, particulars: particulars)
        steps = (way.files.isEmpty ? [] : [writer.kernelStep]) + [writer.moduleStep]
        ticket = writer.ticket
    }
}

private struct RolloutWriter {
    let decision: Decision
    let way: Way
    let particulars: Rollout.Particulars

    private typealias Task = Rollout.Task

    private var manifests: String { particulars.manifests.map(\.shellWord).joined(separator: " ") }
    private var tree: String { particulars.tree.directory.shellWord }
    private var patches: String { particulars.patches.shellWord }
    private var modules: [TrapManifest] { decision.demand.manifests }

    private func revision(of tree: Rollout.Tree) -> String { tree.revision?.shellWord ?? "HEAD" }

    /// The commands that boot a kernel with each module and look at the numbers.
    private var boots: [Rollout.Task] {
        zip(modules, particulars.manifests).map { module, path in
            Rollout.Task(
                text: "a kernel boots, and each call of \(module.module) has the slot that was predicted",
                command: "sysent boot --kernel kernel --probe --module \((module.module + ".ko").shellWord) "
                    + "--manifest \(path.shellWord) --expect-traps \(path.shellWord) --tree \(tree)"
            )
        }
    }

    /// The command that boots a whole system, where it has markers of its own to show.
    private var systemBoot: [Rollout.Task] {
        guard !particulars.markers.isEmpty else { return [] }
        let expected = particulars.manifests.map { "--expect-traps \($0.shellWord)" }.joined(separator: " ")
        return [
            Rollout.Task(
                text: "the whole system boots with both, and shows \(particulars.markers.joined(separator: ", "))",
                command: "sysent boot --image image --replace-kernel kernel \(expected) --tree \(tree)")
        ]
    }

    // MARK: - Steps

    var kernelStep: Rollout.Step {
        let slots = way.numbers.count.counted("slot")
        let base = particulars.tree.revision.map { " --base \($0.shellWord)" } ?? ""
        let delivery = "--tree \(tree)\(base) --patches \(patches)"
        let text = "add \(slots), \(way.numbers.inWords), as the next patch of the series"
        var tasks: [Task] = []
        if way.takesBandBack {
            tasks.append(
                Task(
                    text: "take back the band that is there, as a patch of the series",
                    command: "sysent narrow \(delivery)"))
        }
        let count = way.numbers.count
        switch way.kind {
        case .widenTail: tasks.append(Task(text: text, command: "sysent widen --slots \(count) \(delivery)"))
        case .widenBand:
            let place = "--at \(way.numbers.first ?? 0) --label \(decision.demand.label.shellWord)"
            tasks.append(Task(text: text, command: "sysent widen --slots \(count) \(place) \(delivery)"))
        default:
            tasks.append(
                Task(text: "make slots of the rows \(way.numbers.inWords), in a patch of the series", command: ""))
        }
        tasks.append(
            Task(text: "land it alone; the module runs on old and new kernels alike until the next step", command: ""))
        let tables = way.slots.map { "\($0.freeAfter) free in the \($0.table.rawValue) table" }
        var proofs = [
            Task(
                text: "the patch applies without fuzz, and makes what the generator makes of it",
                command:
                    "sysent series verify --patches \(patches) --tree \(tree) --onto \(revision(of: particulars.tree))"),
            Task(
                text:
                    "with the patch applied, the companions of all tables are up to date, those of 32-bit programs among them",
                command: "sysent generate --check --tree \(tree)"),
            Task(
                text: "nothing that programs rely on was taken away",
                command: "sysent check --tree \(tree) --base HEAD~1"),
            Task(
                text: "each call finds a slot (\(tables.joined(separator: ", ")))",
                command: "sysent slots plan \(manifests) --tree \(tree)"),
        ]
        if let next = particulars.next {
            proofs.append(
                Task(
                    text: "what becomes of the patch in the next release is known",
                    command:
                        "sysent series forecast --patches \(patches) --tree \(next.directory.shellWord) --onto \(revision(of: next))"
                ))
        }
        return Rollout.Step(
            title: "The kernel: \(slots) in addition",
            tasks: tasks,
            proofs: proofs + boots
        )
    }

    var moduleStep: Rollout.Step {
        let calls = decision.demand.traps.count.counted("call")
        let multiplexor = particulars.multiplexor.map { " \($0)" } ?? ""
        var tasks = zip(modules, particulars.manifests).map { module, path in
            Task(
                text: "make the wiring of \(module.module) anew, with a registration for each call",
                command: "sysent traps generate \(path.shellWord) --output \(module.module.shellWord)")
        }
        tasks.append(
            Task(
                text:
                    "remove the multiplexor\(multiplexor), its operations and its header; let programs find each call by its own name",
                command: ""))
        var proofs = zip(modules, particulars.manifests).flatMap { module, path in
            [
                Task(
                    text: "the wiring of \(module.module) is what its manifest says",
                    command: "sysent traps generate \(path.shellWord) --output \(module.module.shellWord) --check"),
                Task(
                    text: "each former operation has a slot of its own, and nothing of a multiplexor is left",
                    command: "sysent traps audit \(module.module.shellWord) --accept"),
            ]
        }
        proofs += boots + systemBoot
        return Rollout.Step(
            title: "The module: \(calls), each in a slot of its own"
                + (way.files.isEmpty ? "" : "; only when the kernel has them"),
            tasks: tasks, proofs: proofs)
    }

    // MARK: - The ticket

    var ticket: Rollout.Ticket {
        var scope: [String] = []
        if !way.files.isEmpty {
            scope.append(
                "kernel: \(way.numbers.count.counted("slot")) in addition, \(way.numbers.inWords); \(way.files.count.counted("file")), \(way.lines.counted("line"))"
            )
        }
        let names = modules.map(\.module).joined(separator: ", ")
        scope.append(
            "module (\(names)): \(decision.demand.traps.count.counted("call")), each registered by itself and found by its name"
                + (particulars.multiplexor.map { "; \($0) goes" } ?? ""))
        if !way.files.isEmpty { scope.append("in this order: the module needs the kernel's slots") }
        var markers = particulars.markers.map { "the console shows \($0)" }
        for module in modules {
            markers += module.traps.map { "\(module.sysctl.name).\($0.name) is a number of its own, 0 or above" }
        }
        if let multiplexor = particulars.multiplexor {
            markers += modules.prefix(1).map { "\($0.sysctl.name).\(multiplexor) is gone" }
        }
        let title =
            way.files.isEmpty
            ? "\(names): a slot for each call"
            : "\(way.numbers.count.counted("loadable slot")) in addition, and \(names) with a slot for each call"
        return Rollout.Ticket(title: title, scope: scope, markers: markers, links: particulars.links)
    }
}

extension String {
    /// The text as one word of a shell.
    fileprivate var shellWord: String {
        let plain =
            !isEmpty
            && utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "._-/@+:,=".utf8.contains(byte)
            }
        return plain
            ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
