import Findings

/// What came of a step of a scenario.
public struct StepOutcome: Sendable {
    /// The step.
    public let step: Scenario.Step
    /// What was done, in words.
    public let action: String
    /// What came of it, by ``keys``.
    public let values: [String: String]
    /// What else happened, one sentence each.
    public let remarks: [String]

    /// What can be told of a step: `result` always; `number`, `handler` and `words` of a call; `numbers` of a module's calls,
    /// by table; `signal`, whether SIGSYS came; `threads`, `sy_thrcnt` of a row; `capability`, whether a row is allowed in
    /// capability mode; `registered`, the marks of an array.
    static let keys = [
        "result", "number", "numbers", "numbers-freebsd32", "handler", "words", "signal", "threads", "capability",
        "registered",
    ]

    /// The values in the order of ``keys``.
    public var ordered: [(key: String, value: String)] {
        Self.keys.compactMap { key in values[key].map { (key, $0) } }
    }

    /// What was expected otherwise.
    public var findings: [Finding] {
        step.expected.sorted { Self.order($0.key) < Self.order($1.key) }.compactMap { key, expected in
            let actual = values[key] ?? "nothing"
            guard actual != expected.text else { return nil }
            return Finding(
                .error, "unexpected-outcome", at: expected.location,
                "\(action): \(key) is \(actual), expected \(expected.text)")
        }
    }

    private static func order(_ key: String) -> Int { keys.firstIndex(of: key) ?? keys.count }
}
