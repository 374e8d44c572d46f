import Edits
import SystemPackage

/// A new file's bytes under a temporary name beside the place that it shall have.
struct TemporaryFile {
    let path: FilePath
    let planned: PlannedChange

    /// Chooses a name; nothing is made yet.
    init(for planned: PlannedChange) {
        let target = planned.target.file
        let name = TemporaryName.make(for: target.lastComponent?.string ?? planned.change.path.name)
        path = target.removingLastComponent().appending(name)
        self.planned = planned
    }

    /// Makes the file, empty. Whoever calls this removes it when anything fails from here on.
    func create() throws(Errno) -> FileDescriptor {
        // A new file gets what the umask leaves; bytes of an existing one are nobody else's until its mode is set.
        let permissions: FilePermissions =
            if planned.target.old != nil {
                [.ownerReadWrite]
            } else if case .file(_, .executable) = planned.change.result {
                FilePermissions(rawValue: 0o755)
            } else {
                FilePermissions(rawValue: 0o644)
            }
        return try SystemCall.open(
            path,
            .writeOnly,
            options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
            permissions: permissions
        )
    }

    /// Gives the file its bytes, and the owner and mode of the one that it will replace.
    func fill(_ descriptor: FileDescriptor) throws(Errno) {
        try SystemCall.write(planned.change.result.bytes ?? [], to: descriptor)
        guard let old = planned.target.old?.status, let permissions = planned.keptPermissions else { return }
        // Work done as root must not take a tree from its owner. Anybody else may not give files away, at most pass on
        // a group; what cannot be kept is then the writer's own, as with every editor that renames.
        let made = try descriptor.stat()
        if made.userID != old.userID || made.groupID != old.groupID {
            do throws(Errno) {
                try SystemCall.setOwner(of: descriptor, to: old.userID, old.groupID)
            } catch {
                try? SystemCall.setOwner(of: descriptor, to: made.userID, old.groupID)
            }
        }
        try SystemCall.setPermissions(of: descriptor, to: permissions)
    }
}
