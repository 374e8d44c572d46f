import SyscallSyntax

/// Makes the calls of one ABI of the rows of a master: `syscall:finalize` of core/syscall.lua, and the middle of
/// `process_syscall_def` of makesyscalls.lua.
struct Projection {
    private let rules: Particulars.Projecting
    private let isModular: Bool
    private let copiesDirectives: Bool
    private let plainPrefixes: [[UInt8]]?
    private let historicLevels: Set<Int>
    private let flags: [AbiFlag]
    private let isOtherAbi: Bool
    private let mayDiffer: Bool
    private let hasOtherPointers: Bool
    private let pairs: Bool
    private let prefix: String
    private let lowestCompat: Int
    private let listings: [String: Listing]
    private let capabilities: Set<String>
    private let abi: AbiTypes
    private let splitTypes: [LuaPattern]

    init(_ configuration: TableConfiguration, _ generator: Generator) {
        rules = generator.particulars.projection
        isModular = generator.edition == .modular
        copiesDirectives = generator.particulars.master.copiesDirectives
        plainPrefixes = generator.particulars.format.plainPrefixes?.map { Array($0.utf8) }
        historicLevels = generator.particulars.format.historicLevels
        flags = generator.abiFlags.filter { configuration.abiFlags.contains($0.name) }
        isOtherAbi = !configuration.abiFlags.isEmpty
        mayDiffer = !flags.isEmpty || rules == .suffix
        hasOtherPointers = configuration.abiFlags.contains("pointer_args")
        pairs = configuration.pairsWideArguments
        prefix = configuration["abi_func_prefix"]
        lowestCompat = configuration.lowestCompat
        listings = configuration.listings
        capabilities = configuration.capabilities
        abi = AbiTypes(configuration, rules)
        splitTypes = rules == .full && pairs ? generator.wideTypes : []
    }

    /// The calls that the rows of `master` are.
    func calls(of master: Master) -> [Syscall] {
        var types = ProjectedTypes(of: master, abi, split: splitTypes)
        var calls: [Syscall] = []
        calls.reserveCapacity(master.rows.count)
        for index in master.rows.indices {
            append(callsOf: master.rows[index], at: index, &types, to: &calls)
        }
        return calls
    }

