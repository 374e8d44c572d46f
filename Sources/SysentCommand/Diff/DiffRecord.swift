import Findings
import SyscallTable
import TableDiff

/// `sysent diff --format json`
struct DiffRecord: Encodable {
    let old: String
    let new: String
    let tables: [Table]

    struct Table: Encodable {
        let table: String
        let oldTable: String?
        let newTable: String?
        let oldMaster: String?
        let newMaster: String?
        let oldMaxSyscall: Int?
        let newMaxSyscall: Int?
        let notes: [String]
        let changes: [Item]
    }

    struct Item: Encodable {
        let kind: String
        let impact: String
        let reason: String
        let number: Int
        let lastNumber: Int
        let newNumber: Int?
        let name: String
        let old: String?
        let new: String?
        let oldPlace: Place?
        let newPlace: Place?
    }

    struct Place: Encodable {
        let path: String
        let line: Int?
    }

    init(_ report: DiffReport) {
        old = report.old.name
        new = report.new.name
        tables = report.tables.map { table in
            Table(
                table: table.result.directory,
                oldTable: table.result.old?.directory,
                newTable: table.result.new?.directory,
                oldMaster: table.result.old?.master,
                newMaster: table.result.new?.master,
                oldMaxSyscall: table.result.old?.table.size,
                newMaxSyscall: table.result.new?.table.size,
                notes: table.result.notes,
                changes: table.changes.map(Item.init)
            )
        }
    }
}

extension DiffRecord.Item {
    fileprivate init(_ change: Change) {
        kind = change.kind.rawValue
        impact = change.impact.rawValue
        reason = change.reason
        number = change.numbers.lowerBound
        lastNumber = change.numbers.upperBound
        newNumber = change.newNumber
        name = change.name
        old = change.old
        new = change.new
        oldPlace = change.oldLocation.map { DiffRecord.Place(path: $0.path, line: $0.line) }
        newPlace = change.newLocation.map { DiffRecord.Place(path: $0.path, line: $0.line) }
    }
}
