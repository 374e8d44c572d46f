/// A row of a switch table, `struct sysent`, as far as registration and calls look at it.
public struct SlotRow: Sendable, Hashable {
    /// `sy_call`
    public var handler: Handler
    /// `sy_narg`
    public var words: Int
    /// Whether `sy_flags` has `SYF_CAPENABLED`.
    public var isCapabilityEnabled: Bool
    /// `sy_thrcnt`
    public var threads: ThreadCount

    /// A function that a row calls. Registration tells them apart by their address.
    public enum Handler: Sendable, Hashable {
        /// `nosys`: no call, and no slot either.
        case nosys
        /// `lkmnosys`: a free slot.
        case lkmnosys
        /// `lkmressys`: free for who asks for this very number (`NOSTD`).
        case lkmressys
        /// A call.
        case call(String)
    }

    /// Makes a row.
    public init(
        _ handler: Handler, words: Int = 0, isCapabilityEnabled: Bool = false, threads: ThreadCount = .static
    ) {
        self.handler = handler
        self.words = words
        self.isCapabilityEnabled = isCapabilityEnabled
        self.threads = threads
    }

    /// A slot as the generator writes it: `NODEF|NOTSTATIC lkmnosys`, with the one word of `struct nosys_args`.
    public static let slot = SlotRow(.lkmnosys, words: 1, threads: .absent)

    /// A row without a call: `UNIMPL`, `RESERVED`, `OBSOL`.
    public static let empty = SlotRow(.nosys, threads: .absent)
}