    /// Appends the calls that `row` is, one for each of its numbers.
    private func append(
        callsOf row: Row, at index: Int, _ types: inout ProjectedTypes, to calls: inout [Syscall]
    ) {
        let listing = listings.isEmpty ? [] : listings[row.name] ?? []
        var effect = AbiEffect(needsWrapper: false, reasons: [])
        let arguments = arguments(row, &types, &effect)
        let mayShare = decide(listing, arguments, &effect)
        let kinds = kinds(row, listing, mayShare: mayShare, &effect)
        let hasNumberSymbol = hasNumberSymbol(kinds)
        // FreeBSD 13 has no wrappers; an ABI with other pointers has its own structures and symbols.
        let isOwn =
            effect.needsWrapper || rules == .suffix && hasOtherPointers && arguments.contains(where: \.isPointer)
        let stem = isOwn && !prefix.isEmpty ? prefix + row.name : row.name
        let name = effect.needsWrapper && !row.name.isEmpty ? stem : row.name
        for number in row.numbers {
            let call = Syscall(
                number: number,
                row: index,
                source: row,
                kinds: kinds,
                name: name,
                publicName: isModular ? name : isOwn ? stem : row.alternatives.name ?? row.name,
                comment: comment(row, kinds, name),
                handler: handler(row, name),
                hasNumberSymbol: hasNumberSymbol,
                arguments: arguments,
                structure: structure(row, kinds, stem, isOwn: isOwn),
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

    private func comment(_ row: Row, _ kinds: Kinds, _ name: String) -> String {
        if kinds.flags.contains(.reserved) { return Self.reserved }
        if isModular { return kinds.level == .obsolete ? name : row.name }
        let becameObsolete = kinds.flags.contains(.obsolete) && !row.kinds.flags.contains(.obsolete)
        return becameObsolete ? compatPrefix(row) + row.name : row.comment
    }

    private static let reserved = "reserved for local use"

    private func handler(_ row: Row, _ name: String) -> AffixedName {
        if row.kinds.compat != nil { return AffixedName(compatPrefix(row), name) }
        return AffixedName(isPlainHandler(name) ? "" : "sys_", name)
    }

    /// Whether the handler of a native call is named without `sys_`.
    private func isPlainHandler(_ name: String) -> Bool {
        guard let plainPrefixes else { return true }
        var text = name
        let hasPlainPrefix = text.withUTF8 { text in plainPrefixes.contains { text.starts(with: $0) } }
        return hasPlainPrefix || name == "nosys" || name == "lkmnosys" || name == "sysarch"
    }

    /// What stands ahead of the handler of a call of an older release.
    private func compatPrefix(_ row: Row) -> String {
        row.kinds.compat.map { $0 == 3 ? "o" : "freebsd\($0)_" } ?? ""
    }

    private func structure(_ row: Row, _ kinds: Kinds, _ stem: String, isOwn: Bool) -> AffixedName {
        if let name = row.alternatives.structure {
            return AffixedName(isOwn && !isModular ? prefix : "", name)
        }
        return AffixedName(isModular ? kinds.symbolPrefix : compatPrefix(row), stem, "_args")
    }

    private func hasNumberSymbol(_ kinds: Kinds) -> Bool {
        guard kinds.flags.isDisjoint(with: [.unimplemented, .reserved, .noDefinition]) else { return false }
        if isModular, !kinds.flags.isDisjoint(with: [.std, .noStandard, .multiplexer]) { return true }
        return switch kinds.level {
        case .native: true
        case .compat(let level): !historicLevels.contains(level)
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

    /// The arguments of the row in this ABI (`scarg:process` and `scarg:append` of core/scarg.lua).
    private func arguments(
        _ row: Row, _ types: inout ProjectedTypes, _ effect: inout AbiEffect
    ) -> [Syscall.Argument] {
        guard let declared = row.prototype?.arguments, !declared.isEmpty else { return [] }
        var arguments: [Syscall.Argument] = []
        arguments.reserveCapacity(declared.count)
        for index in declared.indices {
            let name = declared[index].name
            let differs = mayDiffer && differs(declared[index].declaration, name, &effect)
            let type = types[declared[index].typeNumber, differs]
            if type.isWideAsDeclared {
                effect.needsWrapper = true
                effect.reasons.append(.wide(name: name))
            }
            guard type.isWide else {
                arguments.append(Syscall.Argument(type.spelling, name, pairs: pairs))
                continue
            }
            // Two words for a 64-bit argument, the first at an even place.
            if !arguments.count.isMultiple(of: 2) {
                arguments.append(Syscall.Argument(types.pad, Syscall.Argument.padName, pairs: pairs))
            }
            arguments.append(Syscall.Argument(types.word, name + "1", pairs: pairs))
            arguments.append(Syscall.Argument(types.word, name + "2", pairs: pairs))
        }
        return arguments
    }

    /// Whether the argument of `declaration` is one that differs in this ABI, and why.
    private func differs(_ declaration: ArraySlice<UInt8>, _ name: String, _ effect: inout AbiEffect) -> Bool {
        var differs = false
        let bytes = ByteSummary(declaration)
        for flag in flags {
            guard let index = flag.patterns.firstIndex(where: { $0.matches(declaration, bytes) }) else { continue }
            differs = true
            effect.reasons.append(.argument(name: name, flag: flag.name, pattern: flag.patterns[index].source))
        }
        if rules == .suffix { return differs || !abi.isPointer(Array(declaration)) }
        effect.needsWrapper = effect.needsWrapper || differs
        return differs
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
