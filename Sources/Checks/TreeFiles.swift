import Edits
import Findings
import SourceTree

extension TreeView {
    /// The files below `directory` whose names `isWanted` accepts, in path order; links are not followed.
    package func files(below directory: TreePath, where isWanted: (String) -> Bool) throws(Refusal) -> [TreePath] {
        var found: [TreePath] = []
        var waiting = [directory]
        while let next = waiting.popLast() {
            for entry in try list(next) {
                switch entry.kind {
                case .directory: waiting.append(next.appending(entry.name))
                case .file: if isWanted(entry.name) { found.append(next.appending(entry.name)) }
                case .symbolicLink, .other: break
                }
            }
        }
        return found.sorted()
    }

    /// The files directly in `directory` whose names `isWanted` accepts.
    package func files(in directory: TreePath, where isWanted: (String) -> Bool) throws(Refusal) -> [TreePath] {
        var found: [TreePath] = []
        for entry in try list(directory) {
            if case .file = entry.kind, isWanted(entry.name) { found.append(directory.appending(entry.name)) }
        }
        return found
    }

    /// The directories in `directory`.
    package func directories(in directory: TreePath) throws(Refusal) -> [TreePath] {
        try list(directory).filter { $0.kind == .directory }.map { directory.appending($0.name) }
    }

    /// Whether `path` is a directory.
    package func isDirectory(_ path: TreePath) throws(Refusal) -> Bool { try kind(of: path) == .directory }
}
