import Edits
import Findings
import SourceTree
import SyscallTable

extension Planner {
    func projectedWords(
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
    func read(
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
    func refuseType(_ argument: Syscall.Argument, _ parameter: Parameter, _ configuration: TableConfiguration)
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

    func unprojectable(_ name: String) -> Refusal {
        Refusal("unprojectable-type", "\(call.name): what the generator makes of '\(name)' is not what it has to be")
    }
}

extension Syscall {
    /// Whether the argument `name` stands here in two halves.
    fileprivate func splits(_ name: String) -> Bool {
        arguments.contains { $0.name == name + "1" } && !arguments.contains { $0.name == name }
    }
}
