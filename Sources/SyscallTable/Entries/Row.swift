import Findings
import SyscallSyntax

/// An entry of a master with its meaning, before any ABI looks at it.
///
/// A class, though it never changes, for the reason that ``Syscall`` is one.
public final class Row: Sendable {
    /// The numbers that the row takes: one, or a range of `RESERVED` or `UNIMPL`.
    public let numbers: ClosedRange<Int>
    /// The audit event.
    public let audit: String
    /// The kinds.
    public let kinds: Kinds
    /// The name of the call; empty for a row without one.
    public let name: String
    /// What comments call a placeholder; the name where a row has no comment of its own.
    public let comment: String
    /// Name, argument structure and return type where the row states others than its prototype would give.
    public let alternatives: Alternatives
    /// The declaration; `nil` for a row without braces.
    public let prototype: Prototype?
    /// The preprocessor lines between the entry ahead and this one, with their line feeds.
    public let prolog: [UInt8]
    /// In which alternatives of which conditionals the row stands.
    public let arm: Arm
    /// The index of the entry in `MasterSyntax.nodes`.
    public let node: Int
    /// Where the row begins.
    public let location: Location

    init(
        numbers: ClosedRange<Int>,
        audit: String,
        kinds: Kinds,
        name: String,
        comment: String,
        alternatives: Alternatives,
        prototype: Prototype?,
        prolog: [UInt8],
        arm: Arm,
        node: Int,
        location: Location
    ) {
        self.numbers = numbers
        self.audit = audit
        self.kinds = kinds
        self.name = name
        self.comment = comment
        self.alternatives = alternatives
        self.prototype = prototype
        self.prolog = prolog
        self.arm = arm
        self.node = node
        self.location = location
    }

    /// The optional words behind name or brace.
    public struct Alternatives: Sendable, Hashable {
        /// The name of the call if different.
        public var name: String?
        /// The argument structure if different.
        public var structure: String?
        /// The return type of the handler if not `int`.
        public var returnType: String?
    }
}

/// The declaration of a call as user code sees it.
public struct Prototype: Sendable {
    /// The result type with its stars, such as `void *`.
    public let result: String
    /// The arguments in order; neither `void` nor `...` is one.
    public let arguments: [DeclaredArgument]
}

/// An argument as the master declares it.
public struct DeclaredArgument: Sendable {
    /// ``text``, mostly as a part of the master.
    let declaration: ArraySlice<UInt8>
    /// The type, such as `const char *`.
    public let type: [UInt8]
    /// The index of the type in ``Master/types``.
    let typeNumber: Int
    /// The name.
    public let name: String
    /// The offset of the declaration in the master.
    public let offset: Int
    let rules: Particulars.AnnotationRules

    /// The declaration with its annotations.
    public var text: [UInt8] { Array(declaration) }

    /// The SAL and `_Contains_` annotations, empty for a scalar. Worked out when asked: the companions need none.
    public var annotations: String { Annotations.of(text, rules) }
}

/// The alternative of each enclosing `#if` in which a row stands, outermost first.
public struct Arm: Sendable, Hashable {
    var path: [Step] = []

    struct Step: Sendable, Hashable {
        var conditional: Int
        var alternative: Int
    }

    /// Whether the row stands in no conditional.
    public var isUnconditional: Bool { path.isEmpty }

    /// Whether no kernel can have both a row of this arm and one of `other`.
    public func excludes(_ other: Arm) -> Bool {
        // Conditionals nest, so the first step that differs decides.
        guard let (step, otherStep) = zip(path, other.path).first(where: { $0 != $1 }) else { return false }
        return step.conditional == otherStep.conditional
    }
}
