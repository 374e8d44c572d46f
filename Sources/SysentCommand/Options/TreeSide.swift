import Checks
import Edits
import Findings
import GitStore
import SourceTree
import SyscallTable
import SystemPackage
import TableDiff

/// One of the trees that are compared: a directory, or `REPO@REV`.
struct TreeSide: Sendable {
    /// The tree as the user named it.
    let name: String
    /// Its tables.
    let tables: TreeTables

    /// Reads the tables of the tree that `name` means.
    ///
    /// - Throws: a `Refusal` when there is no such tree, or its tables cannot be trusted.
    init(_ name: String) throws(Refusal) {
        self.name = name
        tables = try TreeTables.load(try Self.view(name))
        try tables.refuseSharedErrors()
    }

    /// A directory is taken for one, whatever its name holds; else the last `@` parts repository and revision.
    private static func view(_ name: String) throws(Refusal) -> any TreeView {
        if try DiskView(root: name).kind(of: .root) == .directory { return DiskView(root: name) }
        guard let at = name.lastIndex(of: "@"), at != name.startIndex else {
            throw Refusal("missing-tree", at: Location(path: name), "no such directory")
        }
        let directory = String(name[..<at])
        let revision = String(name[name.index(after: at)...])
        guard try DiskView(root: directory).kind(of: .root) == .directory else {
            throw Refusal("missing-tree", at: Location(path: directory), "no such directory")
        }
        guard !revision.isEmpty else {
            throw Refusal("unknown-revision", at: Location(path: directory), "no revision stands behind the @")
        }
        guard let repository = try GitRepository.find(FilePath(directory)) else {
            throw Refusal("not-a-repository", at: Location(path: directory), "no git repository holds this directory")
        }
        return try GitView(repository: repository, revision: revision)
    }

    /// The tables that `names` mean, all of them when nothing is named, as they are compared.
    ///
    /// - Throws: a `Refusal` for a name that means several tables, and for a table that could not be read.
    func compared(_ name: String?) throws(Refusal) -> [ComparedTable] {
        let chosen = name.map { tables.tables(called: $0) } ?? tables.tables
        if let name, chosen.isEmpty, tables.blocked.contains(where: { $0.isCalled(name) }) { try tables.refuseErrors() }
        return chosen.map { tables.compared($0) }
    }
}
