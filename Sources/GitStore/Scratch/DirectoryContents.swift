import Glibc
import SystemPackage

extension FilePath {
    /// The names in the directory, sorted by bytes.
    ///
    /// - Throws: an `Errno`.
    package func namesInDirectory() throws(Errno) -> [String] {
        guard let stream = opendir(string) else { throw Errno(rawValue: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Removes what stands here with all that is below it, following no link. What cannot be removed stays.
    func removeAll() {
        guard unlink(string) != 0, errno == EISDIR || errno == EPERM else { return }
        for name in (try? namesInDirectory()) ?? [] {
            appending(name).removeAll()
        }
        rmdir(string)
    }
}
