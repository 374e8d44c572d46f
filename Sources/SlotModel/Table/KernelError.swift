/// An error number that the kernel answers with, `sys/sys/errno.h`.
public enum KernelError: Int, Error, Sendable, Hashable, CaseIterable {
    /// What kldload(2) says when no module of a file could be initialised.
    case ENOEXEC = 8
    /// The row is not free; or a module of that name is loaded.
    case EEXIST = 17
    /// The number is outside the table, the flags are unknown, or the call is permanent.
    case EINVAL = 22
    /// No slot is free.
    case ENFILE = 23
    /// An event that a module does not handle.
    case EOPNOTSUPP = 45
    /// No such call.
    case ENOSYS = 78
    /// Not allowed in capability mode.
    case ECAPMODE = 94

    /// The constant's name.
    public var name: String { "\(self)" }
}

/// Why a request has no orderly answer.
public enum SlotFailure: Error, Sendable, Hashable {
    /// The kernel answers with an error.
    case error(KernelError)
    /// A kernel with `INVARIANTS` panics; one without goes on as if nothing were wrong.
    case panic(String)
    /// The kernel reads or writes memory that is no row of the table; what follows is anyone's guess.
    case undefined(String)
}
