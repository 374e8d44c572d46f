import Edits
import Findings
import SourceTree
import SyscallTable

extension CompatPlan {
    /// Works out what 32-bit programs make of `call`.
    ///
    /// The argument structures of the 32-bit table are those that the tree's generator will make: from FreeBSD 14 on the
    /// table is projected from the native master, and the plan is held against the projection; up to 13 the plan gives the
    /// row of the 32-bit master itself.
    ///
    /// - Parameters:
    ///   - call: the call, with all of its annotations.
    ///   - tables: the tree that it is added to, or has it already.
    ///   - declarations: what the tree's headers do not say about the call's types.
    ///   - limits: the largest number of elements of each array that is copied, by the argument's name: a number, or an
    ///     expression of C; 1024 where nothing is said.
    /// - Throws: a `Refusal` with everything that is missing or cannot be: no annotation at a pointer, the unknown layout of
    ///   a structure, a type that the generator cannot project, more words than the kernel fetches.
    public static func make(
        _ call: CallInterface,
        in tables: TreeTables,
        declarations: Declarations = .none,
        limits: [String: String] = [:]
    ) throws(Refusal) -> CompatPlan {
        try Planner(call, tables, declarations, limits: limits).plan()
    }
}

/// Puts a plan together.
private struct Planner {
    let call: CallInterface
    let tree: CompatTree
    let limits: [String: String]

    init(_ call: CallInterface, _ tables: TreeTables, _ declarations: Declarations, limits: [String: String])
        throws(Refusal)
    {
        self.call = call
        self.limits = limits
        tree = try CompatTree(tables, for: call, declarations)
    }

    func plan() throws(Refusal) -> CompatPlan {
        var planner = ArgumentPlanner(call, tree, limits: limits)
        let planned = call.arguments.compactMap { planner.plan($0) }
        if !planner.problems.isEmpty { throw Refusal(planner.problems) }
        let parameters = planned.map(\.parameter)
        let result = try ResultPlanner(call: call, tree: tree).verdict()
        try refuseWords(call.arguments.count, in: tree.native)
        let native = Projected(call, in: tree.tables).call(tree.native.table.configuration)
        let causes =
            planned.map(\.verdict).filter { $0.passage.needsWrapper } + (result.passage.needsWrapper ? [result] : [])
        let words = try words(parameters, causes)
        let names = CompatPlan.Names(
            handler: native?.handler ?? "sys_" + call.name,
            structure: native?.structure ?? call.name + "_args",
            narrowHandler: words.handler,
            narrowStructure: words.structure,
            kernel: "kern_" + call.name
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
            names: names,
            narrowTypes: words.types,
            definitions: words.needsWrapper ? planner.elements.definitions : [],
            types: planner.elements.layouts.types,
            macros: tree.macros
        )
    }

    /// What the 32-bit table has to say about the call.
    private struct Words {
        var needsWrapper = false
        var handler = ""
        var structure = ""
        var types: [String] = []
        var padded: Set<String> = []
        var row: CompatPlan.Row32?
        var hunks: [CompatPlan.Hunk] = []
    }

    private func words(_ parameters: [Parameter], _ causes: [CompatPlan.Verdict]) throws(Refusal) -> Words {
        guard let narrow = tree.narrow else { return Words() }
        if tree.projects { return try projectedWords(parameters, causes, narrow) }
        return try ownWords(parameters, needsWrapper: !causes.isEmpty, narrow)
    }

    /// The kernel fetches eight words (`args[8]` of `ia32_fetch_syscall_args`, `MAXARGS` of `sys/proc.h`).
    private func refuseWords(_ count: Int, in table: TreeTables.Table) throws(Refusal) {
        guard count > 8 else { return }
        throw Refusal(
            "argument-words",
            "\(call.name) has \(count) argument words in \(table.site.directory); the kernel fetches 8",
            notes: [Note("put arguments into a structure, or reorder them so that pairs need no padding")])
    }

