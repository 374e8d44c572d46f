import Findings

extension Finding {
    /// The finding as a line: `PLACE: SEVERITY: MESSAGE [RULE]`.
    public var line: String {
        "\(place): \(severity.rawValue): \(message) [\(rule)]"
    }

    private var place: String {
        guard let location else { return "nowhere" }
        let numbers = [location.line, location.column].compactMap { $0.map(String.init) }
        return ([location.path] + numbers).joined(separator: ":")
    }
}

extension Sequence<Finding> {
    /// The findings as lines.
    public var lines: [String] { map(\.line) }

    /// The rules of the findings.
    public var rules: [String] { map(\.rule) }
}
