import Findings
import Glibc
import SystemPackage

/// The right to change a directory, held by one process at a time.
///
/// An advisory lock on the directory itself: it leaves no file behind, and ends with the process that holds it.
struct DirectoryLock {
    private let descriptor: FileDescriptor

    /// Waits for the right.
    ///
    /// A file system that cannot lock a directory is used without: patch files are still never replaced, and the
    /// series is read again just before it is.
    init(_ directory: FilePath) throws(Refusal) {
        do {
            descriptor = try FileDescriptor.open(directory, .readOnly, options: [.directory, .closeOnExec])
        } catch {
            throw Refusal(
                "cannot-write",
                at: Location(path: directory.string),
                "the patch directory cannot be opened: \(error)"
            )
        }
        while flock(descriptor.rawValue, LOCK_EX) != 0, errno == EINTR {}
    }

    /// Gives it back.
    func release() {
        try? descriptor.close()
    }
}
