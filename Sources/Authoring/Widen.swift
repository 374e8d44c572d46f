import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

extension Plan {
    /// Plans more slots for loadable calls.
    ///
    /// - Throws: a `Refusal` when the tree has errors, has been widened already, or cannot take the band where it is
    ///   wanted.
    public static func widen(_ tables: TreeTables, by widening: Widening, scope: Scope = .complete) throws(Refusal)
        -> Plan
    {
        let change = try MasterChange(tables)
        // A band has the same numbers in every master, so it begins behind the longest.
        let size = change.masters.map(\.size).max() ?? 0
        guard widening.slots > 0 else { throw Refusal("no-slots", "a band has at least one slot") }
        if let label = widening.label { try refuseLabel(label) }
        for banded in change.masters { try refuseSecondBand(banded) }
        let first = try firstSlot(of: widening, change, size)
        // Compared so that no sum can overflow.
        guard widening.slots <= Master.highestNumber - first + 1 else {
            throw Refusal(
                "number-too-large",
                "\(widening.slots) slots from \(first) on pass \(Master.highestNumber), the highest number that ktrace(2) can record"
            )
        }
        let band = first...first + widening.slots - 1
        var edits: [TreePath: TextEdit] = [:]
        var padding: [String] = []
        for banded in change.masters {
            let filler = first > banded.size ? Filler(numbers: banded.size...first - 1, for: banded, of: tables) : nil
            let text = BandText(
                band: band,
                filler: filler,
                label: widening.label,
                stock: Band.all(of: banded.master).first
            )
            edits[banded.path] = TextEdit(
                range: banded.master.endOfRows..<banded.master.endOfRows,
                replacement: text.bytes(after: banded.master)
            )
            if let filler { padding.append("\(filler.numbers.hyphenated) in \(banded.path)") }
        }
        let slots = widening.slots == 1 ? "1 slot" : "\(widening.slots) slots"
        let place =
            padding.isEmpty
            ? "it follows the last system call" : "reserved ahead of it: \(padding.joined(separator: ", "))"
        return try change.plan(
            .widen(widening),
            band: band,
            edits: edits,
            reason: "\(slots) for loadable calls, \(band.hyphenated)",
            scope: scope,
            subject: "kern: add \(slots) for loadable system calls",
            summary: ["Add \(slots) for loadable system calls, \(band.hyphenated); \(place)."]
        )
    }

    /// A label goes into a comment, which ends with its line.
    private static func refuseLabel(_ label: String) throws(Refusal) {
        guard label.utf8.contains(where: { $0 > 0x20 }), label.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw Refusal("malformed-label", "a label is one line of text, without control characters")
        }
    }

    /// A tree that has a band beside the stock one, or one at its end, was widened before.
    private static func refuseSecondBand(_ banded: BandedMaster) throws(Refusal) {
        let bands = Band.all(of: banded.master)
        guard let last = bands.last, bands.count > 1 || last.numbers.upperBound == banded.size - 1 else { return }
        let numbers = last.numbers
        throw Refusal(
            "already-widened",
            at: banded.master.rows[last.rows.lowerBound].location,
            "this table has been widened already: \(numbers.count) slots, \(numbers.hyphenated)",
            notes: [
                Note("take that band back with 'sysent narrow', then widen by the number of slots that you want in all")
            ]
        )
    }

    private static func firstSlot(of widening: Widening, _ change: MasterChange, _ size: Int) throws(Refusal) -> Int {
        guard case .number(let number) = widening.place else { return size }
        guard number < size else { return number }
        let holder = change.masters.lazy.flatMap(\.master.rows).first { $0.numbers.contains(number) }
        throw Refusal(
            "band-collides",
            at: holder?.location,
            "a band at \(number) would collide with number \(number)\(holder.map { $0.name.isEmpty ? "" : ", " + $0.name } ?? "")",
            notes: [Note("the first free number is \(size)")]
        )
    }
}
