import Edits
import SourceTree
import SyscallTable

/// A run of consecutive slots for loadable calls: `lkmnosys` rows.
///
/// `kern_syscall_register` with `NO_SYSCALL` hands out the lowest row whose handler is `lkmnosys`
/// (sys/kern/kern_syscalls.c), so a band is a band wherever it stands.
public struct Band: Sendable, Hashable {
    /// The numbers of the slots.
    public let numbers: ClosedRange<Int>
    /// The rows of the slots in `Master.rows`.
    public let rows: ClosedRange<Int>

    /// The bands of a master, in file order. Rows inside conditionals belong to a band only with rows of their arm.
    static func all(of master: Master) -> [Band] {
        var bands: [Band] = []
        for (index, row) in master.rows.enumerated() where row.isLoadable {
            if let last = bands.last, last.rows.upperBound == index - 1,
                last.numbers.upperBound == row.numbers.lowerBound - 1,
                master.rows[index - 1].arm == row.arm
            {
                bands[bands.count - 1] = Band(
                    numbers: last.numbers.lowerBound...row.numbers.upperBound,
                    rows: last.rows.lowerBound...index
                )
            } else {
                bands.append(Band(numbers: row.numbers, rows: index...index))
            }
        }
        return bands
    }
}

extension Row {
    var isLoadable: Bool { name == "lkmnosys" && kinds.level == .native && numbers.count == 1 }
}

extension ClosedRange<Int> {
    /// `603-650`, or `603` for a single number.
    public var hyphenated: String {
        count == 1 ? "\(lowerBound)" : "\(lowerBound)-\(upperBound)"
    }
}
