import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

extension Plan {
    /// Plans to take back the band of slots that ends a table, with the comment and the reserved rows that came with it.
    ///
    /// - Parameters:
    ///   - tables: the tree.
    ///   - numbers: the band that the user means; `nil` for the one at the end.
    ///   - scope: whether the companions are part of the change.
    /// - Throws: a `Refusal` when there is no such band, or rows stand behind it: their numbers would move.
    public static func narrow(
        _ tables: TreeTables,
        band numbers: ClosedRange<Int>? = nil,
        scope: Scope = .complete
    ) throws(Refusal) -> Plan {
        let change = try MasterChange(tables)
        let master = change.native.master
        let bands = Band.all(of: master)
        guard let band = bands.last, numbers == nil || bands.contains(where: { $0.numbers == numbers }) else {
            throw noBand(numbers, bands)
        }
        if let numbers, numbers != band.numbers { throw rowsBehind(numbers, change.native) }
        guard bands.count > 1 else {
            throw Refusal(
                "stock-band",
                at: master.rows[band.rows.lowerBound].location,
                "\(band.numbers.hyphenated) is the only band of loadable calls, which modules expect; it is not taken back"
            )
        }
        guard band.rows.upperBound == master.rows.count - 1 else { throw rowsBehind(band.numbers, change.native) }
        guard master.rows[band.rows.lowerBound].arm.isUnconditional else {
            let place = master.rows[band.rows.lowerBound].location
            throw Refusal(
                "band-in-conditional", at: place, "the band stands in one arm of a conditional; edit it by hand")
        }
        var edits: [TreePath: TextEdit] = [:]
        var reserved: [String] = []
        for banded in change.masters {
            guard let own = Band.all(of: banded.master).last, own.numbers == band.numbers else { continue }
            guard own.rows.upperBound == banded.master.rows.count - 1 else { throw rowsBehind(own.numbers, banded) }
            let reach = BandReach(band: own, in: banded.master)
            edits[banded.path] = TextEdit(range: reach.bytes, replacement: [])
            if let numbers = reach.reserved { reserved.append("\(numbers.hyphenated) in \(banded.path)") }
        }
        let further = reserved.isEmpty ? "" : ", and the reserved numbers \(reserved.joined(separator: ", "))"
        return try change.plan(
            .narrow(band.numbers),
            band: band.numbers,
            edits: edits,
            reason: "the slots \(band.numbers.hyphenated) are taken back",
            scope: scope,
            subject: "kern: take back the slots \(band.numbers.hyphenated) for loadable system calls",
            summary: [
                "Take back \(band.numbers.count) slots for loadable system calls, \(band.numbers.hyphenated)\(further)."
            ]
        )
    }

    private static func noBand(_ numbers: ClosedRange<Int>?, _ bands: [Band]) -> Refusal {
        let known = bands.map(\.numbers.hyphenated).joined(separator: ", ")
        let message = numbers.map { "no band has the numbers \($0.hyphenated)" } ?? "there is no band to take back"
        return Refusal("no-band", message, notes: known.isEmpty ? [] : [Note("the bands are \(known)")])
    }

    private static func rowsBehind(_ numbers: ClosedRange<Int>, _ banded: BandedMaster) -> Refusal {
        let next = banded.master.rows.first { $0.numbers.lowerBound > numbers.upperBound }
        return Refusal(
            "rows-behind-band",
            at: next?.location,
            "the band \(numbers.hyphenated) cannot be taken back: the rows behind it would have to change their numbers",
            notes: [Note("such a change is an incompatible one: the numbers are compiled into binaries")]
        )
    }
}

/// What belongs to a band in the text of a master.
private struct BandReach {
    /// The bytes from the blank line ahead of the comment to the end of the last row.
    let bytes: Range<Int>
    /// The reserved row that keeps the band in its place.
    var reserved: ClosedRange<Int>?

    /// The rows of `band`, the comment above them if it names the band, and the reserved rows if that comment stands
    /// above them.
    init(band: Band, in master: Master) {
        let nodes = master.syntax.nodes
        var first = master.rows[band.rows.lowerBound].node
        let last = master.rows[band.rows.upperBound].node
        var lowest = band.rows.lowerBound
        var node = first
        while lowest > 0, master.rows[lowest - 1].node == node - 1,
            master.rows[lowest - 1].kinds.level == .none
        {
            lowest -= 1
            node -= 1
        }
        if lowest < band.rows.lowerBound, Self.names(band, nodes[Self.commentStart(above: node, nodes)..<node], master)
        {
            let numbers = master.rows[lowest..<band.rows.lowerBound].map(\.numbers)
            reserved = (numbers.map(\.lowerBound).min() ?? 0)...(numbers.map(\.upperBound).max() ?? 0)
            first = node
        }
        let head = Self.commentStart(above: first, nodes)
        if Self.names(band, nodes[head..<first], master) {
            first = head
            if first > 0, case .blank = nodes[first - 1].kind { first -= 1 }
        }
        bytes = nodes[first].range.lowerBound..<nodes[last].range.upperBound
    }

    private static func commentStart(above node: Int, _ nodes: [MasterNode]) -> Int {
        var start = node
        while start > 0, case .comment = nodes[start - 1].kind { start -= 1 }
        return start
    }

    private static func names(_ band: Band, _ comment: ArraySlice<MasterNode>, _ master: Master) -> Bool {
        comment.contains { master.syntax.bytes.text($0.range).contains(band.numbers.hyphenated) }
    }
}
