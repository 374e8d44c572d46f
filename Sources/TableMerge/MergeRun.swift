import Edits
import Findings
import SyscallSyntax
import SyscallTable

/// A merge in progress: the changes from `base` to `ours`, hunk by hunk, as edits of the text of `theirs`.
struct MergeRun {
    let base: Master
    let ours: Master
    let theirs: Master
    private let change: NodeDiff
    private let drift: NodeDiff
    private var edits: [TextEdit] = []
    private var conflicts: [MergeConflict] = []
    private var present: [MergedMaster.PresentCall] = []
    private var tail: TailRows

    init(base: Master, ours: Master, theirs: Master, floor: Int) {
        self.base = base
        self.ours = ours
        self.theirs = theirs
        change = NodeDiff(base.syntax, ours.syntax)
        drift = NodeDiff(base.syntax, theirs.syntax)
        tail = TailRows(ours: ours, theirs: theirs, floor: floor)
    }

    mutating func merge() {
        for hunk in change.hunks { merge(hunk) }
        let added = tail.text()
        if !added.isEmpty {
            let end = theirs.endOfRows
            let separator: [UInt8] = end > 0 && theirs.syntax.bytes[end - 1] != 0x0A ? [0x0A] : []
            edits.append(TextEdit(range: end..<end, replacement: separator + added))
        }
    }

    var result: MergedMaster {
        var conflicts = conflicts
        let text = TextEdit.apply(edits, to: theirs.syntax.bytes)
        if text == nil {
            let place = ours.syntax.location(ofNode: change.hunks.first?.new.lowerBound ?? 0)
            let message = "the changes of the two sides run into one another"
            conflicts.append(MergeConflict(message: message, ours: place, theirs: nil))
        }
        return MergedMaster(
            bytes: text ?? theirs.syntax.bytes,
            moves: tail.moves,
            present: present.sorted { $0.number < $1.number },
            conflicts: conflicts
        )
    }

    private mutating func merge(_ hunk: NodeDiff.Hunk) {
        let oldRows = base.rows(in: hunk.old)
        let newRows = ours.rows(in: hunk.new)
        let isBehindAll = !base.rows.contains { $0.node >= hunk.old.lowerBound }
        if isBehindAll, !newRows.isEmpty, newRows.allSatisfy(\.arm.isUnconditional) {
            // New rows, and whatever comments of the base's end they replaced.
            tail.append(nodes: hunk.new, present: &present, conflicts: &conflicts)
            removeComments(hunk.old)
        } else if oldRows.isEmpty, newRows.isEmpty {
            mergeText(hunk)
        } else if hasNews(newRows), let place = untouched(hunk.old) {
            replace(place, by: hunk.new)
        } else if (oldRows + newRows).allSatisfy(\.arm.isUnconditional) {
            mergeRows(hunk, oldRows, newRows)
        } else if !isMadeAlready(hunk) {
            report("both sides changed rows in a conditional", hunk)
        }
    }

    /// Whether every call that `rows` bring is news to `theirs`.
    private func hasNews(_ rows: [Row]) -> Bool {
        rows.allSatisfy { row in
            !row.isNamedCall || base.call(like: row) != nil || theirs.call(like: row) == nil
        }
    }

    // MARK: Text

    /// Merges a change of comments, blank lines and directives.
    private mutating func mergeText(_ hunk: NodeDiff.Hunk) {
        if let place = untouched(hunk.old) {
            if !isMadeAlready(hunk) { replace(place, by: hunk.new) }
        } else if !isMadeAlready(hunk) {
            report("both sides changed these lines", hunk)
        }
    }

    /// Where the nodes `old` of the base stand in `theirs`, unchanged and together; for no nodes the place between
    /// their neighbours.
    private func untouched(_ old: Range<Int>) -> Range<Int>? {
        let found = old.compactMap { drift.counterparts[$0] }
        if let first = found.first, let last = found.last {
            guard found.count == old.count, last - first + 1 == old.count else { return nil }
            return first..<last + 1
        }
        guard old.isEmpty else { return nil }
        if old.lowerBound > 0, let before = drift.counterparts[old.lowerBound - 1] { return before + 1..<before + 1 }
        if old.lowerBound < drift.counterparts.count, let after = drift.counterparts[old.lowerBound] {
            return after..<after
        }
        return base.syntax.nodes.isEmpty ? 0..<0 : nil
    }

    /// Whether `theirs` made the same change in the same place.
    private func isMadeAlready(_ hunk: NodeDiff.Hunk) -> Bool {
        drift.hunks.contains { other in
            other.old == hunk.old
                && theirs.syntax.text(ofNodes: other.new) == ours.syntax.text(ofNodes: hunk.new)
        }
    }

    private mutating func replace(_ place: Range<Int>, by nodes: Range<Int>) {
        let bytes = theirs.syntax.byteRange(ofNodes: place)
        edits.append(TextEdit(range: bytes, replacement: ours.syntax.text(ofNodes: nodes)))
    }

    /// Takes out the comments and blank lines among `nodes` of the base that still stand in `theirs`.
    private mutating func removeComments(_ nodes: Range<Int>) {
        for node in nodes {
            guard let place = drift.counterparts[node] else { continue }
            edits.append(TextEdit(range: theirs.syntax.nodes[place].range, replacement: []))
        }
    }

