import Findings
import SyscallSyntax

/// What must hold of a table before its companions can be made: each of these the generator lets through, and each makes
/// a table that does not compile or does not mean what it says.
struct TableCheck {
    let master: Master
    let configuration: TableConfiguration
    let generator: Generator

    func findings(of calls: [Syscall]) -> [Finding] {
        var findings = duplicateSymbols(calls)
        let pairs = configuration.pairsWideArguments
        for call in calls {
            if isOfUnknownLevel(call) { findings.append(unknownLevel(call)) }
            if lacksName(call) { findings.append(missingName(call)) }
            if lacksPrototype(call) { findings.append(missingPrototype(call)) }
            if pairs, call.arguments.contains(where: { $0.spelling.isWide }) { findings += wideArguments(call) }
        }
        return findings
    }

    /// The symbol of a call as every table of the master would have it, so that all say the same of a row.
    private func plainName(_ call: Syscall) -> String {
        let (name, prefix) = (call.publicName, configuration["abi_func_prefix"])
        return call.compatPrefix + (name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name)
    }

    private func location(_ call: Syscall) -> Location { master.rows[call.row].location }

    /// Two calls that define one `SYS_` symbol. Loadable rows define none.
    private func duplicateSymbols(_ calls: [Syscall]) -> [Finding] {
        guard hasDuplicateSymbols(calls) else { return [] }
        let defined = calls.filter(\.hasNumberSymbol)
        var seen: [String: [Syscall]] = [:]
        var findings: [Finding] = []
        for call in defined {
            let symbol = call.symbol
            let arm = master.rows[call.row].arm
            if let other = seen[symbol]?.first(where: { !master.rows[$0.row].arm.excludes(arm) }) {
                findings.append(
                    Finding(
                        .error,
                        "duplicate-name",
                        at: location(call),
                        "\(plainName(call)) is defined twice, as \(other.number) and \(call.number)",
                        notes: [Note("first defined here", at: location(other))]
                    )
                )
            }
            seen[symbol, default: []].append(call)
        }
        return findings
    }

    /// Whether a symbol is defined more than once, in whatever arms, or seems to be. Most tables have none, and digests
    /// of the symbols are soon compared.
    private func hasDuplicateSymbols(_ calls: [Syscall]) -> Bool {
        var digests = DigestSet(capacity: calls.count)
        for call in calls where call.hasNumberSymbol && !digests.insert(call.symbolName.digest) { return true }
        return false
    }

    /// A compat call of a level that this table does not have; the generator stops in the middle of its first file.
    private func isOfUnknownLevel(_ call: Syscall) -> Bool {
        guard case .compat(let level) = call.kinds.level else { return false }
        return !configuration.compatOptions.contains { $0.level == level }
    }

    private func unknownLevel(_ call: Syscall) -> Finding {
        let level = call.kinds.compat ?? 0
        let set = configuration["compat_set"]
        let message = set.isEmpty ? "this table has no compat levels" : "compat set '\(set)' has no level \(level)"
        return Finding(.error, "unknown-compat-level", at: location(call), message)
    }

    /// A placeholder without a name in a table whose names have a prefix: `strip_abi_prefix` of FreeBSD 13 stops there.
    private func lacksName(_ call: Syscall) -> Bool {
        call.alias.isEmpty && generator.particulars.projection == .suffix
            && !configuration["abi_func_prefix"].isEmpty
    }

    private func missingName(_ call: Syscall) -> Finding {
        let message = "the row has no name; this release's generator stops there in a table with an abi_func_prefix"
        return Finding(.error, "missing-field", at: location(call), message)
    }

    /// A call whose companions need a prototype or a return type that the row does not state.
    private func lacksPrototype(_ call: Syscall) -> Bool {
        switch call.kinds.level {
        case .none, .obsolete: return false
        case .native, .compat: break
        }
        guard !call.has(.noDefinition), call.result == nil else { return false }
        let declares = !call.has(.noPrototype) && call.returnType == nil
        let isPublic =
            call.isNative && configuration["libsys_h"] != "/dev/null"
            && call.kinds.flags.isDisjoint(with: [.noLibrary, .multiplexer])
        return declares || isPublic
    }

    private func missingPrototype(_ call: Syscall) -> Finding {
        Finding(.error, "missing-prototype", at: location(call), "\(call.name) needs a prototype in braces")
    }

    /// A 64-bit argument that the projection does not split. Released trees have such calls.
    private func wideArguments(_ call: Syscall) -> [Finding] {
        guard call.kinds.level != .none, call.kinds.level != .obsolete,
            !call.has(.multiplexer),
            !configuration.noAbiChange.contains(call.alias)
        else {
            return []
        }
        let row = master.rows[call.row]
        return call.arguments.filter { $0.spelling.isWide }.map { argument in
            let declared = row.prototype?.arguments.first { $0.name == argument.name }
            return Finding(
                .warning,
                "wide-argument",
                at: declared.map { master.syntax.location($0.offset) } ?? row.location,
                "argument '\(argument.name)' of \(call.alias) has the 64-bit type \(argument.type), which this table does not split into two words"
            )
        }
    }
}

/// A set of digests. They are spread as they are, so that they need no more hashing.
private struct DigestSet {
    private var slots: [UInt64]

    /// Makes an empty set for at most `capacity` members.
    init(capacity: Int) {
        var size = 1
        while size < 2 * (capacity + 1) { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// Inserts `digest`; whether it was not there. 0 is taken for 1, because it marks what is free.
    mutating func insert(_ digest: UInt64) -> Bool {
        let digest = max(digest, 1)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: digest) & mask
        while slots[slot] != 0 {
            if slots[slot] == digest { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = digest
        return true
    }
}
