import Testing

/// A fault: one text in one file of the clean tree replaced by another, and what must be said about it.
struct Fault: Sendable, CustomTestStringConvertible {
    let path: String
    let old: String
    let new: String
    /// Whether the companions are made anew, as a careful author would.
    let regenerated: Bool
    /// The findings that are no consequence of others, as `PATH:LINE [RULE]`.
    let found: [String]

    var testDescription: String { "\(path): \(found.joined(separator: ", "))" }

    init(_ path: String, _ old: String, _ new: String, regenerated: Bool = false, _ found: String...) {
        self.path = path
        self.old = old
        self.new = new
        self.regenerated = regenerated
        self.found = found
    }
}
