import Edits
import Findings

/// What 32-bit programs of the same system make of a call, argument by argument with the rule for each, and what follows:
/// whether the call needs a handler of its own for them, and the C of all functions that are needed.
public struct CompatPlan: Sendable {
    /// The call.
    public let call: CallInterface
    /// What becomes of each argument.
    public let arguments: [Verdict]
    /// What becomes of the result; its `name` is empty.
    public let result: Verdict
    /// Whether `freebsd32_NAME` is needed; otherwise both ABIs share `sys_NAME`.
    public let needsWrapper: Bool
    /// The row of a 32-bit master of its own (up to FreeBSD 13); `nil` where the table is projected from the native one.
    public let row: Row32?
    /// What has to change in the tree so that the generator sees what the plan sees, besides the row: a type in the
    /// generator's list of 64-bit types, or the call in `syscall_abi_change`.
    public let hunks: [Hunk]
    /// What is doubtful.
    public let findings: [Finding]

    /// How the entry points hand on each argument.
    let parameters: [Parameter]
    /// What the functions are called in this tree.
    let names: Names
    /// The type of each argument in the argument structure of a 32-bit call; a pair has that of its halves.
    let narrowTypes: [String]
    /// The 32-bit structures that the tree lacks.
    let definitions: [ElementPlanner.NarrowDefinition]

    /// What the names of types mean.
    let types: TypeTable
    /// The macros that the tree has to convert objects.
    let macros: Set<String>

    /// The function that does the work for both ABIs, such as `kern_foo`.
    public var kernelFunction: String { names.kernel }

    /// The functions and structures of a call.
    struct Names: Sendable, Hashable {
        /// The native entry point, such as `sys_foo`, and its argument structure.
        let handler: String
        let structure: String
        /// The same for 32-bit programs.
        let narrowHandler: String
        let narrowStructure: String
        /// What both call.
        let kernel: String
    }

    /// What becomes of an argument or of the result, and why.
    public struct Verdict: Sendable, Hashable {
        /// The name of the argument.
        public let name: String
        /// The type, as the call declares it.
        public let type: String
        /// What the 32-bit ABI makes of it.
        public let passage: Passage
        /// Why, in a sentence without a full stop.
        public let rule: String
        /// Where the rule stands; `nil` when the tree does not have the place.
        public let place: Location?
    }

    /// How a value gets from one ABI to the other.
    public enum Passage: Sendable, Hashable {
        /// The same in both.
        case asIs
        /// An unsigned value or an address of 32 bits, in a word whose upper half is zero.
        case zeroExtended
        /// A signed value of 32 bits that has to become one of 64.
        case signExtended
        /// 64 bits in two words; `padded` when a word of padding stands ahead on ABIs that align pairs.
        case split(padded: Bool)
        /// `time_t`: 32 bits on i386 and 64 elsewhere.
        case time
        /// The address of memory that is the same in both ABIs.
        case sharedMemory
        /// The address of memory that differs; `layout` is the 32-bit type of what is there.
        case converted(layout: String)
        /// There is no such value: the call does not return.
        case none
    }

    /// A row of a master for 32-bit programs.
    public struct Row32: Sendable, Hashable {
        /// `NOPROTO` or `STD`.
        public let kinds: [String]
        /// The result type.
        public let result: String
        /// The name, such as `freebsd32_foo`.
        public let name: String
        /// The arguments, on ABIs that do not align pairs.
        public let arguments: [CallInterface.Argument]
        /// The arguments under `#ifdef PAD64_REQUIRED`; `nil` when the row is the same everywhere.
        public let padded: [CallInterface.Argument]?
    }

    /// A change of a file of the generator or of its configuration.
    public struct Hunk: Sendable, Hashable {
        /// The file.
        public let path: TreePath
        /// The change.
        public let edit: TextEdit
        /// What it is for, in a sentence without a full stop.
        public let reason: String
    }
}
