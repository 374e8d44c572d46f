import Findings
import SourceTree
import SyscallTable

/// Which call's row begins at a place of a master.
struct CallPlaces {
    private let names: [Location: String]

    init(_ tables: TreeTables) {
        var names: [Location: String] = [:]
        for table in tables.tables {
            for row in table.table.master.rows { names[row.location] = row.name }
        }
        self.names = names
    }

    /// The name of the call whose row begins at `location`.
    func call(at location: Location?) -> String? { location.flatMap { names[$0] } }
}
