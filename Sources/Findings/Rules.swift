extension Sequence<Finding> {
    /// Whether any of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}
