import Findings
import SlotModel

/// A sequence of loads, registrations and calls to be tried on a table.
public struct Scenario: Sendable {
    /// The file, as messages name it.
    public let path: String
    /// What the kernel does differently from what its tree says.
    public let kernel: KernelChoice
    /// The modules by name.
    public let modules: [String: Module]
    /// What is done.
    public let steps: [Step]

    /// What a scenario may say about the kernel.
    public struct KernelChoice: Sendable, Hashable {
        /// Whether it has `INVARIANTS`.
        public var hasInvariants = false
        /// The rules, if the scenario names them.
        public var rules: RulesName?
    }

    /// Names of ``KernelRules``.
    public enum RulesName: String, Sendable, Hashable, CaseIterable {
        case current, former
    }

    /// A module that a scenario loads.
    public enum Module: Sendable, Hashable {
        /// Made of a manifest, named relative to the scenario.
        case manifest(TrapManifest)
        /// As it stands in the scenario.
        case file(ModuleFile)
    }

    /// Something that is done, and what is expected of it.
    public struct Step: Sendable {
        /// What is done.
        public let action: Action
        /// What is expected, in the words of the results.
        public let expected: [String: Expectation]
        /// Where the scenario says so.
        public let location: Location
    }

    /// What is expected of a step.
    public struct Expectation: Sendable, Hashable {
        /// The value.
        public let text: String
        /// Where it stands.
        public let location: Location
    }

    /// What can be done.
    public enum Action: Sendable, Hashable {
        /// kldload(2)
        case load(String)
        /// kldunload(2)
        case unload(String)
        /// A program calls a number, or a call of a module; with `thread`, a thread of that name stays inside.
        case call(Target, SlotKernel.Table, inCapabilityMode: Bool, thread: String?)
        /// A thread leaves the call that it is in.
        case leave(String)
        /// A call is registered by itself.
        case register(ModuleCall)
        /// A call that was registered by itself is taken back.
        case deregister(String)
        /// An array of numbers is registered by `syscall_helper_register`.
        case registerArray(String, [Int], SlotKernel.Table, SlotKernel.Flags)
        /// An array is taken back.
        case unregisterArray(String)
        /// `kern.signosys` is set.
        case signosys(Bool)
        /// Rows are looked at.
        case rows(ClosedRange<Int>, SlotKernel.Table)
    }

    /// What a program calls.
    public enum Target: Sendable, Hashable {
        /// A number.
        case number(Int)
        /// A call of a module, or one that was registered by itself, at the number that it has.
        case name(String)
    }
}
