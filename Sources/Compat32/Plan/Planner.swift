import Edits
import Findings
import SourceTree
import SyscallTable

/// Puts a plan together.
struct Planner {
    let call: CallInterface
    let tree: CompatTree
    let limits: [String: String]
    /// The function that does the work for both ABIs.
    var kernelFunction: String

    init(_ call: CallInterface, _ tables: TreeTables, _ declarations: Declarations, limits: [String: String])
        throws(Refusal)
    {
        self.call = call
        self.limits = limits
        kernelFunction = "kern_" + call.name
        tree = try CompatTree(tables, for: call, declarations)
    }

    func plan() throws(Refusal) -> CompatPlan {
        var planner = ArgumentPlanner(call, tree, limits: limits)
        let planned = call.arguments.compactMap { planner.plan($0) }
        if !planner.problems.isEmpty { throw Refusal(planner.problems) }
        // An argument without a verdict has a problem. Were that ever untrue, the call would be made without it.
        let names = Set(planned.map(\.parameter.name))
        if let lost = call.arguments.first(where: { !names.contains($0.name) }) {
            throw Refusal("unsupported-argument", "argument '\(lost.name)' of \(call.name): nothing is known about it")
        }
        let parameters = planned.map(\.parameter)
        let result = try ResultPlanner(call: call, tree: tree).verdict()
        try refuseWords(call.arguments.count, in: tree.native)
        let native = Projected(call, in: tree.tables).call(tree.native.table.configuration)
        let causes =
            planned.map(\.verdict).filter { $0.passage.needsWrapper } + (result.passage.needsWrapper ? [result] : [])
        let words = try words(parameters, causes)
        let functions = CompatPlan.Names(
            handler: native?.handler ?? "sys_" + call.name,
            structure: native?.structure ?? call.name + "_args",
            narrowHandler: words.handler,
            narrowStructure: words.structure,
            kernel: kernelFunction
        )
        return CompatPlan(
            call: call,
            arguments: planned.map { $0.verdict.padded(by: words.padded.contains($0.verdict.name)) },
            result: result,
            needsWrapper: words.needsWrapper,
            row: words.row,
            hunks: words.hunks,
            findings: planner.doubts,
            parameters: parameters,
            names: functions,
            narrowTypes: words.types,
            definitions: words.needsWrapper ? planner.elements.definitions : [],
            types: planner.elements.layouts.types,
            macros: tree.macros
        )
    }

    /// What the 32-bit table has to say about the call.
    struct Words {
        var needsWrapper = false
        var handler = ""
        var structure = ""
        var types: [String] = []
        var padded: Set<String> = []
        var row: CompatPlan.Row32?
        var hunks: [CompatPlan.Hunk] = []
    }

    func words(_ parameters: [Parameter], _ causes: [CompatPlan.Verdict]) throws(Refusal) -> Words {
        guard let narrow = tree.narrow else { return Words() }
        if tree.projects { return try projectedWords(parameters, causes, narrow) }
        return try ownWords(parameters, needsWrapper: !causes.isEmpty, narrow)
    }

    /// The kernel fetches eight words (`args[8]` of `ia32_fetch_syscall_args`, `MAXARGS` of `sys/proc.h`).
    func refuseWords(_ count: Int, in table: TreeTables.Table) throws(Refusal) {
        guard count > 8 else { return }
        throw Refusal(
            "argument-words",
            "\(call.name) has \(count) argument words in \(table.site.directory); the kernel fetches 8",
            notes: [Note("put arguments into a structure, or reorder them so that pairs need no padding")])
    }

    func refuseCollision(_ names: [String]) throws(Refusal) {
        var seen: Set<String> = []
        guard let name = names.first(where: { !seen.insert($0).inserted }) else { return }
        throw Refusal(
            "argument-collision",
            name == "_pad"
                ? "\(call.name) has two pairs that need padding, and the generator calls the padding of both '_pad'"
                : "\(call.name) would have two arguments called '\(name)', one of them a half of a pair",
            notes: [Note(name == "_pad" ? "reorder the arguments so that pairs begin at even places" : "rename one")])
    }
}

extension CompatPlan.Passage {
    /// Whether 32-bit programs need an entry point of their own for it.
    var needsWrapper: Bool {
        switch self {
        case .signExtended, .split, .time, .converted: true
        case .asIs, .zeroExtended, .sharedMemory, .none: false
        }
    }
}

extension CompatPlan.Verdict {
    func padded(by isPadded: Bool) -> Self {
        guard isPadded, case .split = passage else { return self }
        return Self(name: name, type: type, passage: .split(padded: true), rule: rule, place: place)
    }

    /// The reason on a line of a configuration.
    var shortReason: String {
        switch passage {
        case .signExtended: "\(name) is signed and needs its sign extended"
        case .split where name.isEmpty: "a result of 64 bits is returned in two registers"
        default: "\(name.isEmpty ? "the result" : name) differs in 32-bit programs"
        }
    }
}
