/// A patch as a file: a mail that `git am` takes, and a diff that `git apply` takes.
public struct PatchFile: Sendable, Hashable {
    /// The name in the patch directory, such as `0001-kern-add-48-loadable-slots.patch`.
    public let name: String
    /// The mail.
    public let bytes: [UInt8]
}
