/// The system calls that modules must have on a booted kernel.
public struct TrapExpectation: Sendable, Hashable {
    /// The calls, in the order in which they are registered.
    public var traps: [Trap]
    /// The nodes of sysctl(8) under which their numbers are published.
    public var roots: [String]
    /// Whether the probe runs, so that everything is told by its lines.
    public var hasProbe: Bool

    /// A call.
    public struct Trap: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Where its number is published: `mach.syscall.mach_reply_port`.
        public var object: String
        /// The number that it must get; `nil` when none was predicted, and -1 when it is to get none.
        public var predicted: Int?
        /// How many words it is called with.
        public var words: Int

        /// Makes a call.
        public init(name: String, object: String, predicted: Int?, words: Int) {
            self.name = name
            self.object = object
            self.predicted = predicted
            self.words = words
        }
    }

    /// Makes an expectation.
    public init(_ traps: [Trap], roots: [String], hasProbe: Bool) {
        self.traps = traps
        self.roots = roots
        self.hasProbe = hasProbe
    }
}

/// What became of a system call on a booted kernel.
public struct TrapResult: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Where its number is published.
    public var object: String
    /// The number that was predicted.
    public var predicted: Int?
    /// The number that it has; `nil` when nobody told.
    public var number: Int?
    /// How a call of it ended, in words; `nil` when nobody called it.
    public var answer: String?
    /// What is wrong, in words; `nil` when nothing is.
    public var problem: String?
}
