import Findings
import SyscallTable

/// A row as it is compared: what its edition alone brings is gone.
struct Entry: Sendable {
    /// The number.
    var number: Int
    /// What the row is.
    var state: State
    /// The option without which kernels lack the call; `nil` when all have it.
    var kernelOption: String?
    /// The name that users see, without the prefix of the ABI.
    var name: String
    /// Whether the name had that prefix.
    var hasWrapper: Bool
    /// The result type; `nil` for a row without a prototype.
    var result: String?
    /// The arguments, without the words that only align others.
    var arguments: [Argument]
    /// The kinds, without those that ``state`` holds.
    var flags: Kinds.Flags
    /// The audit event.
    var audit: String
    /// Whether capability mode allows the call.
    var isCapabilityEnabled: Bool
    /// Whether some kernels lack the row.
    var isConditional: Bool
    /// Where the row begins.
    var location: Location

    struct Argument: Sendable, Hashable {
        var type: String
        var name: String
        var annotations: String
    }

    /// What a row is.
    enum State: Sendable, Hashable {
        case call
        case compat(Int)
        case obsolete
        case slot
        case reserved
        case unimplemented
    }

    /// Whether a function stands behind the number, so that programs can call it.
    var isCall: Bool {
        switch state {
        case .call, .compat: true
        case .obsolete, .slot, .reserved, .unimplemented: false
        }
    }
}

extension Entry.State {
    /// The state in a word, as `sysent list` has it.
    var word: String {
        switch self {
        case .call: "call"
        case .compat(3): "compat43"
        case .compat(let level): "compat\(level)"
        case .obsolete: "obsolete"
        case .slot: "slot"
        case .reserved: "reserved"
        case .unimplemented: "unimplemented"
        }
    }

    /// What stands ahead of the name in symbols.
    var symbolPrefix: String {
        switch self {
        case .compat(3): "o"
        case .compat(let level): "freebsd\(level)_"
        case .obsolete: "obs_"
        case .call, .slot, .reserved, .unimplemented: ""
        }
    }

    /// The option without which a kernel lacks such calls.
    var kernelOption: String? {
        switch self {
        case .compat(3): "COMPAT_43"
        case .compat(let level): "COMPAT_FREEBSD\(level)"
        case .call, .obsolete, .slot, .reserved, .unimplemented: nil
        }
    }
}

extension Entry {
    /// The name with what the state puts ahead of it.
    var symbol: String { state.symbolPrefix + name }

    /// The declaration, as far as the row states one.
    var declaration: String {
        guard let result else { return symbol }
        let list = arguments.map { $0.type.hasSuffix("*") ? $0.type + $0.name : $0.type + " " + $0.name }
        let space = result.hasSuffix("*") ? "" : " "
        return "\(result)\(space)\(symbol)(\(list.isEmpty ? "void" : list.joined(separator: ", ")))"
    }
}
