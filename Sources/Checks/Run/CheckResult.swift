import Findings

/// A finding of a check and what is known about it.
public struct CheckResult: Sendable, Hashable {
    /// The finding; its notes say what it follows from, and why it is allowed.
    public let finding: Finding
    /// The file below the tree's root; `nil` for a finding without a place.
    public let path: String?
    /// The call that it is about; `nil` when it is about none.
    public let call: String?
    /// What stays the same when lines move: rule, file, message, and the how-manieth of these it is.
    public let fingerprint: String
    /// The finding that this one follows from.
    public let cause: Cause?
    /// Why it does not count; `nil` when it does.
    public let suppression: Suppression?

    /// The finding from which another follows.
    public struct Cause: Sendable, Hashable {
        /// Its rule.
        public let rule: String
        /// Its place.
        public let location: Location?
    }

    /// Why a finding does not count.
    public enum Suppression: Sendable, Hashable {
        /// A comment in the master allows it.
        case inline(reason: String)
        /// The tree's project file allows it.
        case project(reason: String)
        /// Sysent has reviewed it; see `ReviewedExceptions`.
        case reviewed(reason: String)
        /// The baseline names it.
        case baseline
    }
}

/// What a check came to.
public struct CheckReport: Sendable {
    /// All findings, those that do not count included, ordered by file, line, column, rule and message.
    public let results: [CheckResult]
    /// How long each rule took, in the order in which they ran.
    public let timings: [Timing]
    /// Whether something could not be read, so that not everything was checked.
    public let isIncomplete: Bool

    /// How long a rule took.
    public struct Timing: Sendable, Hashable {
        /// The rule.
        public let rule: String
        /// How long it took.
        public let duration: Duration
    }

    /// The findings that count.
    public var open: [CheckResult] { results.filter { $0.suppression == nil } }
}
