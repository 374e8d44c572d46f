import SyscallSyntax

/// Makes the calls of one ABI of the rows of a master: `syscall:finalize` of core/syscall.lua, and the middle of
/// `process_syscall_def` of makesyscalls.lua.
struct Projection {
    let configuration: TableConfiguration
    let generator: Generator
    private let rules: Particulars.Projecting
    private let flags: [AbiFlag]
    private let hasOtherPointers: Bool
    private let prefix: String
    private var types: ProjectedTypes

    init(of master: Master, configuration: TableConfiguration, generator: Generator) {
        self.configuration = configuration
        self.generator = generator
        rules = generator.particulars.projection
        flags = generator.abiFlags.filter { configuration.abiFlags.contains($0.name) }
        hasOtherPointers = configuration.abiFlags.contains("pointer_args")
        prefix = configuration["abi_func_prefix"]
        types = ProjectedTypes(of: master, AbiTypes(configuration, rules), wide: generator.wideTypes)
    }

    /// Appends the calls that `row` is, one for each of its numbers.
    mutating func append(callsOf row: Row, at index: Int, to calls: inout [Syscall]) {
        var arguments: [Syscall.Argument] = []
        arguments.reserveCapacity(row.prototype?.arguments.count ?? 0)
        var effect = AbiEffect(needsWrapper: false, reasons: [])
        for argument in row.prototype?.arguments ?? [] {
            append(argument, to: &arguments, &effect)
        }
        let mayShare = decide(row.name, arguments, &effect)
        let kinds = kinds(row, mayShare: mayShare, &effect)
        let names = names(row, kinds, effect, arguments)
        let copiesDirectives = generator.particulars.master.copiesDirectives
        for number in row.numbers {
            let call = Syscall(
                number: number,
                row: index,
                source: row,
                kinds: kinds,
                name: names.name,
                publicName: names.publicName,
                comment: names.comment,
                handler: names.handler,
                hasNumberSymbol: hasNumberSymbol(kinds),
                arguments: arguments,
                structure: names.structure,
                abi: effect,
                prolog: copiesDirectives && number != row.numbers.lowerBound ? [] : row.prolog
            )
            calls.append(call)
        }
    }

    /// The kinds of the row with what the configuration adds.
    private func kinds(_ row: Row, mayShare: Bool, _ effect: inout AbiEffect) -> Kinds {
        var kinds = row.kinds
        let isModular = generator.edition == .modular
        if configuration.obsolete.contains(row.name) || isBelowLowestCompat(kinds) {
            if isModular { kinds.flags.insert(.obsolete) } else { kinds.flags = .obsolete }
            effect.needsWrapper = !isModular && configuration.abiChange.contains(row.name)
        }
        if configuration.unimplemented.contains(row.name) {
            if isModular { kinds.flags.insert(.unimplemented) } else { kinds.flags = .unimplemented }
        }
        if isEnabled(row) { kinds.flags.insert(.capabilityEnabled) }
        if mayShare || kinds.flags.contains(.multiplexer) { kinds.flags.insert(.noPrototype) }
        return kinds
    }

    /// Whether a list of capability mode names the call, with or without the prefix of this ABI.
    private func isEnabled(_ row: Row) -> Bool {
        guard !configuration.capabilities.isEmpty else { return false }
        // `parseline` of makesyscalls.sh is done with a NODEF row before it looks at the list.
        if row.kinds.flags.contains(.noDefinition), rules == .none { return false }
        return configuration.capabilities.contains(row.name)
            || row.name.hasPrefix(prefix)
                && configuration.capabilities.contains(String(row.name.dropFirst(prefix.count)))
    }

    private struct Names {
        var name: String
        var publicName: String
        var comment: String
        var handler: AffixedName
        var structure: AffixedName
    }

