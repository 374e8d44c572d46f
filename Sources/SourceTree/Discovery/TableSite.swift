import Edits
import SyscallSyntax

/// Where a table of a tree is made: one invocation of the generator.
public struct TableSite: Sendable, Hashable {
    /// The directory in which the generator runs, and that the configuration's output paths are relative to.
    public let directory: TreePath
    /// The `syscalls.master`.
    public let master: TreePath
    /// The `syscalls.conf`; `nil` when the table is made by the generator's defaults.
    public let configuration: TreePath?
    /// How the table was found, one sentence each.
    public let reasons: [String]

    /// Whether a user means this table by `name`: its directory or the end of it, such as `amd64/linux` or `freebsd32`;
    /// or, where a directory makes several, directory and master, such as `ibcs2/syscalls.isc`.
    public func isCalled(_ name: String) -> Bool {
        let wanted = TreePath(name).components
        guard !wanted.isEmpty else { return false }
        return directory.components.suffix(wanted.count).elementsEqual(wanted)
            || (directory.components + [master.name]).suffix(wanted.count).elementsEqual(wanted)
    }
}
