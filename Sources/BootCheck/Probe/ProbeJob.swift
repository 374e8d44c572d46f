/// What the probe is to do, as it reads it.
public struct ProbeJob: Sendable, Hashable {
    /// The modules, by their paths on the probe's root, in load order.
    public var modules: [String]
    /// Nodes of sysctl(8) of which everything is read.
    public var roots: [String]
    /// The calls, each with as many words as it has: all of them 0.
    public var calls: [TrapExpectation.Trap]

    /// Makes a job.
    public init(modules: [String], roots: [String], calls: [TrapExpectation.Trap]) {
        self.modules = modules
        self.roots = roots
        self.calls = calls
    }

    /// The file's text.
    public var text: String {
        let steps =
            modules.map { "load \($0)" } + ["read kern.version", "read kern.osreldate"] + roots.map { "read \($0)" }
            + calls.map { "call \($0.object)" + String(repeating: " 0", count: $0.words) }
        return steps.map { $0 + "\n" }.joined()
    }
}
