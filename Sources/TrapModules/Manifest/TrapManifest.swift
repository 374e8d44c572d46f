import Findings

/// What a module's system calls are: one document, from which both sides of the wiring are made.
public struct TrapManifest: Sendable, Hashable {
    /// The file, as messages name it.
    public let path: String
    /// The name of the module, of its files and of everything that it defines.
    public let module: String
    /// `MODULE_VERSION`
    public let version: Int
    /// What the module is, for comments and for sysctl(8).
    public let summary: String
    /// Where the numbers are published.
    public let sysctl: SysctlRoot
    /// What happens when the band is too small.
    public let shortage: Shortage
    /// The architectures that it is made for.
    public let architectures: [Architecture]
    /// Headers of the types.
    public let includes: Includes
    /// Modules that must be there first.
    public let dependencies: [Dependency]
    /// Further C sources of the module.
    public let sources: [String]
    /// How it is built into a kernel.
    public let builtIn: BuiltIn?
    /// Conditions that are tested before a handler is called, by name.
    public let guards: [String: String]
    /// How types that no FreeBSD header defines are passed, by their names.
    public let types: [String: CType.Passing]
    /// The calls, in the order in which they are registered.
    public let traps: [Trap]

    /// How many words a call may have: `struct syscall_args` has room for no more.
    public static let wordLimit = 8

    /// What a module does when a call gets no slot.
    public enum Shortage: String, Sendable, Hashable, CaseIterable {
        /// It takes all calls back and does not load.
        case refuse
        /// It goes on with the rest; the call's number is -1.
        case rest
    }

    /// The node of sysctl(8) under which the number of each call is found.
    public struct SysctlRoot: Sendable, Hashable {
        /// Its components.
        public let components: [String]
        /// How many of them other code defines.
        public let existing: Int

        /// Its name, such as `mach.syscall`.
        public var name: String { components.joined(separator: ".") }
    }

    /// Headers, as `#include` names them without the brackets.
    public struct Includes: Sendable, Hashable {
        /// For both sides.
        public var shared: [String] = []
        /// For the kernel side.
        public var kernel: [String] = []
        /// For the user side.
        public var user: [String] = []
    }

    /// `MODULE_DEPEND`
    public struct Dependency: Sendable, Hashable {
        /// The module.
        public let module: String
        /// The version that is wanted.
        public let version: Int
    }

    /// Where the sources lie in a kernel tree, and which option builds them in.
    public struct BuiltIn: Sendable, Hashable {
        /// The directory below `sys`.
        public let directory: String
        /// The option of config(8).
        public let option: String
    }
}

/// A system call that a module brings.
public struct Trap: Sendable, Hashable {
    /// The name under which its number is published.
    public let name: String
    /// What it does.
    public let summary: String?
    /// The function that does it.
    public let handler: String
    /// The structure of its arguments.
    public let structure: String
    /// Its arguments.
    public let arguments: [Argument]
    /// What it returns; `nil` for nothing.
    public let result: CType?
    /// The audit event.
    public let audit: String
    /// Whether it is allowed in capability mode.
    public let isCapabilityEnabled: Bool
    /// What is tested first.
    public let guarding: Guard?
    /// Who answers for it.
    public let owner: String?
    /// The function that programs call; `nil` when the user side has none.
    public let user: String?
    /// What that function returns when there is no such call; `nil` for -1.
    public let absent: String?
    /// The MIG routine that does the same without a slot.
    public let mig: String?
    /// What 32-bit programs on a 64-bit kernel get.
    public let narrow: Narrow
    /// Where the manifest says so.
    public let location: Location

    /// An argument.
    public struct Argument: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its type.
        public let type: CType
    }

    /// A test before the handler, and the answer when it fails.
    public struct Guard: Sendable, Hashable {
        /// The functions that must say yes, in order.
        public let functions: [String]
        /// The answer.
        public let answer: Answer

        /// What a caller gets instead of the handler's answer.
        public enum Answer: Sendable, Hashable {
            /// A result, as C writes it.
            case value(String)
            /// An error number, by its name.
            case error(String)
        }
    }

    /// What 32-bit programs get.
    public enum Narrow: Sendable, Hashable {
        /// No call.
        case none
        /// A call of their own table, done by `handler` with the same structure of arguments.
        case handler(String)
    }

    /// The words of its arguments in a program whose words have 64 bits, or 32.
    public func words(wide: Bool) -> Int {
        wide ? arguments.count : arguments.reduce(0) { $0 + $1.type.passing.narrowWords }
    }

    /// Whether 32-bit programs on a 64-bit kernel can make the call.
    public var isNarrow: Bool { narrow != .none }
}
