extension Sequence<Finding> {
    /// Whether any of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}

extension [Finding] {
    /// The findings of one file in the order of their places; those of the whole file first.
    public var inFileOrder: [Finding] {
        enumerated().sorted { left, right in
            let (first, second) = (left.element.location, right.element.location)
            return (first?.line ?? 0, first?.column ?? 0, left.offset) < (
                second?.line ?? 0, second?.column ?? 0, right.offset
            )
        }.map(\.element)
    }
}