    private mutating func report(_ message: String, _ hunk: NodeDiff.Hunk) {
        let place = ours.syntax.location(ofNode: hunk.new.lowerBound)
        let other = drift.hunks.first { $0.old.overlaps(hunk.old) || $0.old.lowerBound == hunk.old.lowerBound }
        conflicts.append(
            MergeConflict(
                message: message,
                ours: place,
                theirs: other.map { theirs.syntax.location(ofNode: $0.new.lowerBound) }
            )
        )
        let end = theirs.syntax.nodes.count
        mark(ours.syntax.text(ofNodes: hunk.new), against: theirs.syntax.byteRange(ofNodes: other?.new ?? end..<end))
    }

    /// Puts `text` and what stands at `range` of `theirs` between git's conflict markers.
    private mutating func mark(_ text: [UInt8], against range: Range<Int>) {
        let marked = Array("<<<<<<< ours\n".utf8) + text + Array("=======\n".utf8)
        edits.append(TextEdit(range: range.lowerBound..<range.lowerBound, replacement: marked))
        edits.append(TextEdit(range: range.upperBound..<range.upperBound, replacement: Array(">>>>>>> theirs\n".utf8)))
    }

    // MARK: Rows

    /// Merges rows of which `theirs` changed some, number by number.
    private mutating func mergeRows(_ hunk: NodeDiff.Hunk, _ oldRows: [Row], _ newRows: [Row]) {
        let numbers = Set((oldRows + newRows).flatMap { Array($0.numbers) })
        var replaced: [Int: RowText?] = [:]
        for number in numbers.sorted() {
            let old = oldRows.first { $0.numbers.contains(number) }.map { RowText(master: base, row: $0) }
            let new = newRows.first { $0.numbers.contains(number) }.map { RowText(master: ours, row: $0) }
            let other = theirs.row(numbered: number).map { RowText(master: theirs, row: $0) }
            switch RowMerge(old: old, new: new, other: other, theirs: theirs).decide() {
            case .keep: continue
            case .present(let call):
                present.append(.init(name: call.name, number: call.numbers.lowerBound))
            case .take: replaced[number] = .some(new)
            case .move: tail.append(row: new, present: &present, conflicts: &conflicts)
            case .conflict(let message):
                conflicts.append(
                    MergeConflict(
                        message: message,
                        ours: (new ?? old)?.row.location ?? ours.syntax.location(ofNode: hunk.new.lowerBound),
                        theirs: other?.row.location
                    )
                )
                if let other {
                    mark(
                        new?.bytes(numbered: number...number) ?? [],
                        against: theirs.syntax.nodes[other.row.node].range
                    )
                }
            }
        }
        write(replaced, comments: hunk.new)
    }

    /// Writes rows in the place of those of `theirs`, splitting ranges where only some of their numbers change.
    private mutating func write(_ rows: [Int: RowText?], comments nodes: Range<Int>) {
        let touched = theirs.rows.filter { row in row.arm.isUnconditional && row.numbers.contains { rows[$0] != nil } }
        for row in touched {
            let text = RowText(master: theirs, row: row)
            var replacement: [UInt8] = []
            var kept: ClosedRange<Int>?
            func flush() {
                if let kept { replacement += text.bytes(numbered: kept) }
                kept = nil
            }
            for number in row.numbers {
                guard let new = rows[number] else {
                    kept = (kept?.lowerBound ?? number)...number
                    continue
                }
                flush()
                guard let new else { continue }
                replacement += comment(above: new.row, in: nodes)
                replacement += new.bytes(numbered: number...number)
            }
            flush()
            edits.append(TextEdit(range: theirs.syntax.nodes[row.node].range, replacement: replacement))
        }
    }

    /// The new comment lines right above a row of `ours`.
    private func comment(above row: Row, in nodes: Range<Int>) -> [UInt8] {
        var first = row.node
        while first > nodes.lowerBound, ours.syntax.nodes[first - 1].isComment { first -= 1 }
        return ours.syntax.text(ofNodes: first..<row.node)
    }
}

extension Master {
    /// The rows whose entries are among `nodes`.
    fileprivate func rows(in nodes: Range<Int>) -> [Row] {
        rows.filter { nodes.contains($0.node) }
    }
}

extension MasterNode {
    var isComment: Bool {
        if case .comment = kind { true } else { false }
    }
}

extension MasterSyntax {
    /// The bytes that `nodes` tile; the place between two for none.
    func byteRange(ofNodes nodes: Range<Int>) -> Range<Int> {
        let start = nodes.lowerBound < self.nodes.count ? self.nodes[nodes.lowerBound].range.lowerBound : bytes.count
        return start..<(nodes.isEmpty ? start : self.nodes[nodes.upperBound - 1].range.upperBound)
    }

    /// The bytes of `nodes`, ending in a line feed.
    func text(ofNodes nodes: Range<Int>) -> [UInt8] {
        let text = Array(bytes[byteRange(ofNodes: nodes)])
        return text.isEmpty || text.last == 0x0A ? text : text + [0x0A]
    }

    func location(ofNode node: Int) -> Location {
        location(node < nodes.count ? nodes[node].range.lowerBound : bytes.count)
    }
}
