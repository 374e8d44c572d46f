import Findings

/// A row as one table has it: one number, the names and types of the table's ABI.
///
/// A class, though it never changes: every companion is a walk over all calls, and a copy of so many fields costs more
/// than what most companions write about them.
public final class Syscall: Sendable {
    /// The number, which is the index in the switch table.
    public let number: Int
    /// The index of the row in ``Master/rows``.
    public let row: Int
    private let source: Row
    /// The kinds, with what the configuration adds.
    public let kinds: Kinds
    /// The name in this ABI, such as `freebsd32_ioctl`.
    public let name: String
    /// The name that users see, in `syscall.h` and in the table of names: another than ``name`` where the row gives an
    /// alternative and the edition heeds it.
    public let publicName: String
    /// What comments call a placeholder.
    public let comment: String
    /// ``handler`` in its parts; ``name`` is its stem.
    package let handlerName: AffixedName
    /// Whether `syscall.h` defines a number for the call.
    public let hasNumberSymbol: Bool
    /// The arguments in this ABI.
    public let arguments: [Argument]
    /// ``structure`` in its parts.
    package let structureName: AffixedName
    /// What this ABI makes of the call, and why.
    public let abi: AbiEffect
    /// The preprocessor lines ahead of the row.
    public let prolog: [UInt8]

    init(
        number: Int,
        row: Int,
        source: Row,
        kinds: Kinds,
        name: String,
        publicName: String,
        comment: String,
        handler: AffixedName,
        hasNumberSymbol: Bool,
        arguments: [Argument],
        structure: AffixedName,
        abi: AbiEffect,
        prolog: [UInt8]
    ) {
        self.number = number
        self.row = row
        self.source = source
        self.kinds = kinds
        self.name = name
        self.publicName = publicName
        self.comment = comment
        handlerName = handler
        self.hasNumberSymbol = hasNumberSymbol
        self.arguments = arguments
        structureName = structure
        self.abi = abi
        self.prolog = prolog
    }

    /// An argument of a call in one ABI.
    public struct Argument: Sendable, Hashable {
        /// The type with what is known of it.
        package let spelling: TypeSpelling
        /// The name.
        public let name: String
        /// Whether this is the word that aligns a 64-bit pair on ABIs that want it aligned.
        public let isPad: Bool

        /// The type.
        public var type: String { spelling.text }

        /// Whether the type is a pointer, or an integer that holds one, in this ABI.
        public var isPointer: Bool { spelling.isPointer }
    }
}

extension Syscall.Argument {
    /// Whether both have the same type and name and are the same in their ABIs.
    public static func == (left: Self, right: Self) -> Bool {
        left.type == right.type && left.name == right.name && left.isPointer == right.isPointer
            && left.isPad == right.isPad
    }

    /// Hashes type and name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(name)
    }
}

/// What an ABI makes of a call.
public struct AbiEffect: Sendable, Hashable {
    /// Whether the call needs a handler of this ABI.
    public var needsWrapper: Bool
    /// Why, or why not, in the order in which the rules were applied.
    public var reasons: [Reason]

    /// A rule that applied.
    public enum Reason: Sendable, Hashable {
        /// The declaration of the argument matches a pattern of an ABI flag.
        case argument(name: String, flag: String, pattern: String)
        /// The argument is 64 bits wide and is passed in two words.
        case wide(name: String)
        /// The argument is a pointer, and pointers differ.
        case pointer(name: String)
        /// `syscall_abi_change` names the call.
        case listed
        /// `syscall_no_abi_change` names the call.
        case exempted
    }
}

// MARK: - What the row says

extension Syscall {
    /// The audit event.
    public var audit: String { has(.noDefinition) ? "AUE_NULL" : source.audit }

    /// The name in the master.
    public var alias: String { source.name }

    /// The result type of the prototype; `nil` for a row without one.
    public var result: String? { source.prototype?.result }

    /// The return type of the handler; `nil` for a row that states none.
    public var returnType: String? { source.alternatives.returnType ?? (source.prototype == nil ? nil : "int") }
}

// MARK: - What follows

extension Syscall {
    /// Whether the row is a call of the present interface.
    public var isNative: Bool { kinds.level == .native }

    /// Whether the row is a slot for loadable calls: a native row whose handler is `lkmnosys`.
    public var isLoadable: Bool { isNative && name == "lkmnosys" }

    /// Whether `flag` is among the kinds.
    public func has(_ flag: Kinds.Flags) -> Bool { kinds.flags.contains(flag) }

    /// What stands ahead of the name in symbols.
    public var compatPrefix: String { kinds.symbolPrefix }

    /// The symbol of the call.
    public var symbol: String { symbolName.text }

    /// ``symbol`` in its parts.
    package var symbolName: AffixedName { AffixedName(compatPrefix, publicName) }

    /// The function of the call: `sys_` and the name, but for those that bring a prefix of their own.
    public var handler: String { handlerName.text }

    /// The name of the argument structure.
    public var structure: String { structureName.text }

    /// Whether `sy_narg` is the size of the argument structure in words, and not 0.
    package var hasSize: Bool {
        !has(.multiplexer) && (!arguments.isEmpty || has(.noDefinition))
    }
}
