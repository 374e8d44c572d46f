import Findings

/// Findings as workflow commands of GitHub, which become annotations of a pull request.
public struct GitHubText: Sendable {
    private let relative: @Sendable (String) -> String

    /// Annotates files by their paths below the tree's root, which `relative` makes of the paths of locations.
    public init(relative: @escaping @Sendable (String) -> String) {
        self.relative = relative
    }

    /// The line of `finding`.
    public func render(_ finding: Finding) -> String {
        let command =
            switch finding.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [String] = []
        if let location = finding.location {
            properties.append("file=\(Self.property(relative(location.path)))")
            if let line = location.line { properties.append("line=\(line)") }
            if let column = location.column { properties.append("col=\(column)") }
        }
        properties.append("title=\(Self.property(finding.rule))")
        let message = ([finding.message] + finding.notes.map(\.message)).joined(separator: "\n")
        return "::\(command) \(properties.joined(separator: ","))::\(Self.data(message))\n"
    }

    /// A message: a line feed would end the command.
    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
