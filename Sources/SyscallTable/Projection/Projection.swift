import SyscallSyntax

/// Makes the calls of one ABI of the rows of a master: `syscall:finalize` of core/syscall.lua, and the middle of
/// `process_syscall_def` of makesyscalls.lua.
struct Projection {
    private let rules: Particulars.Projecting
    private let isModular: Bool
    private let copiesDirectives: Bool
    private let format: CompanionFormat
    private let flags: [AbiFlag]
    private let isOtherAbi: Bool
    private let hasOtherPointers: Bool
    private let pairs: Bool
    private let prefix: String
    private let lowestCompat: Int
    private let listings: [String: Listing]
    private let capabilities: Set<String>
    private var types: ProjectedTypes

    init(of master: Master, configuration: TableConfiguration, generator: Generator) {
        rules = generator.particulars.projection
        isModular = generator.edition == .modular
        copiesDirectives = generator.particulars.master.copiesDirectives
        format = generator.particulars.format
        flags = generator.abiFlags.filter { configuration.abiFlags.contains($0.name) }
        isOtherAbi = !configuration.abiFlags.isEmpty
        hasOtherPointers = configuration.abiFlags.contains("pointer_args")
        pairs = configuration.pairsWideArguments
        prefix = configuration["abi_func_prefix"]
        lowestCompat = configuration.lowestCompat
        listings = configuration.listings
        capabilities = configuration.capabilities
        types = ProjectedTypes(
            of: master, AbiTypes(configuration, rules), split: rules == .full && pairs ? generator.wideTypes : [])
    }

    /// Appends the calls that `row` is, one for each of its numbers.
    mutating func append(callsOf row: Row, at index: Int, to calls: inout [Syscall]) {
        let listing = listings.isEmpty ? [] : listings[row.name] ?? []
        var effect = AbiEffect(needsWrapper: false, reasons: [])
        let arguments = arguments(row, &effect)
        let mayShare = decide(listing, arguments, &effect)
        let kinds = kinds(row, listing, mayShare: mayShare, &effect)
        let hasNumberSymbol = hasNumberSymbol(kinds)
        let prefixes = prefixes(row, effect, arguments)
        let name = row.name.isEmpty ? "" : prefixed(prefixes.name, row.name)
        for number in row.numbers {
            let call = Syscall(
                number: number,
                row: index,
                source: row,
                kinds: kinds,
                name: name,
                publicName: isModular ? name : publicName(row, prefixes),
                comment: comment(row, kinds, prefixes, name),
                handler: handler(row, prefixes, name),
                hasNumberSymbol: hasNumberSymbol,
                arguments: arguments,
                structure: structure(row, kinds, prefixes),
                abi: effect,
                prolog: copiesDirectives && number != row.numbers.lowerBound ? [] : row.prolog
            )
            calls.append(call)
        }
    }

    /// The kinds of the row with what the configuration adds.
    private func kinds(_ row: Row, _ listing: Listing, mayShare: Bool, _ effect: inout AbiEffect) -> Kinds {
        var kinds = row.kinds
        if listing.contains(.obsolete) || isBelowLowestCompat(kinds) {
            if isModular { kinds.flags.insert(.obsolete) } else { kinds.flags = .obsolete }
            effect.needsWrapper = !isModular && listing.contains(.changesAbi)
        }
        if listing.contains(.unimplemented) {
            if isModular { kinds.flags.insert(.unimplemented) } else { kinds.flags = .unimplemented }
        }
        if isEnabled(row) { kinds.flags.insert(.capabilityEnabled) }
        if mayShare || kinds.flags.contains(.multiplexer) { kinds.flags.insert(.noPrototype) }
        return kinds
    }

    /// Whether a list of capability mode names the call, with or without the prefix of this ABI.
    private func isEnabled(_ row: Row) -> Bool {
        guard !capabilities.isEmpty else { return false }
        // `parseline` of makesyscalls.sh is done with a NODEF row before it looks at the list.
        if row.kinds.flags.contains(.noDefinition), rules == .none { return false }
        return capabilities.contains(row.name)
            || !prefix.isEmpty && row.name.hasPrefix(prefix)
                && capabilities.contains(String(row.name.dropFirst(prefix.count)))
    }

    /// What stands ahead of the names of a row.
    private struct Prefixes {
        /// Ahead of the name of the call.
        let name: String
        /// Ahead of the name of its structure.
        let structure: String
        /// Whether structure and public name are this ABI's own.
        let areOwn: Bool
        /// What its compat level brings.
        let compat: String
    }

