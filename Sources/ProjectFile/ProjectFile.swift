import Findings

/// What a project tells every verb that asks, in a file `.sysent.yml` at the root of its tree:
///
///     suppressions:
///       - rule: missing-manual
///         call: lamp
///         reason: the page comes with the package that installs lamp(8)
///       - rule: stale-companion
///         path: sys/arch/amd64/linux
///         reason: kept by hand since 2024
///
/// A value like any other: whoever wants the file reads it and hands the bytes over.
public struct ProjectFile: Sendable, Hashable {
    /// The name of the file.
    public static let name = ".sysent.yml"

    /// The findings of `sysent check` that do not count, in file order.
    public let suppressions: [Suppression]

    /// Findings that do not count, and why.
    public struct Suppression: Sendable, Hashable {
        /// The name of the rule.
        public let rule: String
        /// The file, or the directory above the files, that the findings are in; `nil` for any.
        public let path: String?
        /// The call that the findings are about; `nil` for any.
        public let call: String?
        /// Why.
        public let reason: String
        /// Where the suppression stands.
        public let location: Location
    }
}

extension ProjectFile {
    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: the name under which problems are reported.
    /// - Throws: a `Refusal` with everything that is no YAML, or that no project file holds, at its line and column.
    public init(_ bytes: [UInt8], path: String) throws(Refusal) {
        var reader = ProjectReader(try YAMLText(bytes, path: path))
        suppressions = reader.suppressions()
        if !reader.problems.isEmpty { throw Refusal(reader.problems) }
    }
}
