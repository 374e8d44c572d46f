import Edits
import Findings
import SourceTree
import TrapModules

/// The sources of modules and programs that a user names.
enum ModuleSources {
    /// Bigger files are no sources that somebody wrote.
    private static let sizeLimit = 8 << 20

    /// The C files below the directories (or the files) that `paths` name, each once, in the order of the names.
    ///
    /// - Throws: a `Refusal` when one is neither, or cannot be read.
    static func code(_ paths: [String]) throws(Refusal) -> [SourceFile] {
        try files(paths) { SourceFile.isCode($0) }
    }

    /// All texts below them: what mentions a name may be a document or a makefile.
    ///
    /// - Throws: a `Refusal` when one cannot be read.
    static func texts(_ paths: [String]) throws(Refusal) -> [SourceFile] {
        try files(paths) { _ in true }.filter { !$0.bytes.prefix(4096).contains(0) }
    }

    private static func files(_ paths: [String], _ isWanted: (String) -> Bool) throws(Refusal) -> [SourceFile] {
        var files: [SourceFile] = []
        for path in paths {
            let view = DiskView(root: path)
            guard try view.kind(of: .root) == .directory else {
                files.append(SourceFile(path: path, bytes: try UserFile(path).read()))
                continue
            }
            try add(.root, of: view, to: &files, isWanted)
        }
        return files
    }

    private static func add(
        _ directory: TreePath, of view: DiskView, to files: inout [SourceFile], _ isWanted: (String) -> Bool
    ) throws(Refusal) {
        for entry in try view.list(directory) {
            let path = directory.appending(entry.name)
            switch entry.kind {
            case .directory where entry.name != ".git": try add(path, of: view, to: &files, isWanted)
            case .file where isWanted(entry.name):
                let bytes = try view.read(path)
                if bytes.count <= sizeLimit { files.append(SourceFile(path: view.label(path), bytes: bytes)) }
            default: break
            }
        }
    }
}