    private func prefixes(_ row: Row, _ effect: AbiEffect, _ arguments: [Syscall.Argument]) -> Prefixes {
        // FreeBSD 13 has no wrappers; an ABI with other pointers has its own structures and symbols.
        let areOwn =
            effect.needsWrapper || rules == .suffix && hasOtherPointers && arguments.contains(where: \.isPointer)
        return Prefixes(
            name: effect.needsWrapper ? prefix : "",
            structure: areOwn ? prefix : "",
            areOwn: areOwn,
            compat: row.kinds.compat.map { $0 == 3 ? "o" : "freebsd\($0)_" } ?? ""
        )
    }

    private func prefixed(_ prefix: String, _ name: String) -> String {
        prefix.isEmpty ? name : prefix + name
    }

    /// The public name of a call of FreeBSD 14 and before.
    private func publicName(_ row: Row, _ prefixes: Prefixes) -> String {
        prefixes.areOwn ? prefixed(prefixes.structure, row.name) : row.alternatives.name ?? row.name
    }
    private func comment(_ row: Row, _ kinds: Kinds, _ prefixes: Prefixes, _ name: String) -> String {
        if kinds.flags.contains(.reserved) { return Self.reserved }
        if isModular { return kinds.level == .obsolete ? name : row.name }
        let becameObsolete = kinds.flags.contains(.obsolete) && !row.kinds.flags.contains(.obsolete)
        return becameObsolete ? prefixes.compat + row.name : row.comment
    }

    private static let reserved = "reserved for local use"

    private func handler(_ row: Row, _ prefixes: Prefixes, _ name: String) -> AffixedName {
        let isPlain = row.kinds.compat != nil || format.isPlainHandler(name)
        return AffixedName(isPlain ? prefixes.compat : "sys_", name)
    }

    private func structure(_ row: Row, _ kinds: Kinds, _ prefixes: Prefixes) -> AffixedName {
        if let name = row.alternatives.structure { return AffixedName(isModular ? "" : prefixes.structure, name) }
        let symbolPrefix = isModular ? kinds.symbolPrefix : prefixes.compat
        return AffixedName(symbolPrefix, prefixed(prefixes.structure, row.name), "_args")
    }

    private func hasNumberSymbol(_ kinds: Kinds) -> Bool {
        guard kinds.flags.isDisjoint(with: [.unimplemented, .reserved, .noDefinition]) else { return false }
        if isModular, !kinds.flags.isDisjoint(with: [.std, .noStandard, .multiplexer]) { return true }
        return switch kinds.level {
        case .native: true
        case .compat(let level): !format.historicLevels.contains(level)
        case .none, .obsolete: false
        }
    }

    private func isBelowLowestCompat(_ kinds: Kinds) -> Bool {
        if case .compat(let level) = kinds.level { level > 0 && level < lowestCompat } else { false }
    }

    /// Decides whether the call needs a wrapper (`syscall:processChangesAbi`).
    ///
    /// - Returns: whether this ABI shares the native handler, so that it declares no prototype of its own.
    private func decide(_ listing: Listing, _ arguments: [Syscall.Argument], _ effect: inout AbiEffect) -> Bool {
        guard rules == .full else { return false }
        if listing.contains(.keepsAbi) {
            effect.needsWrapper = false
            effect.reasons.append(.exempted)
        }
        let shares = isOtherAbi && !effect.needsWrapper
        if hasOtherPointers, let pointer = arguments.first(where: \.isPointer) {
            effect.needsWrapper = true
            effect.reasons.append(.pointer(name: pointer.name))
        }
        if listing.contains(.changesAbi) {
            effect.needsWrapper = true
            effect.reasons.append(.listed)
        }
        return shares && !effect.needsWrapper
    }

    /// The arguments of the row in this ABI: `scarg:process` and `scarg:append` of core/scarg.lua
    private mutating func arguments(_ row: Row, _ effect: inout AbiEffect) -> [Syscall.Argument] {
        guard let declared = row.prototype?.arguments, !declared.isEmpty else { return [] }
        var arguments: [Syscall.Argument] = []
        arguments.reserveCapacity(declared.count)
        for index in declared.indices {
            append(declared[index], to: &arguments, &effect)
        }
        return arguments
    }

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
        switch rules {
        case .none: break
        case .suffix: differs = differs || !types.abi.isPointer(argument.text)
        case .full: effect.needsWrapper = effect.needsWrapper || differs
        }
        let type = types[argument.typeNumber, differs]
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
