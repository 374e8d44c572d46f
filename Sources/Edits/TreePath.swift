/// A path inside a source tree: relative to its root, `/` between components, no `.`, no `..`, never absolute.
///
/// A `TreePath` cannot name anything outside the tree, so whatever takes one need not check again. (That a symbolic
/// link on the way leads outside is a matter of the disk, and checked by the writer.)
public struct TreePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The components joined by `/`; empty for the root of the tree.
    public let string: String

    /// The root of the tree.
    public static let root = TreePath(normalized: "")

    private init(normalized: String) {
        string = normalized
    }

    /// The components of `text`. The bytes decide: in the text `../` with an accent behind it Unicode sees no slash, and
    /// the system calls do.
    private static func split(_ text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    /// Whether no component of `text` is empty, `.` or `..`.
    private static func isNormal(_ text: String) -> Bool {
        var length = 0
        var onlyDots = true
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/") {
                if length == 0 || onlyDots && length <= 2 { return false }
                length = 0
                onlyDots = true
            } else {
                length += 1
                onlyDots = onlyDots && byte == UInt8(ascii: ".")
            }
        }
        return length > 0 && !(onlyDots && length <= 2)
    }

    /// Makes a path from text that is known to be relative, such as a constant.
    ///
    /// Total: `.` and empty components vanish, and `..` at the root stays at the root, as in `chroot(2)`. Use
    /// ``resolving(_:)`` for text that comes from outside.
    public init(_ text: String) {
        guard !Self.isNormal(text) else {
            self.init(normalized: text)
            return
        }
        var components: [Substring] = []
        for component in Self.split(text) where component != "." {
            if component == ".." {
                _ = components.popLast()
            } else {
                components.append(component)
            }
        }
        self.init(normalized: components.joined(separator: "/"))
    }

    /// Resolves `text` against this directory; `nil` when it is absolute, leaves the tree or holds a NUL.
    public func resolving(_ text: String) -> TreePath? {
        guard text.utf8.first != UInt8(ascii: "/"), !text.utf8.contains(0) else { return nil }
        var components = Self.split(string)
        for component in Self.split(text) where component != "." {
            if component != ".." {
                components.append(component)
            } else if components.popLast() == nil {
                return nil
            }
        }
        return TreePath(normalized: components.joined(separator: "/"))
    }

    /// The path of `name` in this directory; `name` is one or more plain components.
    public func appending(_ name: String) -> TreePath {
        string.isEmpty ? TreePath(name) : TreePath(string + "/" + name)
    }

    /// The directory that holds this path; the root's parent is the root.
    public var parent: TreePath {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return TreePath(normalized: String(string[..<slash]))
    }

    /// The last component; empty for the root.
    public var name: String {
        guard let slash = string.utf8.lastIndex(of: UInt8(ascii: "/")) else { return string }
        return String(string[string.utf8.index(after: slash)...])
    }

    /// The components from the root down.
    public var components: [String] {
        Self.split(string).map(String.init)
    }

    /// The path for messages; `.` for the root.
    public var description: String { string.isEmpty ? "." : string }

    /// Compares paths by their bytes: a file system tells names apart that Unicode calls equivalent.
    public static func == (left: TreePath, right: TreePath) -> Bool {
        left.string.utf8.elementsEqual(right.string.utf8)
    }

    /// Hashes the bytes, as `==` compares them.
    public func hash(into hasher: inout Hasher) {
        var string = string
        string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Orders paths by their bytes, as git's plumbing does.
    public static func < (left: TreePath, right: TreePath) -> Bool {
        left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
    }
}
