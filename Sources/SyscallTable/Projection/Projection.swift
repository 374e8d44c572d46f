import SyscallSyntax

/// Makes the calls of one ABI of the rows of a master; `syscall:finalize` of core/syscall.lua.
struct Projection {
    let configuration: TableConfiguration
    let generator: Generator
    private let flags: [AbiFlag]
    private let types: AbiTypes

    init(configuration: TableConfiguration, generator: Generator) {
        self.configuration = configuration
        self.generator = generator
        flags = generator.abiFlags.filter { configuration.abiFlags.contains($0.name) }
        types = AbiTypes(configuration)
    }

    /// The calls that `row` is, one for each of its numbers.
    func calls(of row: Row, at index: Int) -> [Syscall] {
        var arguments = Arguments(pairs: configuration.pairsWideArguments, types: types)
        var effect = AbiEffect(needsWrapper: false, reasons: [])
        for argument in row.prototype?.arguments ?? [] {
            append(argument, to: &arguments, &effect)
        }
        var kinds = row.kinds
        let mayShare = decide(row.name, arguments.list, &effect)
        if configuration.obsolete.contains(row.name) || isBelowLowestCompat(kinds) {
            kinds.flags.insert(.obsolete)
            effect.needsWrapper = false
        }
        if configuration.unimplemented.contains(row.name) { kinds.flags.insert(.unimplemented) }
        if mayShare || kinds.flags.contains(.multiplexer) { kinds.flags.insert(.noPrototype) }
        let prefix = effect.needsWrapper ? configuration["abi_func_prefix"] : ""
        let name = row.name.isEmpty ? "" : prefix + row.name
        let audit = kinds.flags.contains(.noDefinition) ? "AUE_NULL" : row.audit
        let returnType = row.alternatives.returnType ?? (row.prototype == nil ? nil : "int")
        let structure = row.alternatives.structure ?? kinds.symbolPrefix + prefix + row.name + "_args"
        return row.numbers.map { number in
            Syscall(
                number: number,
                row: index,
                kinds: kinds,
                audit: audit,
                name: name,
                alias: row.name,
                arguments: arguments.list,
                result: row.prototype?.result,
                returnType: returnType,
                structure: structure,
                abi: effect,
                prolog: row.prolog
            )
        }
    }

    private func isBelowLowestCompat(_ kinds: Kinds) -> Bool {
        if case .compat(let level) = kinds.level { level > 0 && level < configuration.lowestCompat } else { false }
    }

    /// Decides whether the call needs a wrapper (`syscall:processChangesAbi`).
    ///
    /// - Returns: whether this ABI shares the native handler, so that it declares no prototype of its own.
    private func decide(_ name: String, _ arguments: [Syscall.Argument], _ effect: inout AbiEffect) -> Bool {
        if configuration.noAbiChange.contains(name) {
            effect.needsWrapper = false
            effect.reasons.append(.exempted)
        }
        let shares = !configuration.abiFlags.isEmpty && !effect.needsWrapper
        if configuration.abiFlags.contains("pointer_args"),
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
    private func append(_ argument: DeclaredArgument, to arguments: inout Arguments, _ effect: inout AbiEffect) {
        var differs = false
        for flag in flags {
            guard let pattern = flag.patterns.first(where: { $0.matches(argument.text) }) else { continue }
            differs = true
            effect.reasons.append(.argument(name: argument.name, flag: flag.name, pattern: pattern.source))
        }
        effect.needsWrapper = effect.needsWrapper || differs
        guard configuration.pairsWideArguments else {
            arguments.append(types.convert(argument.type, differs: differs), argument.name)
            return
        }
        if isWide(argument.type) {
            effect.needsWrapper = true
            effect.reasons.append(.wide(name: argument.name))
        }
        let type = types.convert(argument.type, differs: differs)
        if isWide(type) {
            arguments.appendPair(argument.name)
        } else {
            arguments.append(type, argument.name)
        }
    }

    private func isWide(_ type: [UInt8]) -> Bool {
        generator.wideTypes.contains { $0.matches(type) }
    }
}

/// The arguments of a call as they are gathered.
private struct Arguments {
    let pairs: Bool
    let types: AbiTypes
    var list: [Syscall.Argument] = []

    init(pairs: Bool, types: AbiTypes) {
        self.pairs = pairs
        self.types = types
    }

    mutating func append(_ type: [UInt8], _ name: String) {
        list.append(
            Syscall.Argument(
                type: type.text(0..<type.count),
                name: name,
                isPointer: types.isPointer(type),
                // The generator tells its padding by type and name, and so does a prototype that spells it out.
                isPad: pairs && name == "_pad" && type.elementsEqual("int".utf8)
            )
        )
    }

    /// Two words for a 64-bit argument, the first at an even place.
    mutating func appendPair(_ name: String) {
        if !list.count.isMultiple(of: 2) { append(Array("int".utf8), "_pad") }
        append(Array("uint32_t".utf8), name + "1")
        append(Array("uint32_t".utf8), name + "2")
    }
}
