import SourceTree
import SyscallSyntax
import SyscallTable

/// The numbers between the last call of a master and a band: rows without a call, of the kind that the master documents.
struct Filler {
    let numbers: ClosedRange<Int>
    private let isReserved: Bool
    private let mayBeRange: Bool

    /// Fills `numbers` by the rules of the tree's generator: `RESERVED` rows where it knows them and the master speaks of
    /// them, else `UNIMPL` rows in the manner of older masters.
    init(numbers: ClosedRange<Int>, for banded: BandedMaster, of tables: TreeTables) {
        self.numbers = numbers
        let bytes = banded.master.syntax.bytes
        isReserved =
            tables.generator.kinds.contains("RESERVED") && bytes.firstIndex(of: "RESERVED", in: 0..<bytes.count) != nil
        mayBeRange = tables.generator.particulars.master.ranges
    }

    /// The rows, as few as may be. A generator that repeats the preprocessor lines ahead of a range for each of its
    /// numbers gets a single number first.
    func rows(after master: Master) -> [String] {
        let kind = isReserved ? "RESERVED" : "UNIMPL\tnosys"
        guard mayBeRange else { return numbers.map { "\($0)\tAUE_NULL\t\(kind)" } }
        var ranges = [numbers]
        if !master.epilog.isEmpty, numbers.count > 1 {
            ranges = [numbers.lowerBound...numbers.lowerBound, numbers.lowerBound + 1...numbers.upperBound]
        }
        return ranges.map { "\($0.hyphenated)\tAUE_NULL\t\(kind)" }
    }
}
