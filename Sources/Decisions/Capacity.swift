import Edits
import SlotModel
import SourceTree
import SyscallTable

/// What a tree's tables have room for.
public struct Capacity: Sendable {
    /// Each table that modules can register in.
    public let tables: [Table]
    /// The numbers of `RESERVED` rows of the native table.
    public let reserved: [Int]
    /// How many rows a certain module takes, `NOSTD`.
    public let byNumber: Int

    /// A table.
    public struct Table: Sendable {
        /// Which one.
        public let table: SlotKernel.Table
        /// How many rows it has.
        public let size: Int
        /// The free slots.
        public let free: [Int]

        /// The free slots as runs of numbers.
        public var bands: [ClosedRange<Int>] { free.runs }
    }

    init(_ kernel: SlotKernel, _ native: SyscallTable?) {
        tables = SlotKernel.Table.allCases.compactMap { table in
            // Row 0 is never handed out.
            kernel.tables[table].map {
                Table(table: table, size: $0.rows.count, free: $0.freeSlots.filter { $0 > 0 })
            }
        }
        let calls = native?.calls ?? []
        reserved = calls.filter { $0.has(.reserved) && $0.kinds.level == .none }.map(\.number)
        byNumber = Set(calls.filter { $0.has(.noStandard) }.map(\.number)).count
    }

    /// The table `table`, if the kernel has it.
    public subscript(table: SlotKernel.Table) -> Table? { tables.first { $0.table == table } }
}

extension [Int] {
    /// Ascending numbers as runs of successive ones.
    public var runs: [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in self {
            if let last = runs.last, last.upperBound == number - 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }

    /// Ascending numbers in words, such as `91, 94, 260-271`.
    public var inWords: String {
        runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ", ")
    }
}
