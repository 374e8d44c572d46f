/// A deregistration that waits until no thread is inside the call (`syscall_thread_drain`, wait channel `scdrn`).
///
/// The kernel looks twice a second; here ``SlotKernel/poll(_:)`` does.
public struct Drain: Sendable, Hashable {
    /// The table.
    public let table: SlotKernel.Table
    /// The number of the row.
    public let number: Int
    /// What will stand there afterwards.
    let old: SlotRow
}

extension SlotKernel {
    /// Takes a call back, `kern_syscall_deregister`.
    ///
    /// - Parameters:
    ///   - number: the number of the call; 0 does nothing.
    ///   - old: what the registration returned.
    ///   - table: the table.
    /// - Returns: `nil` when it is done, or the drain that waits for the threads inside. From then on the row answers new
    ///   callers as if there were no call.
    /// - Throws: EINVAL for a permanent call. A failure beyond an error for a number outside the table, which the kernel does
    ///   not check; `NO_SYSCALL` is one.
    public mutating func deregister(
        _ number: Int,
        restoring old: SlotRow,
        in table: Table = .native
    ) throws(SlotFailure) -> Drain? {
        if number == 0 { return nil }
        guard var row = row(number, of: table) else { throw pastEnd(number, of: table) }
        if row.threads.has(.static) { throw .error(.EINVAL) }
        row.threads.word |= ThreadCount.draining.word
        write(row, to: number, of: table)
        let drain = Drain(table: table, number: number, old: old)
        return poll(drain) ? nil : drain
    }

    /// Looks whether a drain can end, and ends it.
    ///
    /// - Returns: whether it ended.
    public mutating func poll(_ drain: Drain) -> Bool {
        guard row(drain.number, of: drain.table)?.threads == .draining else { return false }
        write(drain.old, to: drain.number, of: drain.table)
        return true
    }

    /// Whether no thread's leaving can end the drain: the row was absent before, or has been registered anew.
    ///
    /// This is what deregistering a slot twice comes to. The thread that does it never returns.
    public func waitsForEver(_ drain: Drain) -> Bool {
        guard let threads = row(drain.number, of: drain.table)?.threads else { return true }
        return threads.has(.absent) || !threads.has(.draining)
    }
}
