/// Something that a module does when it is loaded or unloaded, with everything filled in that the way there says.
struct CodeEvent: Sendable {
    enum Kind: Sendable, Hashable {
        case register, deregister, registerArray, deregisterArray, publish
    }

    /// When a handler of module events does it.
    enum Phase: Sendable, Hashable {
        case load, unload
    }

    let kind: Kind
    /// The table it is for.
    let table: SlotTable
    /// The arguments by what they are.
    let arguments: [Role: Code]
    /// The values of names in the arguments.
    let bindings: Bindings
    /// A text that is handed along: what messages call it.
    let label: String?
    /// Where it is done, as far out as its arguments are known.
    let place: CodeToken
    let phase: Phase?
    /// The functions on the way, from the outermost.
    let chain: [String]
    /// What variables were set to on the way, by their names.
    let assigned: [String: [CodeToken]]
    /// The functions whose answer is thrown away, if it is.
    let isUnchecked: Bool

    enum Role: Sendable, Hashable {
        /// A pointer to the number, and the number itself.
        case offset, number
        case new, old, array, name, flags
    }

    /// The function that does it all.
    var root: String { chain.first ?? "" }
}

/// A switch table, as sources mean it.
public enum SlotTable: String, Sendable, Hashable, CaseIterable {
    /// That of the kernel's own programs.
    case native
    /// That of 32-bit programs.
    case freebsd32
}

/// The functions of the kernel that an audit follows.
struct KernelCall: Sendable {
    let kind: CodeEvent.Kind
    let roles: [CodeEvent.Role?]
    /// The table, where the name says it.
    let table: SlotTable
    /// The argument that names the table.
    let tableArgument: Int?

    static let all: [String: KernelCall] = [
        "kern_syscall_register": KernelCall(
            kind: .register, roles: [nil, .offset, .new, .old, .flags], table: .native, tableArgument: 0),
        "syscall_register": KernelCall(
            kind: .register, roles: [.offset, .new, .old, .flags], table: .native, tableArgument: nil),
        "syscall32_register": KernelCall(
            kind: .register, roles: [.offset, .new, .old, .flags], table: .freebsd32, tableArgument: nil),
        "kern_syscall_deregister": KernelCall(
            kind: .deregister, roles: [nil, .number, .old], table: .native, tableArgument: 0),
        "syscall_deregister": KernelCall(
            kind: .deregister, roles: [.offset, .old], table: .native, tableArgument: nil),
        "syscall32_deregister": KernelCall(
            kind: .deregister, roles: [.offset, .old], table: .freebsd32, tableArgument: nil),
        "kern_syscall_helper_register": KernelCall(
            kind: .registerArray, roles: [nil, .array, .flags], table: .native, tableArgument: 0),
        "syscall_helper_register": KernelCall(
            kind: .registerArray, roles: [.array, .flags], table: .native, tableArgument: nil),
        "syscall32_helper_register": KernelCall(
            kind: .registerArray, roles: [.array, .flags], table: .freebsd32, tableArgument: nil),
        "kern_syscall_helper_unregister": KernelCall(
            kind: .deregisterArray, roles: [nil, .array], table: .native, tableArgument: 0),
        "syscall_helper_unregister": KernelCall(
            kind: .deregisterArray, roles: [.array], table: .native, tableArgument: nil),
        "syscall32_helper_unregister": KernelCall(
            kind: .deregisterArray, roles: [.array], table: .freebsd32, tableArgument: nil),
    ]
}