    private func names(
        _ row: Row,
        _ kinds: Kinds,
        _ effect: AbiEffect,
        _ arguments: [Syscall.Argument]
    ) -> Names {
        let prefix = effect.needsWrapper ? self.prefix : ""
        let name = row.name.isEmpty || prefix.isEmpty ? row.name : prefix + row.name
        // FreeBSD 13 has no wrappers; an ABI with other pointers has its own structures and symbols.
        let pointers =
            rules == .suffix && hasOtherPointers
            && arguments.contains(where: \.isPointer)
        let structurePrefix = pointers ? self.prefix : prefix
        let compatPrefix = row.kinds.compat.map { $0 == 3 ? "o" : "freebsd\($0)_" } ?? ""
        let isPlain = row.kinds.compat != nil || generator.particulars.format.isPlainHandler(name)
        let handler = AffixedName(isPlain ? compatPrefix : "sys_", name)
        if generator.edition == .modular {
            return Names(
                name: name,
                publicName: name,
                comment: kinds.flags.contains(.reserved) ? Self.reserved : kinds.level == .obsolete ? name : row.name,
                handler: handler,
                structure: row.alternatives.structure.map { AffixedName($0) }
                    ?? AffixedName(kinds.symbolPrefix, prefix + row.name, "_args")
            )
        }
        var comment = row.comment
        if kinds.flags.contains(.reserved) { comment = Self.reserved }
        if kinds.flags.contains(.obsolete), !row.kinds.flags.contains(.obsolete) { comment = compatPrefix + row.name }
        return Names(
            name: name,
            publicName: effect.needsWrapper || pointers
                ? structurePrefix + row.name : row.alternatives.name ?? row.name,
            comment: comment,
            handler: handler,
            structure: row.alternatives.structure.map { AffixedName(structurePrefix, $0) }
                ?? AffixedName(compatPrefix, structurePrefix + row.name, "_args")
        )
    }

    private static let reserved = "reserved for local use"

    private func hasNumberSymbol(_ kinds: Kinds) -> Bool {
        guard kinds.flags.isDisjoint(with: [.unimplemented, .reserved, .noDefinition]) else { return false }
        if generator.edition == .modular, !kinds.flags.isDisjoint(with: [.std, .noStandard, .multiplexer]) {
            return true
        }
        return switch kinds.level {
        case .native: true
        case .compat(let level): !generator.particulars.format.historicLevels.contains(level)
        case .none, .obsolete: false
        }
    }

    private func isBelowLowestCompat(_ kinds: Kinds) -> Bool {
        if case .compat(let level) = kinds.level { level > 0 && level < configuration.lowestCompat } else { false }
    }

    /// Decides whether the call needs a wrapper (`syscall:processChangesAbi`).
    ///
    /// - Returns: whether this ABI shares the native handler, so that it declares no prototype of its own.
    private func decide(_ name: String, _ arguments: [Syscall.Argument], _ effect: inout AbiEffect) -> Bool {
        guard rules == .full else { return false }
        if configuration.noAbiChange.contains(name) {
            effect.needsWrapper = false
            effect.reasons.append(.exempted)
        }
        let shares = !configuration.abiFlags.isEmpty && !effect.needsWrapper
        if hasOtherPointers,
            let pointer = arguments.first(where: \.isPointer)
        {
            effect.needsWrapper = true
            effect.reasons.append(.pointer(name: pointer.name))
        }
        if configuration.abiChange.contains(name) {
            effect.needsWrapper = true
            effect.reasons.append(.listed)
        }
        return shares && !effect.needsWrapper
    }

    /// `scarg:process` and `scarg:append` of core/scarg.lua
    private mutating func append(
        _ argument: DeclaredArgument,
        to arguments: inout [Syscall.Argument],
        _ effect: inout AbiEffect
    ) {
        var differs = false
        for flag in flags {
            guard let pattern = flag.patterns.first(where: { $0.matches(argument.declaration) }) else { continue }
            differs = true
            effect.reasons.append(.argument(name: argument.name, flag: flag.name, pattern: pattern.source))
        }
        if rules == .full {
            effect.needsWrapper = effect.needsWrapper || differs
        } else {
            differs = differs || !types.abi.isPointer(argument.text)
        }
        let pairs = configuration.pairsWideArguments
        let type = types[argument, differs]
        guard rules == .full, pairs else {
            arguments.append(Syscall.Argument(type.spelling, argument.name, pairs: pairs))
            return
        }
        if type.isWideAsDeclared {
            effect.needsWrapper = true
            effect.reasons.append(.wide(name: argument.name))
        }
        guard type.isWide else {
            arguments.append(Syscall.Argument(type.spelling, argument.name, pairs: pairs))
            return
        }
        // Two words for a 64-bit argument, the first at an even place.
        if !arguments.count.isMultiple(of: 2) {
            arguments.append(Syscall.Argument(types.pad, Syscall.Argument.padName, pairs: pairs))
        }
        arguments.append(Syscall.Argument(types.word, argument.name + "1", pairs: pairs))
        arguments.append(Syscall.Argument(types.word, argument.name + "2", pairs: pairs))
    }
}

extension Syscall.Argument {
    fileprivate static let padName = "_pad"

    /// The generator tells its padding by type and name, and so does a prototype that spells it out.
    fileprivate init(_ spelling: TypeSpelling, _ name: String, pairs: Bool) {
        self.init(
            spelling: spelling, name: name, isPad: pairs && name == Self.padName && spelling.text == "int")
    }
}
