import Edits
import Findings
import SystemPackage

extension AtomicWriter {
    /// Makes the directory `root`, and those above it, where they do not exist.
    ///
    /// - Throws: a `Refusal` with rule `write-failed` and the system's reason.
    public static func makeRoot(_ root: String) throws(Refusal) {
        var missing: [FilePath] = []
        var path = FilePath(root).lexicallyNormalized()
        do {
            while true {
                do {
                    try SystemCall.makeDirectory(path, permissions: FilePermissions(rawValue: 0o755))
                    break
                } catch .noSuchFileOrDirectory where !path.removingLastComponent().isEmpty {
                    missing.append(path)
                    path = path.removingLastComponent()
                } catch .fileExists {
                    break
                }
            }
            for directory in missing.reversed() {
                try SystemCall.makeDirectory(directory, permissions: FilePermissions(rawValue: 0o755))
            }
        } catch {
            throw Refusal("write-failed", at: Location(path: root), "cannot make the directory: \(error)")
        }
        guard try DiskView(root: root).kind(of: .root) == .directory else {
            throw Refusal(
                "not-a-directory", at: Location(path: root), "there is something else in the directory's place")
        }
    }
}
