/// An entry of the array that `syscall_helper_register` takes, `struct syscall_helper_data`.
///
/// The end of a Swift array stands for `SYSCALL_INIT_LAST`.
public struct HelperEntry: Sendable, Hashable {
    /// The call.
    public var new: SlotRow
    /// Its number; ``SlotKernel/noSyscall`` ends the array as well.
    public var number: Int
    /// Whether it is registered.
    public internal(set) var isRegistered = false
    var old = SlotRow.empty

    /// Makes an entry.
    public init(_ new: SlotRow, number: Int) {
        self.new = new
        self.number = number
    }
}

/// Where the taking back of an array waits.
public struct HelperWait: Sendable, Hashable {
    /// What it waits for.
    public let drain: Drain
    /// The entry that comes next.
    public let next: Int
}

/// The end of an attempt to register an array.
public struct HelperFailure: Sendable, Hashable {
    /// What the kernel answers.
    public let error: KernelError
    /// The entry that could not be registered.
    public let entry: Int
    /// Where taking the array back waits; `nil` when it is done.
    public let wait: HelperWait?
}

extension SlotKernel {
    /// Registers the calls of an array up to the first entry whose number is `NO_SYSCALL`, so that an array of dynamic
    /// numbers registers nothing, and succeeds. On an error the array is taken back from its beginning: an array that is
    /// registered already loses its first registration by a second one.
    ///
    /// - Returns: what went wrong; `nil` for success.
    /// - Throws: a failure beyond an error, as ``register(_:at:in:flags:)`` does.
    public mutating func registerHelpers(
        _ entries: inout [HelperEntry],
        in table: Table = .native,
        flags: Flags = .none
    ) throws(SlotFailure) -> HelperFailure? {
        for index in entries.indices {
            if entries[index].number == Self.noSyscall { return nil }
            do {
                entries[index].old = try register(
                    entries[index].new, at: &entries[index].number, in: table, flags: flags)
            } catch .error(let error) {
                return HelperFailure(error: error, entry: index, wait: try unregisterHelpers(&entries, in: table))
            } catch {
                throw error
            }
            entries[index].isRegistered = true
        }
        return nil
    }

    /// Takes the calls of an array back, from entry `first` up to the first one that is not registered. Errors are ignored:
    /// a permanent call stays, while its entry says that it is gone.
    ///
    /// - Returns: where it waits; go on with ``HelperWait/next`` once the drain has ended.
    /// - Throws: a failure beyond an error, as ``deregister(_:restoring:in:)`` does.
    public mutating func unregisterHelpers(
        _ entries: inout [HelperEntry],
        from first: Int = 0,
        in table: Table = .native
    ) throws(SlotFailure) -> HelperWait? {
        for index in entries.indices.dropFirst(first) {
            guard entries[index].isRegistered else { return nil }
            entries[index].isRegistered = false
            do {
                if let drain = try deregister(entries[index].number, restoring: entries[index].old, in: table) {
                    return HelperWait(drain: drain, next: index + 1)
                }
            } catch .error {
                // Nobody looks at it.
            } catch {
                throw error
            }
        }
        return nil
    }
}
