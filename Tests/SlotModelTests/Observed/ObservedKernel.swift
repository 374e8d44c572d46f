import SlotModel

/// The module and the process whose console was recorded: 60 calls that are registered, called, taken back, and the answers.
///
/// Each method is one line of a console: it does on the model what the line tells of, and gives the line that the model
/// would have printed.
struct ObservedKernel {
    var kernel: SlotKernel
    /// The number of each call, by table.
    private var numbers: [SlotKernel.Table: [Int]] = [:]
    private var olds: [SlotKernel.Table: [SlotRow]] = [:]
    private var helpers: [HelperEntry] = []
    private var single = SyscallModule("machmod", .new("machmod"))
    private var sleeper: SlotKernel.Entry?
    private var drain: Drain?
    private var rowOfDrain = 0
    private var isUnloading = false

    init(_ kernel: SlotKernel) {
        self.kernel = kernel
        forget()
    }

    /// The variables of a module that is loaded anew.
    mutating func forget() {
        for table in SlotKernel.Table.allCases {
            numbers[table] = Array(repeating: SlotKernel.noSyscall, count: 60)
            olds[table] = Array(repeating: .empty, count: 60)
        }
    }

    /// The error of what `body` does; 0 for none.
    private mutating func error(_ body: (inout Self) throws(SlotFailure) -> Void) -> String {
        do throws(SlotFailure) {
            try body(&self)
            return "0"
        } catch .error(let error) {
            return "\(error.rawValue)"
        } catch {
            return "\(error)"
        }
    }

    private func row(of index: Int) -> SlotRow {
        .new("ours", words: index == 1 ? 8 : 6, isCapabilityEnabled: index == 6)
    }

    // MARK: Registration

    /// Registers call `index` by the number that its variable holds.
    private mutating func register(_ index: Int, in table: SlotKernel.Table = .native) -> String {
        error { state throws(SlotFailure) in
            var number = state.number(index, table)
            let old = try state.kernel.register(state.row(of: index), at: &number, in: table)
            state.numbers[table]?[index] = number
            state.olds[table]?[index] = old
        }
    }

    mutating func reg(_ index: Int, _ table: SlotKernel.Table) -> String {
        let error = register(index, in: table)
        return "slot \(number(index, table)) err \(error)"
    }

    func number(_ index: Int, _ table: SlotKernel.Table = .native) -> Int {
        numbers[table]?[index] ?? SlotKernel.noSyscall
    }

    func list(_ table: SlotKernel.Table) -> String {
        (numbers[table] ?? []).map { "\($0)" }.joined(separator: " ")
    }

    private mutating func deregister(_ index: Int, in table: SlotKernel.Table = .native) -> String {
        error { state throws(SlotFailure) in
            let old = state.olds[table, default: []][index]
            state.drain = try state.kernel.deregister(state.number(index, table), restoring: old, in: table)
            if state.drain == nil { state.numbers[table]?[index] = SlotKernel.noSyscall }
        }
    }

    mutating func deregisterAll(_ table: SlotKernel.Table) {
        for index in 0..<60 where number(index, table) != SlotKernel.noSyscall {
            _ = deregister(index, in: table)
            if drain != nil { return }
        }
    }

    /// A registration by `offset` that is taken back at once.
    mutating func attempt(_ offset: Int, flags: UInt32) -> String {
        var number = offset
        let error = error { state throws(SlotFailure) in
            let old = try state.kernel.register(
                .new("try"), at: &number, flags: SlotKernel.Flags(rawValue: flags))
            _ = try state.kernel.deregister(number, restoring: old)
        }
        return "err=\(error) off_after=\(number)"
    }

    mutating func hole(_ index: Int) -> String {
        let number = number(index)
        return "slot \(number) -> \(deregister(index)); \(line(of: number))"
    }

    mutating func again(_ index: Int) -> String {
        let error = register(index)
        return "slot \(number(index)) err \(error)"
    }

    mutating func double(_ index: Int) -> String {
        let error = register(index)
        return "slot \(number(index)) -> \(error)"
    }

    mutating func deregisterNumber(_ number: Int) -> String {
        error { state throws(SlotFailure) in _ = try state.kernel.deregister(number, restoring: .empty) }
    }

    // MARK: Helpers

    mutating func freed(_ index: Int) -> String {
        let number = number(index)
        helpers = [HelperEntry(row(of: index), number: number)]
        return "idx \(index) slot \(number) -> \(deregister(index))"
    }

    /// Registers an array of the slot that was freed, and of other numbers.
    mutating func helper(_ numbers: [Int?]) -> String {
        let free = helpers[0].number
        var entries = numbers.map { HelperEntry(row(of: 4), number: $0 ?? free) }
        let error = error { state throws(SlotFailure) in
            if let failure = try state.kernel.registerHelpers(&entries) { throw .error(failure.error) }
        }
        if numbers.count == 1 { helpers = entries }
        return "\(error) registered=\(marks(entries)); \(line(of: free))"
    }

    mutating func unregisterHelper() -> String {
        let error = error { state throws(SlotFailure) in _ = try state.kernel.unregisterHelpers(&state.helpers) }
        return "\(error) registered=\(marks(helpers)); \(line(of: helpers[0].number))"
    }

    mutating func claimAgain(_ index: Int) -> String {
        numbers[.native]?[index] = helpers[0].number
        return "\(helpers[0].number) -> \(register(index))"
    }

    private func marks(_ entries: [HelperEntry]) -> String {
        entries.map { $0.isRegistered ? "1" : "0" }.joined(separator: ",")
    }

    // MARK: Permanent calls and double drains

