extension SlotKernel {
    /// What became of a call.
    public enum Call: Sendable, Hashable {
        /// The thread is inside the handler.
        case entered(Entry)
        /// There is no call to make: the error, and whether SIGSYS comes with it. A process that neither ignores nor handles
        /// the signal dies of it.
        case refused(KernelError, signal: Bool)
    }

    /// A thread inside a call.
    public struct Entry: Sendable, Hashable {
        /// The table.
        public let table: Table
        /// The number.
        public let number: Int
        /// The function of the call.
        public let handler: String
        /// How many words of arguments it gets.
        public let words: Int
        let isCounted: Bool
    }

    /// Calls `number`, as a thread of a process of `table`'s ABI. `syscall(2)` and `__syscall(2)` come here with the number
    /// that they were given.
    ///
    /// Capability mode is tested before the slot is entered, so that an empty slot is ECAPMODE there.
    public mutating func call(
        _ number: Int,
        of table: Table = .native,
        inCapabilityMode isConfined: Bool = false
    ) -> Call {
        // Without `nosys_sysent`, row 0 stands for every number past the end.
        let number = row(number, of: table) == nil && !rules.hasNoCallRow ? 0 : number
        guard var row = row(number, of: table) else { return .refused(.ENOSYS, signal: signals) }
        if isConfined, !row.isCapabilityEnabled { return .refused(.ECAPMODE, signal: false) }
        let isCounted = !row.threads.has(.static)
        if isCounted, row.threads.has(.draining) || row.threads.has(.absent) {
            return .refused(.ENOSYS, signal: rules.hasNoCallRow && signals)
        }
        guard case .call(let handler) = row.handler else { return .refused(.ENOSYS, signal: signals) }
        if isCounted {
            row.threads.word += ThreadCount.increment
            write(row, to: number, of: table)
        }
        return .entered(
            Entry(table: table, number: number, handler: handler, words: row.words, isCounted: isCounted))
    }

    /// The thread returns from the call.
    public mutating func leave(_ entry: Entry) {
        guard entry.isCounted, var row = row(entry.number, of: entry.table) else { return }
        row.threads.word -= ThreadCount.increment
        write(row, to: entry.number, of: entry.table)
    }

    private var signals: Bool { !rules.hasSignalSwitch || signalsMissingCalls }
}
