/// How a boot ended. Each way is an outcome of its own.
public enum BootOutcome: String, Sendable, Hashable, CaseIterable {
    /// Everything that is required was seen, and nothing that is forbidden.
    case held
    /// A forbidden marker came.
    case forbiddenMarker = "forbidden-marker"
    /// A marker came in another state or place than the plan says.
    case outOfOrder = "out-of-order"
    /// The kernel panicked.
    case panic
    /// The kernel was stopped by a trap of its own.
    case fatalTrap = "fatal-trap"
    /// The processor could not even report a fault.
    case doubleFault = "double-fault"
    /// The kernel stands in its debugger.
    case debugger
    /// The kernel asks for its root.
    case mountroot
    /// A system call has not the number that it must have, or does not answer.
    case trapMismatch = "trap-mismatch"
    /// The kernel did not load a module.
    case moduleFailed = "module-failed"
    /// The probe could not do its work.
    case probeFailed = "probe-failed"
    /// The machine was reset.
    case reset
    /// The machine switched itself off before everything was seen.
    case poweredOff = "powered-off"
    /// The emulator ended by itself.
    case emulatorExit = "emulator-exit"
    /// Nothing came for too long.
    case silence
    /// A stage took too long.
    case stageDeadline = "stage-deadline"
    /// All of it took too long.
    case deadline
    /// Somebody stopped the run.
    case interrupted

    /// Whether the guest could be judged at all.
    public var isJudgement: Bool { self != .emulatorExit && self != .interrupted }
}
