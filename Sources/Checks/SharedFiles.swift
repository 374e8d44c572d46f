import Edits
import Findings
import SourceTree
import Synchronization

/// The files that several rules look at, each read once.
final class SharedFiles: Sendable {
    private let view: any TreeView
    private let files = Mutex<[TreePath: [UInt8]]>([:])

    init(_ view: any TreeView) {
        self.view = view
    }

    /// The bytes of a file that is there.
    func read(_ path: TreePath) throws(Refusal) -> [UInt8] {
        if let bytes = files.withLock({ $0[path] }) { return bytes }
        let bytes = try view.read(path)
        files.withLock { $0[path] = bytes }
        return bytes
    }
}
