import Edits
import SystemPackage

extension EntryKind {
    /// The kind of what has `status`.
    init(_ status: Stat) {
        switch status.type {
        case .regular: self = .file(Edits.FileMode(status.permissions))
        case .directory: self = .directory
        case .symbolicLink: self = .symbolicLink
        default: self = .other
        }
    }
}

extension Edits.FileMode {
    /// The mode that git sees in `permissions`: what the owner may do counts.
    init(_ permissions: FilePermissions) {
        self = permissions.contains(.ownerExecute) ? .executable : .regular
    }
}
