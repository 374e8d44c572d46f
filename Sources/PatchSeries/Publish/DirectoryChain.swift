import Findings
import Glibc
import SystemPackage

/// The directories that had to be made so that one is there.
struct DirectoryChain {
    private let made: [FilePath]

    /// Makes `directory` and those above it that are missing.
    static func make(_ directory: FilePath) throws(Refusal) -> DirectoryChain {
        var missing: [FilePath] = []
        var next = directory.lexicallyNormalized()
        while !next.isEmpty, access(next.string, F_OK) != 0, errno == ENOENT {
            missing.append(next)
            guard next.removeLastComponent() else { break }
        }
        var made: [FilePath] = []
        for path in missing.reversed() {
            if mkdir(path.string, 0o777) == 0 {
                made.append(path)
            } else if errno != EEXIST {
                let reason = Errno(rawValue: errno)
                DirectoryChain(made: made).remove()
                throw Refusal(
                    "cannot-write",
                    at: Location(path: path.string),
                    "the patch directory cannot be made: \(reason)"
                )
            }
        }
        return DirectoryChain(made: made)
    }

    /// Takes them away again, as far as nobody else uses them.
    func remove() {
        for path in made.reversed() { rmdir(path.string) }
    }
}
