/// How a regular file may be executed: the two modes that git knows.
public enum FileMode: Sendable, Hashable {
    /// `0644`, git's `100644`.
    case regular
    /// `0755`, git's `100755`.
    case executable
}

/// What stands at a path before or after a change.
public enum FileState: Sendable, Hashable {
    /// Nothing stands there.
    case absent
    /// A regular file with these bytes.
    case file([UInt8], FileMode)

    /// The bytes of the file; `nil` when there is none.
    public var bytes: [UInt8]? {
        switch self {
        case .absent: nil
        case .file(let bytes, _): bytes
        }
    }
}
