import SystemPackage

/// Keeps two writers of one tree apart, such as two rules of a parallel make.
///
/// The lock is on the root directory itself, so that it leaves no file behind, and ends with the process.
struct TreeLock {
    private let descriptor: FileDescriptor?

    /// Whether other writers wait. Some network file systems lock no directories, and then nobody does.
    let isHeld: Bool

    /// Waits until no other writer works on the tree at `root`; a writer is done in moments.
    init(root: FilePath) {
        descriptor = try? SystemCall.open(root, .readOnly, options: [.closeOnExec, .directory])
        guard let descriptor else {
            isHeld = false
            return
        }
        isHeld = (try? SystemCall.lock(descriptor)) != nil
    }

    /// Lets the next one work.
    func release() {
        guard let descriptor else { return }
        try? SystemCall.close(descriptor)
    }
}
