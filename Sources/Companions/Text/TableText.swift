import SyscallTable

/// A table with all that companions write of its calls laid out in memory, once for all of them.
public struct TableText: Sendable {
    /// The table.
    public let table: SyscallTable
    /// Its calls, in their order.
    let calls: [CallText]
    /// The compat levels of its configuration.
    let options: [CompatText]
    /// What the texts are parts of.
    private let store: TextStore

    /// Lays out `table`.
    public init(_ table: SyscallTable) {
        let store = TextStore()
        var arguments = store.allocate(table.calls.reduce(0) { $0 + $1.arguments.count }, of: ArgumentText.self)
        self.table = table
        self.store = store
        options = table.configuration.compatOptions.map { CompatText($0, store) }
        var calls: [CallText] = []
        calls.reserveCapacity(table.calls.count)
        for call in table.calls {
            let first = arguments
            let declared = call.arguments
            for index in declared.indices {
                arguments.initialize(to: ArgumentText(declared.span[index], store))
                arguments += 1
            }
            calls.append(CallText(call, UnsafeBufferPointer(start: first, count: declared.count), store))
        }
        self.calls = calls
    }

    /// The option of a compat level; `nil` for a level that the configuration does not have.
    func option(_ level: Int) -> CompatText? {
        options.first { $0.level == level }
    }
}

/// What companions write of a call; see ``SyscallTable/Syscall``.
struct CallText: @unchecked Sendable {
    let number: Int
    let flags: Kinds.Flags
    let level: Kinds.Level
    let handler: Text
    /// The end of ``handler``.
    let name: Text
    let publicName: Text
    /// What stands in the place of a name where there is no call.
    let comment: Text
    let symbol: Text
    let hasNumberSymbol: Bool
    let structure: Text
    /// The structure whose size is `sy_narg`; `nil` for a size of nothing.
    let sizedStructure: Text?
    let arguments: UnsafeBufferPointer<ArgumentText>
    let audit: Text
    let result: Text
    let returnType: Text
    let prolog: Text

    init(_ call: Syscall, _ arguments: UnsafeBufferPointer<ArgumentText>, _ store: TextStore) {
        number = call.number
        flags = call.kinds.flags
        level = call.kinds.level
        handler = store.text(call.handlerName.prefix, call.handlerName.stem, call.handlerName.suffix)
        name = handler.suffix(call.name.utf8.count)
        publicName = call.publicName == call.name ? name : store.text(call.publicName)
        comment = level == .none || level == .obsolete ? store.text(call.comment) : ""
        symbol = call.compatPrefix.isEmpty ? publicName : store.text(call.compatPrefix, call.publicName)
        hasNumberSymbol = call.hasNumberSymbol
        structure = store.text(call.structureName.prefix, call.structureName.stem, call.structureName.suffix)
        sizedStructure = call.hasSize ? structure : nil
        self.arguments = arguments
        audit = store.text(call.audit)
        result = store.text(call.result ?? "")
        returnType = store.text(call.returnType ?? "int")
        prolog = store.text(call.prolog)
    }

    var isNative: Bool { level == .native }

    func has(_ flag: Kinds.Flags) -> Bool { flags.contains(flag) }

    /// `sy_flags`
    var capability: Text { has(.capabilityEnabled) ? "SYF_CAPENABLED" : "0" }

    /// `sy_thrcnt`
    var threadFlag: Text { has(.notStatic) ? "SY_THR_ABSENT" : "SY_THR_STATIC" }
}

/// What companions write of an argument; see ``SyscallTable/Syscall/Argument``.
struct ArgumentText: BitwiseCopyable, Sendable {
    let type: Text
    let name: Text
    let isPointer: Bool
    let isPad: Bool
    let hasStar: Bool
    let isRestricted: Bool

    init(_ argument: Syscall.Argument, _ store: TextStore) {
        type = store.text(argument.type)
        name = store.text(argument.name)
        isPointer = argument.isPointer
        isPad = argument.isPad
        hasStar = argument.spelling.hasStar
        isRestricted = argument.spelling.isRestricted
    }
}

/// What companions write of a compat level; see ``SyscallTable/CompatOption``.
struct CompatText: BitwiseCopyable, Sendable {
    let level: Int
    /// The kernel option.
    let definition: Text
    /// How the macro of its rows is called.
    let macro: Text
    /// How its handlers' names begin.
    let prefix: Text
    let description: Text

    init(_ option: CompatOption, _ store: TextStore) {
        level = option.level
        definition = store.text(option.definition)
        macro = store.text(option.flag.lowercased())
        prefix = store.text(option.prefix)
        description = store.text(option.description)
    }
}
