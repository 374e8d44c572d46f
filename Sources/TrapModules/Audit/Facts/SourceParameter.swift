/// A parameter of a function, or a field of a structure, as sources write it.
public struct SourceParameter: Sendable, Hashable {
    /// Its name; empty when it has none.
    public let name: String
    /// Its type as C writes it.
    public let type: String
}
