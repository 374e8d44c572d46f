import Edits
import Findings
import SystemPackage

/// A change whose expected old state is what the disk holds, with the place where it is made.
struct PlannedChange {
    let change: FileChange
    let target: WriteTarget

    var deletes: Bool { change.result == .absent }

    /// What the last step of the change replaces or removes.
    var victim: FilePath { deletes ? target.named : target.file }

    /// The directory that must be writable: the innermost that is there.
    var nearestDirectory: FilePath {
        (target.missingDirectories.first ?? victim).removingLastComponent()
    }

    /// The permissions that an existing file keeps; its execute bits follow only where the edit changes the mode.
    ///
    /// `nil` for a new file: there the umask has a say.
    var keptPermissions: FilePermissions? {
        guard let old = target.old, case .file(_, let mode) = change.result else { return nil }
        let permissions = old.status.permissions.intersection(.all)
        guard case .file(_, let expectedMode) = change.expected, expectedMode != mode else { return permissions }
        let execute: FilePermissions = [.ownerExecute, .groupExecute, .otherExecute]
        guard mode == .executable else { return permissions.subtracting(execute) }
        // Whoever may read it may execute it, as `chmod +x` has it.
        return permissions.union(FilePermissions(rawValue: (permissions.rawValue & 0o444) >> 2))
    }

    /// Whether the disk still holds what was compared: the same file, not written to since.
    var isUndisturbed: Bool {
        let now: Stat?
        do {
            now = try Stat(systemPath: target.file, follow: false)
        } catch .system(.noSuchFileOrDirectory) {
            now = nil
        } catch {
            return false
        }
        guard let old = target.old?.status, let now else { return target.old == nil && now == nil }
        return old.deviceID == now.deviceID && old.inode == now.inode && old.size == now.size && old.mode == now.mode
            && old.changeTimes == now.changeTimes
    }
}

extension FilePermissions {
    /// What reading, writing and executing are about; set-id bits and the sticky bit are no concern of a source file.
    static let all = FilePermissions(rawValue: 0o777)

    /// Whether anybody at all may write.
    var allowWriting: Bool {
        !isDisjoint(with: [.ownerWrite, .groupWrite, .otherWrite])
    }

    /// As `chmod` takes and `ls` users know them, such as `0444`.
    var octal: String {
        let digits = String(intersection(.all).rawValue, radix: 8)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
