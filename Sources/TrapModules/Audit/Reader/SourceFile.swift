/// A file of sources that are audited together.
public struct SourceFile: Sendable, Hashable {
    /// The file, as messages name it.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Names bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Whether it is a header.
    var isHeader: Bool { path.hasSuffix(".h") }

    /// Whether a path means C.
    public static func isCode(_ path: String) -> Bool {
        path.hasSuffix(".c") || path.hasSuffix(".h") || path.hasSuffix(".def") || path.hasSuffix(".inc")
    }

    /// The last component of its path.
    var name: Substring { path.split(separator: "/").last ?? "" }
}
