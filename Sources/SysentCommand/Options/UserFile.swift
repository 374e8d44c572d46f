import Edits
import Findings
import SourceTree

/// A file that a user names, wherever it lies.
struct UserFile {
    /// The file as the user named it.
    let path: String
    /// The directory that holds it.
    let directory: String
    private let name: TreePath

    init(_ path: String) {
        self.path = path
        if let slash = path.lastIndex(of: "/") {
            directory = String(path[...slash])
            name = TreePath(String(path[path.index(after: slash)...]))
        } else {
            directory = "."
            name = TreePath(path)
        }
    }

    /// The file at `path`, relative to the directory of this one.
    func sibling(_ path: String) -> UserFile {
        path.hasPrefix("/") || directory == "." ? UserFile(path) : UserFile(directory + path)
    }

    /// The bytes of the file.
    ///
    /// - Throws: a `Refusal` when there is no such file, or it cannot be read.
    func read() throws(Refusal) -> [UInt8] {
        try DiskView(root: directory).read(name)
    }
}
