import Edits
import Findings

/// Follows the symbolic links of a tree that no file system follows, as the system would.
///
/// A link that is absolute or climbs above the root leaves the tree: such a tree lies nowhere.
struct LinkWalk {
    /// The text of the link at a path; `nil` where there is none.
    let target: (TreePath) -> String?

    /// Why a link cannot be followed.
    enum Failure: Error, Hashable {
        /// It leaves the tree with this text.
        case outside(String)
        /// There are more links on the way than a system would follow.
        case tooMany
    }

    /// The number of links at which Linux and FreeBSD give up or have given up already.
    private static let limit = 40

    /// The path that `path` leads to; with `followsLast` unset a link in the last component is left as it is.
    func resolve(_ path: TreePath, followsLast: Bool = true) throws(Failure) -> TreePath {
        var resolved = TreePath.root
        var pending: [Substring] = path.string.split(separator: "/").reversed()
        var followed: [String] = []
        while let component = pending.popLast() {
            if component == "." { continue }
            if component == ".." {
                // Only the text of a link holds one.
                guard resolved != .root else { throw .outside(followed.last ?? "..") }
                resolved = resolved.parent
                continue
            }
            let next = resolved.appending(String(component))
            guard let text = target(next), followsLast || !pending.isEmpty else {
                resolved = next
                continue
            }
            followed.append(text)
            guard followed.count <= Self.limit else { throw .tooMany }
            guard !text.hasPrefix("/") else { throw .outside(text) }
            pending += text.split(separator: "/").reversed()
        }
        return resolved
    }
}
