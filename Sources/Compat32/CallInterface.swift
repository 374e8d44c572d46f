import SyscallTable

/// A system call as programs declare it, with what its annotations say about memory.
public struct CallInterface: Sendable, Hashable {
    /// The result type with its stars, such as `ssize_t` or `void *`.
    public var result: String
    /// The name.
    public var name: String
    /// The arguments, in order.
    public var arguments: [Argument]
    /// Whether the call ever comes back (kind `NORETURN`).
    public var returns: Bool

    /// An argument of a call.
    public struct Argument: Sendable, Hashable {
        /// The SAL and `_Contains_` annotations, separated by blanks; empty for a scalar.
        public var annotations: String
        /// The type, such as `const char *`.
        public var type: String
        /// The name.
        public var name: String

        /// The declaration without annotations, stars at the name, as masters write it.
        public var bare: String { type.hasSuffix("*") ? type + name : type + " " + name }

        /// The declaration with its annotations.
        public var text: String { annotations.isEmpty ? bare : annotations + " " + bare }

        /// Makes an argument.
        public init(_ type: String, _ name: String, annotations: String = "") {
            self.type = type
            self.name = name
            self.annotations = annotations
        }
    }

    /// Makes a call.
    public init(_ result: String, _ name: String, _ arguments: [Argument], returns: Bool = true) {
        self.result = result
        self.name = name
        self.arguments = arguments
        self.returns = returns
    }

    /// The call of a row of the native master; `nil` for a row without a prototype.
    public init?(_ row: Row) {
        guard let prototype = row.prototype else { return nil }
        self.init(
            prototype.result,
            row.name,
            prototype.arguments.map { argument in
                Argument(
                    String(decoding: argument.type, as: UTF8.self), argument.name, annotations: argument.annotations)
            },
            returns: !row.kinds.flags.contains(.noReturn)
        )
    }
}
