import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The masters in which a call of the system has a row: that of `sys/kern`, and those of 32-bit programs that have their
/// own.
struct CallMasters {
    let native: BandedMaster
    let narrow: [BandedMaster]

    /// All of them, the native one first.
    var all: [BandedMaster] { [native] + narrow }
    /// The first number that none of them has.
    var free: Int { all.map(\.size).max() ?? 0 }

    /// - Throws: a `Refusal` when the tree has errors, or no native table.
    init(_ tables: TreeTables) throws(Refusal) {
        try tables.refuseErrors()
        guard let table = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        native = BandedMaster(path: table.site.master, master: table.table.master)
        var narrow: [BandedMaster] = []
        for table in tables.tables where table.isNarrow && table.site.master != native.path {
            guard !narrow.contains(where: { $0.path == table.site.master }) else { continue }
            narrow.append(BandedMaster(path: table.site.master, master: table.table.master))
        }
        self.narrow = narrow
    }

    /// Refuses a name that C does not take, or that a present call has.
    func refuseExisting(_ name: String) throws(Refusal) {
        guard let first = name.utf8.first, name.utf8.allSatisfy(isIdentifier), !isDigit(first), name.utf8.count <= 255
        else { throw Refusal("malformed-name", "'\(name)' is no name of a call") }
        for row in native.master.rows where row.name == name {
            guard row.kinds.level == .native || row.kinds.level == .none else { continue }
            throw Refusal(
                "call-exists", at: row.location, "\(name) is here already, with number \(row.numbers.lowerBound)")
        }
    }

    /// Writes rows whose numbers follow one another: each in the place of a placeholder, or all behind the last row.
    func write(
        _ rows: [PlaceholderRow],
        into banded: BandedMaster,
        to draft: inout Draft,
        of tables: TreeTables,
        because reason: String
    ) throws(Refusal) {
        var appended: (slot: MasterSlot, text: String)?
        for row in rows {
            let slot = try MasterSlot(row.number, for: row.name, in: banded, free: free)
            if slot.isPlaceholder {
                try slot.write(row.text, to: &draft, of: tables, because: "\(row.number) for \(row.name): \(reason)")
            } else {
                appended = (appended?.slot ?? slot, (appended?.text ?? "") + row.text)
            }
        }
        guard let appended else { return }
        let numbers = rows.filter { $0.number >= appended.slot.number }.map(\.number)
        let range = ((numbers.min() ?? 0)...(numbers.max() ?? 0)).hyphenated
        try appended.slot.write(appended.text, to: &draft, of: tables, because: "\(range): \(reason)")
    }
}

/// A row that is no call, or none yet.
struct PlaceholderRow {
    let number: Int
    let name: String
    let text: String
}
