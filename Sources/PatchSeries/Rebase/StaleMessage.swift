import Findings
import SyscallTable

/// A message that speaks of another band than the rows of its patch make: what a hand-made renumbering leaves behind.
struct StaleMessage {
    let head: [UInt8]
    let rows: PatchRows
    let place: Location

    init(head: [UInt8], rows: PatchRows, at place: Location) {
        self.head = head
        self.rows = rows
        self.place = place
    }

    var findings: [Finding] {
        let slots = rows.added.filter { $0.name == "lkmnosys" }.flatMap { Array($0.numbers) }
        guard let first = slots.first, let last = slots.last, slots.count > 1, last - first + 1 == slots.count else {
            return []
        }
        return ranges.filter { $0.count == slots.count && $0 != first...last }.map { range in
            Finding(
                .warning, "stale-message", at: place,
                "the message speaks of \(range.lowerBound)-\(range.upperBound), and the rows are \(first)-\(last)")
        }
    }

    /// The ranges of numbers that the message mentions.
    private var ranges: [ClosedRange<Int>] {
        let words = head.split { !(0x30...0x39).contains($0) && $0 != 0x2D }
        return words.compactMap { word in
            let ends = word.split(separator: 0x2D, omittingEmptySubsequences: false).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
            guard ends.count == 2, let first = ends[0], let last = ends[1], first < last else { return nil }
            return first...last
        }
    }
}