    private func refuseCollision(_ names: [String]) throws(Refusal) {
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

// MARK: - A master of its own

extension Planner {
    /// The row of the 32-bit master, as the plan wants it.
    private func ownWords(_ parameters: [Parameter], needsWrapper: Bool, _ narrow: TreeTables.Table) throws(Refusal)
        -> Words
    {
        let prefix = narrow.table.configuration["abi_func_prefix"]
        var words = Words()
        words.needsWrapper = needsWrapper
        let name = needsWrapper ? (prefix.isEmpty ? "freebsd32_" : prefix) + call.name : call.name
        words.handler = name
        words.structure = name + "_args"
        guard needsWrapper else {
            words.types = parameters.map(\.argument.type)
            words.row = .init(
                kinds: ["NOPROTO"], result: call.result, name: name,
                arguments: call.arguments.map { .init($0.type, $0.name) }, padded: nil)
            return words
        }
        var plain: [CallInterface.Argument] = []
        var padded: [CallInterface.Argument] = []
        for parameter in parameters {
            let type = parameter.narrowType
            words.types.append(type)
            switch parameter.passing {
            case .value(.pair), .value(.time):
                if !padded.count.isMultiple(of: 2) {
                    padded.append(.init("int", padName(padded)))
                    words.padded.insert(parameter.name)
                }
                let halves = ["1", "2"].map { CallInterface.Argument("uint32_t", parameter.name + $0) }
                padded += halves
                plain += parameter.passing == .value(.time) ? [.init("int32_t", parameter.name)] : halves
            default:
                plain.append(.init(type, parameter.name))
                padded.append(.init(type, parameter.name))
            }
        }
        try refuseWords(padded.count, in: narrow)
        try refuseCollision(padded.map(\.name))
        words.row = .init(
            kinds: ["STD"], result: call.result, name: name, arguments: plain, padded: padded == plain ? nil : padded)
        return words
    }

    private func padName(_ arguments: [CallInterface.Argument]) -> String {
        let taken = Set(arguments.map(\.name) + call.arguments.map(\.name))
        return (1...).lazy.map { $0 == 1 ? "pad" : "pad\($0)" }.first { !taken.contains($0) } ?? "pad"
    }
}

// MARK: - A projected table

extension Planner {
    private func projectedWords(
        _ parameters: [Parameter], _ causes: [CompatPlan.Verdict], _ narrow: TreeTables.Table
    ) throws(Refusal) -> Words {
        var words = Words()
        let hunks = GeneratorHunks(tree: tree, call: call)
        var configuration = narrow.table.configuration
        var tables = tree.tables
        // Released trees exempt a few calls by name, and make a few impossible for 32-bit programs.
        let isSettled =
            configuration.noAbiChange.contains(call.name) || configuration.unimplemented.contains(call.name)
            || configuration.obsolete.contains(call.name)
        guard var projected = Projected(call, in: tables).call(configuration) else { throw unprojectable(call.name) }
        if !isSettled {
            let unsplit = parameters.filter { $0.passing == .value(.pair) && !projected.splits($0.name) }
            var seen: Set<String> = []
            for parameter in unsplit where seen.insert(parameter.type.base).inserted {
                words.hunks += try hunks.adding(wideType: parameter.type.base)
            }
            let shows = projected.abi.needsWrapper || !unsplit.isEmpty
            if let cause = causes.first, !shows { words.hunks += try hunks.listing(because: cause.shortReason) }
            if !words.hunks.isEmpty {
                tables = try hunks.tables(after: words.hunks)
                guard let changed = tables.tables.first(where: { $0.site.directory == narrow.site.directory }),
                    let again = Projected(call, in: tables).call(changed.table.configuration)
                else { throw unprojectable(call.name) }
                configuration = changed.table.configuration
                projected = again
            }
        }
        words.needsWrapper = projected.abi.needsWrapper
        words.handler = projected.handler
        words.structure = projected.structure
        guard words.needsWrapper else {
            words.types = parameters.map(\.argument.type)
            guard isSettled || causes.isEmpty else { throw unprojectable(call.name) }
            return words
        }
        try read(projected, parameters, configuration, into: &words)
        return words
    }

    /// Holds the plan against what the generator makes of the arguments.
    private func read(
        _ projected: Syscall, _ parameters: [Parameter], _ configuration: TableConfiguration, into words: inout Words
    ) throws(Refusal) {
        try refuseWords(projected.arguments.count, in: tree.narrow ?? tree.native)
        try refuseCollision(projected.arguments.map(\.name))
        var rest = projected.arguments[...]
        for parameter in parameters {
            if rest.first?.isPad == true {
                words.padded.insert(parameter.name)
                rest = rest.dropFirst()
            }
            guard let argument = rest.popFirst() else { throw unprojectable(parameter.name) }
            if parameter.passing == .value(.pair) {
                guard argument.name == parameter.name + "1", rest.popFirst()?.name == parameter.name + "2" else {
                    throw unprojectable(parameter.name)
                }
            } else {
                guard argument.name == parameter.name else { throw unprojectable(parameter.name) }
                try refuseType(argument, parameter, configuration)
            }
            words.types.append(argument.type)
        }
    }

    /// The generator replaces the text `size_t` in `ssize_t *` too, and makes a type of it that nobody knows.
    private func refuseType(_ argument: Syscall.Argument, _ parameter: Parameter, _ configuration: TableConfiguration)
        throws(Refusal)
    {
        let type = DeclaredType(argument.type)
        let known = ["abi_long", "abi_u_long", "abi_size_t", "abi_semid_t", "abi_ptr_array_t", "abi_intptr_t"]
        guard type.base != parameter.type.base, type.structureTag == nil,
            !known.contains(where: { configuration[$0] == type.base })
        else { return }
        throw Refusal(
            "unprojectable-type", at: tree.place(of: "size_t", in: .configuration),
            "argument '\(argument.name)' of \(call.name): the generator makes '\(argument.type)' of "
                + "'\(parameter.argument.type)' in \(tree.narrow?.site.directory.string ?? ""), which is no type",
            notes: [Note("use a pointer to long or size_t, or to a structure that holds it")])
    }

    private func unprojectable(_ name: String) -> Refusal {
        Refusal("unprojectable-type", "\(call.name): what the generator makes of '\(name)' is not what it has to be")
    }
}

extension Syscall {
    /// Whether the argument `name` stands here in two halves.
    fileprivate func splits(_ name: String) -> Bool {
        arguments.contains { $0.name == name + "1" } && !arguments.contains { $0.name == name }
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
    fileprivate func padded(by isPadded: Bool) -> Self {
        guard isPadded, case .split = passage else { return self }
        return Self(name: name, type: type, passage: .split(padded: true), rule: rule, place: place)
    }

    /// The reason on a line of a configuration.
    fileprivate var shortReason: String {
        switch passage {
        case .signExtended: "\(name) is signed and needs its sign extended"
        case .split where name.isEmpty: "a result of 64 bits is returned in two registers"
        default: "\(name.isEmpty ? "the result" : name) differs in 32-bit programs"
        }
    }
}

extension Parameter {
    /// The type in the row of a 32-bit master.
    fileprivate var narrowType: String {
        switch passing {
        case .value(.plain), .address, .string: argument.type
        case .value(.signed), .value(.time): "int32_t"
        case .value(.pair): "uint32_t"
        case .addresses: "uint32_t *"
        case .vector: type.replacingBase("struct iovec32").text
        case .object(let element, _), .array(let element, _, _):
            switch element.narrowType {
            case nil: argument.type
            case let narrow? where type.stars.count == 2: DeclaredType(base: narrow, stars: [false]).text
            case let narrow?: type.replacingBase(narrow).text
            }
        }
    }
}

extension DeclaredType {
    fileprivate func replacingBase(_ base: String) -> DeclaredType {
        var type = self
        type.base = base
        return type
    }
}
