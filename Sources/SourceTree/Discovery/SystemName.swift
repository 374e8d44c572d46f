import Edits
import Findings

/// What a system calls itself and which release it is: `TYPE` and `REVISION` of sys/conf/newvers.sh, read as data.
package struct SystemName {
    /// The name, such as `FreeBSD`.
    package let type: String
    /// The release, such as `15.1`.
    package let revision: String

    /// The name of a system that is not FreeBSD itself.
    package var foreign: String? { type == "FreeBSD" ? nil : type }

    /// Reads the name; `nil` in a tree that does not say it.
    ///
    /// - Throws: a `Refusal` when the file cannot be read.
    package init?(_ view: any TreeView) throws(Refusal) {
        let path = TreePath("sys/conf/newvers.sh")
        guard try view.exists(path) else { return nil }
        let text = String(decoding: try view.read(path), as: UTF8.self)
        let value = { (key: String) in
            text.split(separator: "\n").first { $0.hasPrefix(key + "=\"") }?.dropFirst(key.count + 2).prefix {
                $0 != "\""
            }
        }
        guard let type = value("TYPE"), let revision = value("REVISION") else { return nil }
        self.type = String(type)
        self.revision = String(revision)
    }
}
