import Companions
import Edits
import Findings
import SourceTree
import SyscallTable

/// What rules look at: a tree, its tables, and what lies outside of it.
public struct CheckedTree: Sendable {
    /// The tables, with the tree that they were read from.
    public let tables: TreeTables
    /// A checkout of syzkaller, where one was named.
    public let syzkaller: (any TreeView)?
    /// The tree beside an older state of it, where one was named.
    let change: TreeChange?
    /// The files of the tree that several rules look at.
    let shared: SharedFiles

    /// Gathers what is checked.
    ///
    /// - Parameters:
    ///   - tables: the tables of the tree.
    ///   - base: those of the tree that it came from, for the rules that only a change can violate.
    ///   - syzkaller: a checkout of syzkaller.
    public init(_ tables: TreeTables, base: TreeTables? = nil, syzkaller: (any TreeView)? = nil) {
        self.tables = tables
        self.syzkaller = syzkaller
        shared = SharedFiles(tables.view)
        change = base.map { TreeChange(from: $0, to: tables) }
    }

    /// The tree.
    var view: any TreeView { tables.view }

    /// The table of the native calls; `nil` in a tree that has none.
    var native: TreeTables.Table? {
        tables.tables.first(where: \.isNative)
    }

    /// The tables for 32-bit programs of the same system, `sys/compat/freebsd32` most often.
    var narrow: [TreeTables.Table] { tables.tables.filter { $0.prefix == "freebsd32_" } }

    /// The native table and its 32-bit ones: those whose calls the tree itself implements under fixed names.
    var own: [TreeTables.Table] { (native.map { [$0] } ?? []) + narrow }

    /// The bytes of a file; `nil` when it is not there.
    func read(_ path: TreePath) throws(Refusal) -> [UInt8]? {
        guard try view.exists(path) else { return nil }
        return try shared.read(path)
    }

    /// The master that the companion at `path` is made of.
    func master(of path: TreePath) -> TreePath? {
        tables.tables.first { $0.outputs.contains { $0.path == path } }?.site.master
    }

    /// The place of a line or of a column in it, both from one, or of a whole file.
    func location(_ path: TreePath, line: Int? = nil, column: Int = 1) -> Location {
        Location(path: view.label(path), line: line, column: line == nil ? nil : column)
    }

    /// The path below the tree's root that a finding's location names; as it stands for a place outside of the tree.
    @Sendable public func relative(_ path: String) -> String {
        let probe = view.label(TreePath("x"))
        let prefix = probe.dropLast()
        return !prefix.isEmpty && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}

extension Syscall {
    /// Whether a function stands behind the number, other than that of a slot for loadable calls.
    var isCall: Bool {
        switch kinds.level {
        case .native: !isLoadable
        case .compat: true
        case .none, .obsolete: false
        }
    }
}

extension TreeTables.Table {
    /// What stands ahead of the names of this ABI, such as `freebsd32_`.
    var prefix: String { table.configuration["abi_func_prefix"] }

    /// Whether these are the native calls.
    var isNative: Bool { table.configuration["syscallprefix"] == "SYS_" && prefix.isEmpty }

    /// The row in the master that `call` is made of.
    func row(_ call: Syscall) -> Row { table.master.rows[call.row] }

    /// The output of a kind; `nil` when the configuration does not want it.
    func path(of companion: Companion) -> TreePath? {
        outputs.first { $0.companion == companion }?.path
    }
}
