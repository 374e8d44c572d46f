/// `sy_thrcnt`: three flags, and above them the number of threads inside the call.
///
/// The values are those of `sys/sys/sysent.h`.
public struct ThreadCount: Sendable, Hashable {
    /// The word as the kernel has it.
    public var word: UInt32

    /// Takes a word.
    public init(word: UInt32) { self.word = word }

    /// `SY_THR_STATIC`: threads are not counted, and the row is never taken back.
    public static let `static` = ThreadCount(word: 0x1)
    /// `SY_THR_DRAINING`: somebody waits for the threads inside to leave.
    public static let draining = ThreadCount(word: 0x2)
    /// `SY_THR_ABSENT`: there is no call here.
    public static let absent = ThreadCount(word: 0x4)
    /// A call that can be made, with no thread inside.
    public static let idle = ThreadCount(word: 0)
    /// `SY_THR_INCR`
    static let increment: UInt32 = 0x8

    /// Whether all flags of `other` are set.
    public func has(_ other: ThreadCount) -> Bool { word & other.word == other.word }

    /// How many threads are inside.
    public var threads: Int { Int(word / Self.increment) }
}
