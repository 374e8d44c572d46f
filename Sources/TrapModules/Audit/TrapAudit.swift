import Findings

/// What the sources of a module, and of the programs that use it, say about system calls.
///
/// Sources are read as they are, without being compiled: which calls are registered, in which order and with how many
/// words; where their numbers are published; what tests stand before them; which programs look them up and what these hand
/// over; and which calls are many in one.
public struct TrapAudit: Sendable {
    /// The calls, in the order in which they are registered.
    public let calls: [AuditedCall]
    /// What is taken back, in the order in which it is.
    public let deregistrations: [Deregistration]
    /// The arrays of helpers.
    public let arrays: [HelperArray]
    /// The calls that are many in one.
    public let multiplexors: [Multiplexor]
    /// The names that programs look up.
    public let names: [ResolvedName]
    /// The calls that programs make.
    public let userCalls: [UserCall]
    /// Functions of the user's side that do nothing and say that all is well.
    public let stubs: [UserStub]
    /// Whether there are programs among the sources.
    public let hasUserSide: Bool
    /// How many files there are.
    public let fileCount: Int
    /// How many of them had to be read as C.
    public let readCount: Int
    let base: CodeBase

    /// Reads `files`.
    public init(_ files: [SourceFile]) {
        let base = CodeBase(files)
        self.base = base
        let kernel = KernelSide(base)
        let user = UserSide(base)
        let reader = HandlerReader(base)
        let prefixes = Set(kernel.registrations.compactMap { $0.published?.prefix })
        let userCalls = user.calls
        let called = Set(userCalls.map(\.name))
        // Programs ask sysctl(3) for much that is no number of a call.
        let names = user.names.filter { name in
            called.contains(name.name) || name.name.hasPrefix("sys/") || name.name.contains("syscall")
                || prefixes.contains(name.name.split(separator: ".").dropLast().joined(separator: "."))
        }
        let routines = MIGEvidence(base)
        var multiplexors: [Multiplexor] = []
        var calls: [AuditedCall] = []
        for registration in kernel.registrations {
            let file = Self.file(of: registration.rowLocation ?? registration.location, files)
            let handler = registration.handler.flatMap { reader.handler($0, in: file) }
            var registration = registration
            // What the guard is handed, where the row itself does not say it.
            if registration.structure == nil, let handler, let real = base.function(handler.real, in: handler.file) {
                registration.structure = KernelSide.structure(of: real)
            }
            let fields = registration.structure.flatMap { base.structures[$0]?.fields }
            let users = userCalls.filter { registration.isMeant(by: $0.name, leaf: $0.leaf) }
            let call = AuditedCall(
                registration: registration, handler: handler,
                fields: fields?.map { SourceParameter(name: $0.name, type: $0.type) }, users: users,
                names: names.filter { registration.isMeant(by: $0.name, leaf: $0.leaf) },
                trap: Self.trap(registration, handler),
                mig: routines.routine(registration, handler))
            calls.append(call)
            if let handler, let found = MultiplexorReader(base).multiplexor(registration.name, handler: handler) {
                multiplexors.append(found.asked(by: users, base))
            }
        }
        self.names = names
        self.calls = calls
        self.multiplexors = multiplexors
        deregistrations = kernel.deregistrations
        arrays = kernel.arrays
        self.userCalls = userCalls
        stubs = user.stubs
        hasUserSide = user.isThere
        fileCount = files.count
        readCount = base.units.count
    }

    private static func file(of location: Location, _ files: [SourceFile]) -> Int32 {
        Int32(files.firstIndex { $0.path == location.path } ?? 0)
    }

    private static func trap(_ registration: Registration, _ handler: Handler?) -> XNUTrap? {
        let names = [registration.name, handler?.real, registration.handler].compactMap { $0 }
        return names.lazy.compactMap { XNUTrap.named($0) }.first
    }
}

/// A call with everything that both sides say about it.
public struct AuditedCall: Sendable {
    /// How it is registered.
    public let registration: Registration
    /// What its handler does; `nil` when no file defines it.
    public let handler: Handler?
    /// The fields of the structure of its arguments; `nil` when no file defines it.
    public let fields: [SourceParameter]?
    /// The calls of it that programs make.
    public let users: [UserCall]
    /// Where programs look it up.
    public let names: [ResolvedName]
    /// The trap of XNU that it is.
    public let trap: XNUTrap?
    /// The routine of MIG that does the same at no slot.
    public let mig: MIGRoutine?

    /// What it is called.
    public var name: String { registration.name }
}

extension Registration {
    /// Whether a program that looks up `name` means this call. Where its number is published decides; a call with a number of
    /// its own is meant by its constant.
    func isMeant(by name: String, leaf: String) -> Bool {
        guard table == .native else { return false }
        if let published { return published.name == name }
        if name.hasPrefix("SYS_"), case .fixed(let constant, _) = number { return constant == name }
        return false
    }
}

extension Multiplexor {
    /// With the constants that programs use for the operations, and the functions that do.
    func asked(by users: [UserCall], _ base: CodeBase) -> Multiplexor {
        let operations = operations.map { operation in
            var operation = operation
            for user in users {
                guard let first = user.arguments.first else { continue }
                let token = CodeToken(
                    kind: first.utf8.first.map { (0x30...0x39).contains($0) } == true ? .number : .word, text: first,
                    file: -1, offset: 0)
                guard first == operation.constant || operation.number != nil && base.value([token]) == operation.number
                else { continue }
                if token.kind == .word { operation.constant = operation.constant ?? first }
                if !operation.users.contains(user.function) { operation.users.append(user.function) }
            }
            return operation
        }
        return Multiplexor(
            name: name, handler: handler, structure: structure, selector: selector, operations: operations,
            location: location)
    }
}
