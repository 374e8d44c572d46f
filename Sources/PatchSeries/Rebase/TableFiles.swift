import Edits
import SourceTree

/// The files of a tree's tables, by their paths from the root of the repository.
struct TableFiles {
    let masters: Set<TreePath>
    let companions: Set<TreePath>

    init(_ tables: TreeTables, prefix: TreePath) {
        masters = Set(tables.tables.map { prefix.appending($0.site.master.string) })
        companions = Set(tables.tables.flatMap { $0.outputs.map { prefix.appending($0.path.string) } })
    }
}
