import Findings
import SyscallTable

/// Something that must hold of a tree: one file of `Rules/` each, listed in ``RuleRegistry``.
public protocol Rule: Sendable {
    /// Name, severity and explanation; what `sysent explain` prints.
    var documentation: RuleDocumentation { get }

    /// The places at which the rule does not hold. The order is of no matter; the runner sorts.
    ///
    /// - Throws: a `Refusal` when a file that the rule must look at cannot be read.
    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding]
}

extension Rule {
    /// The stable name.
    public var name: String { documentation.name }

    /// Makes a finding of this rule with the severity that its documentation states.
    func finding(
        at location: Location?,
        _ message: String,
        notes: [Note] = [],
        fixIt: FixIt? = nil,
        about call: String? = nil
    ) -> Finding {
        Finding(documentation.severity, name, at: location, message, notes: notes, fixIt: fixIt, about: call)
    }
}

/// What there is to say about a rule, as data: printed by `sysent explain`, and help text of a SARIF report.
public struct RuleDocumentation: Sendable, Hashable {
    /// The stable kebab-case name.
    public let name: String
    /// How much a finding of the rule matters, at most.
    public let severity: Severity
    /// The editions of the generator that the rule holds for; elsewhere it is silent.
    public let editions: Set<Edition>
    /// What it checks, in one sentence or two.
    public let checks: String
    /// Why it matters.
    public let matters: String
    /// A case of it, and what to do about it.
    public let example: String
    /// When a finding is wrong, or harmless.
    public let exceptions: String

    /// Documents a rule.
    public init(
        _ name: String,
        _ severity: Severity,
        editions: Set<Edition> = Set(Edition.allCases),
        checks: String,
        matters: String,
        example: String,
        exceptions: String
    ) {
        self.name = name
        self.severity = severity
        self.editions = editions
        self.checks = checks
        self.matters = matters
        self.example = example
        self.exceptions = exceptions
    }
}
