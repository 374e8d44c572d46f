import Edits
import Findings
import SystemPackage

/// Tells whether a change may be made, before it is tried.
///
/// A rename replaces a file that nobody may write, and the superuser may write everything. Neither is what the owner
/// of a read-only file meant, so the mode bits count for everybody, and then the system is asked as well: it knows of
/// owners, access lists, immutable files and file systems that are mounted read-only.
struct WritePermission {
    let tree: DiskTree

    /// Why `planned` may not be made, as the end of a sentence; `nil` when it may.
    func objection(to planned: PlannedChange) throws(DiskProblem) -> String? {
        let removesOnlyLink = planned.deletes && planned.target.isLink
        if let old = planned.target.old, !removesOnlyLink {
            guard old.status.permissions.allowWriting else {
                return "the file is read-only (mode \(old.status.permissions.octal))"
            }
            if let reason = refusal(of: .write, to: planned.target.file) { return "the file: \(reason)" }
        }
        return try objection(toChanging: planned.nearestDirectory, for: planned)
    }

    private func objection(
        toChanging directory: FilePath,
        for planned: PlannedChange
    ) throws(DiskProblem) -> String? {
        let status = try Stat(systemPath: directory, follow: false)
        let label = tree.label(ofResolved: directory)
        guard status.permissions.allowWriting else {
            return "the directory \(label) is read-only (mode \(status.permissions.octal))"
        }
        if let reason = refusal(of: .writeAndSearch, to: directory) { return "the directory \(label): \(reason)" }
        if let old = planned.target.old, !planned.target.isLink, forbidsReplacing(old.status, in: status) {
            return "the directory \(label) is sticky, and the file belongs to another user"
        }
        return nil
    }

    /// Whether the sticky bit of `directory` keeps `file` for its owner; `access(2)` does not tell.
    private func forbidsReplacing(_ file: Stat, in directory: Stat) -> Bool {
        let user = SystemCall.effectiveUser
        return directory.permissions.contains(.saveText) && user.rawValue != 0
            && file.userID != user && directory.userID != user
    }

    private func refusal(of access: SystemCall.Access, to path: FilePath) -> Errno? {
        do throws(Errno) {
            try SystemCall.checkAccess(access, to: path)
            return nil
        } catch {
            return error
        }
    }
}