    mutating func permanent() -> String {
        let error = error { state throws(SlotFailure) in
            var number = 377
            _ = try state.kernel.register(.new("ours", words: 6), at: &number, flags: .static)
        }
        return "\(error); \(line(of: 377))"
    }

    mutating func permanentBack() -> String {
        "\(deregisterNumber(377)); \(line(of: 377))"
    }

    mutating func drainTwice(_ number: Int) -> String {
        rowOfDrain = number
        let index = numbers[.native]?.firstIndex(of: number) ?? 0
        let old = olds[.native]?[index] ?? .empty
        let result = "\(deregister(index)); \(line(of: number))"
        _ = error { state throws(SlotFailure) in
            state.drain = try state.kernel.deregister(number, restoring: old)
        }
        return result
    }

    mutating func drainState() -> String {
        let done = drain.map { kernel.poll($0) } ?? true
        return "done=\(done ? 1 : 0) wmesg=scdrn; \(line(of: rowOfDrain))"
    }

    mutating func registerOntoDrain() -> String {
        var number = rowOfDrain
        let error = error { state throws(SlotFailure) in
            _ = try state.kernel.register(.new("ours", words: 6), at: &number)
        }
        return "err \(error) slot \(number); \(line(of: number))"
    }

    // MARK: The other modules

    /// A second copy of the module, whose registrations all fail when the band is exhausted; it loads all the same.
    mutating func loadCopy() -> String {
        (0..<60).allSatisfy { _ in
            attempt(SlotKernel.noSyscall, flags: 0).hasPrefix("err=23")
        } ? "0" : "some calls of the copy got a slot"
    }

    mutating func loadSingle() -> String {
        single = SyscallModule("machmod", .new("machmod"))
        let error = error { state throws(SlotFailure) in _ = try state.single.handle(.load, by: &state.kernel) }
        // All modules of the file failed.
        return error == "0" ? "0" : "8"
    }

    var singleNumber: Int { single.number }

    mutating func unloadSingle() {
        _ = error { state throws(SlotFailure) in _ = try state.single.handle(.unload, by: &state.kernel) }
    }

    // MARK: Calls

    /// What a process meets at `number`, by what it does about SIGSYS.
    mutating func probe(_ number: Int, _ mode: Substring) -> String {
        switch kernel.call(number, inCapabilityMode: mode == "cap") {
        case .entered(let entry):
            kernel.leave(entry)
            return "entered \(entry.handler)"
        case .refused(_, let signal) where mode == "dfl":
            return signal ? "killed by signal 12" : "exited 0"
        case .refused(let error, let signal) where mode == "hnd":
            return "ret \(error.rawValue) err \(error.rawValue) signals \(signal ? 1 : 0)"
        case .refused(let error, _):
            return "ret \(error.rawValue) err \(error.rawValue)"
        }
    }

    /// The error of a call that returns at once; 0 for none.
    mutating func call(_ number: Int, confined: Bool = false, of table: SlotKernel.Table = .native) -> String {
        switch kernel.call(number, of: table, inCapabilityMode: confined) {
        case .entered(let entry):
            kernel.leave(entry)
            return "0"
        case .refused(let error, _):
            return "\(error.rawValue)"
        }
    }

    mutating func callAll() -> String {
        var ok = 0
        var bad = 0
        for index in 0..<60 where number(index) != SlotKernel.noSyscall {
            if call(number(index)) == "0" { ok += 1 } else { bad += 1 }
        }
        return "ok=\(ok) bad=\(bad)"
    }

    mutating func sleep(_ number: Int) -> String {
        guard case .entered(let entry) = kernel.call(number) else { return "refused" }
        sleeper = entry
        return "\(number)"
    }

    /// The thread comes back; whoever waited for it goes on.
    mutating func wake() {
        guard let sleeper else { return }
        kernel.leave(sleeper)
        self.sleeper = nil
        guard isUnloading, let waited = drain, kernel.poll(waited) else { return }
        if let index = numbers[.native]?.firstIndex(of: waited.number) {
            numbers[.native]?[index] = SlotKernel.noSyscall
        }
        deregisterAll(.native)
        isUnloading = false
    }

    /// Begins to unload the module while a thread sleeps in one of its calls.
    mutating func beginUnload() {
        isUnloading = true
        deregisterAll(.native)
    }

    // MARK: What the module prints of the tables

    func census(_ table: SlotKernel.Table) -> String {
        let rows = kernel.tables[table]?.rows ?? []
        let free = kernel.tables[table]?.freeSlots ?? []
        func count(_ handler: SlotRow.Handler) -> Int { rows.filter { $0.handler == handler }.count }
        return """
            sv_size=\(rows.count) SYS_MAXSYSCALL(cc)=\(kernel.bound) lkmnosys=\(free.count) \
            [\(free.first ?? -1)..\(free.last ?? -1)] lkmressys=\(count(.lkmressys)) nosys=\(count(.nosys))
            """
    }

    func line(of number: Int) -> String {
        guard let row = kernel.row(number) else { return "row \(number) is none" }
        let handler =
            switch row.handler {
            case .nosys: "nosys"
            case .lkmnosys: "lkmnosys"
            case .lkmressys: "lkmressys"
            case .call("ours"): "ours"
            case .call: "other"
            }
        let flags = row.isCapabilityEnabled ? "0x1" : "0"
        let count = row.threads.word == 0 ? "0" : "0x" + String(row.threads.word, radix: 16)
        return "row \(number) call=\(handler) narg=\(row.words) flags=\(flags) thrcnt=\(count)"
    }
}
