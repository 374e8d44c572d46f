import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable
import TableDiff

/// A tree beside an older state of it: what the rules look at that only a change can violate.
struct TreeChange: Sendable {
    /// The tables of the older tree.
    let base: TreeTables
    /// The tables that both trees have or that went, with what changed; in the order of the newer tree.
    let tables: [ChangedTable]

    /// Compares the tables of two trees.
    init(from base: TreeTables, to tree: TreeTables) {
        self.base = base
        tables = TableDiff.changes(from: base.compared, to: tree.compared).map { result in
            ChangedTable(
                result: result,
                old: result.old.flatMap { base.table(of: $0) },
                new: result.new.flatMap { tree.table(of: $0) }
            )
        }
    }

    /// The native table; `nil` when either tree has none.
    var native: ChangedTable? { tables.first { $0.isNative } }
}

/// A table of two trees and what changed in it.
struct ChangedTable: Sendable {
    /// What changed.
    let result: TableChanges
    /// The table of the older tree; `nil` when it has none.
    let old: TreeTables.Table?
    /// The table of the newer tree; `nil` when it has none.
    let new: TreeTables.Table?

    /// The changes in the order of their numbers.
    var changes: [Change] { result.changes }

    /// The directory by which the table is known.
    var directory: String { result.directory }

    /// Whether both trees have the table of the native calls here: programs are compiled from its declarations.
    var isNative: Bool { (old?.isNative ?? false) && (new?.isNative ?? false) }

    /// Whether another system decides about the numbers.
    var isForeign: Bool { (result.new ?? result.old)?.isForeign ?? false }

    /// Whether the table has a master of its own in one tree alone; in the other it is made of another's.
    var changedItsMaster: Bool { result.old?.hasOwnMaster != result.new?.hasOwnMaster }

    /// What the call is called that the base has at a number; `nil` when it has none there. Slots are none.
    func formerName(at number: Int) -> String? {
        old.flatMap { old in old.table.calls.first { $0.number == number && $0.isCall }.map(old.plainName) }
    }

    /// What the call is called that the newer tree has at a number.
    func presentName(at number: Int) -> String? {
        new.flatMap { new in present(number).first(where: \.isCall).map(new.plainName) }
    }

    /// Where the newer tree says what a number is; where its table ends when it has no such number.
    func place(of number: Int) -> Location? {
        guard let new else { return nil }
        let call = new.table.calls.first { $0.number == number } ?? new.table.calls.max { $0.number < $1.number }
        return call.map { new.row($0).location } ?? Location(path: new.table.master.syntax.path)
    }

    /// What the newer tree has at a number, in each arm of a conditional.
    func present(_ number: Int) -> [Syscall] { new?.table.calls.filter { $0.number == number } ?? [] }
}

extension Change {
    /// The row of the older tree as a note. The place is text: a report must not point at files of another tree.
    var baseNotes: [Note] {
        guard let place = oldLocation else { return [] }
        return [Note("the base has it at \(place.path)\(place.line.map { ":\($0)" } ?? "")")]
    }
}

extension TreeTables.Table {
    /// The symbol of a call without what this ABI puts ahead of names.
    fileprivate func plainName(_ call: Syscall) -> String {
        let name = call.publicName
        return call.compatPrefix + (name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name)
    }
}

extension TreeTables {
    /// The tables, as they are compared.
    public var compared: [ComparedTable] { tables.map { compared($0) } }

    /// `table`, one of these, as it is compared.
    public func compared(_ table: Table) -> ComparedTable {
        ComparedTable(
            directory: table.site.directory.string,
            master: table.site.master.string,
            table: table.table,
            kinds: generator.kinds
        )
    }

    /// The table that was compared as `compared`.
    fileprivate func table(of compared: ComparedTable) -> Table? {
        tables.first { $0.site.directory.string == compared.directory && $0.site.master.string == compared.master }
    }
}
