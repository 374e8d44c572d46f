import SyscallSyntax
import SyscallTable

/// The rows of `ours` that follow the table of `theirs`, with the comments above them.
struct TailRows {
    private let ours: Master
    private let theirs: Master
    private var pieces: [Piece] = []
    private var next: Int
    private(set) var moves: [MergedMaster.Move] = []
    /// The new number of each old one, for comments that speak of them.
    private var numbers: [Int: Int] = [:]

    private enum Piece {
        case comment([UInt8])
        case row(RowText, ClosedRange<Int>)
    }

    init(ours: Master, theirs: Master, floor: Int) {
        self.ours = ours
        self.theirs = theirs
        next = max(theirs.size, floor)
    }

    /// Appends new nodes of `ours`: rows, and comments as they stand between them.
    mutating func append(
        nodes: Range<Int>,
        present: inout [MergedMaster.PresentCall],
        conflicts: inout [MergeConflict]
    ) {
        var comment: [UInt8] = []
        for node in nodes {
            guard let row = ours.rows.first(where: { $0.node == node }) else {
                comment += ours.syntax.text(ofNodes: node..<node + 1)
                continue
            }
            let count = pieces.count
            append(row: RowText(master: ours, row: row), present: &present, conflicts: &conflicts)
            // A comment goes with the row below it.
            if pieces.count > count, !comment.isEmpty { pieces.insert(.comment(comment), at: count) }
            comment = []
        }
        if !comment.isEmpty, !pieces.isEmpty { pieces.append(.comment(comment)) }
    }

    /// Appends a row, at its number where that is free and next.
    mutating func append(
        row text: RowText?,
        present: inout [MergedMaster.PresentCall],
        conflicts: inout [MergeConflict]
    ) {
        guard let text else { return }
        let row = text.row
        if row.isNamedCall, let call = theirs.call(like: row) {
            if RowText(master: theirs, row: call).declaration == text.declaration {
                present.append(.init(name: row.name, number: call.numbers.lowerBound))
            } else {
                conflicts.append(
                    MergeConflict(
                        message: "the other side has a call \(row.name) with another declaration",
                        ours: row.location,
                        theirs: call.location
                    )
                )
            }
            return
        }
        if row.isFiller {
            // It keeps numbers for what follows, so it shrinks.
            guard row.numbers.upperBound >= next else { return }
            let rest = max(row.numbers.lowerBound, next)...row.numbers.upperBound
            note(row.numbers.lowerBound, rest.lowerBound)
            note(row.numbers.upperBound, rest.upperBound)
            take(text, rest)
            return
        }
        let old = row.numbers.lowerBound
        note(old, next)
        if old != next {
            let holder = theirs.row(numbered: old).flatMap { $0.name.isEmpty ? nil : $0.name }
            moves.append(.init(name: row.name, old: old, new: next, isSlot: row.isSlot, holder: holder))
        }
        take(text, next...next + row.numbers.count - 1)
    }

    private mutating func take(_ text: RowText, _ numbers: ClosedRange<Int>) {
        pieces.append(.row(text, numbers))
        next = numbers.upperBound + 1
    }

    private mutating func note(_ old: Int, _ new: Int) {
        numbers[old] = new
    }

    /// The rows with their new numbers, and the comments with these in them.
    func text() -> [UInt8] {
        pieces.flatMap { piece in
            switch piece {
            case .comment(let text): renumbered(text)
            case .row(let text, let numbers): text.bytes(numbered: numbers)
            }
        }
    }

    /// A comment in which the old numbers of the rows are the new ones.
    private func renumbered(_ comment: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = comment[...]
        while let byte = rest.first {
            guard isDigit(byte), result.last.map({ !isIdentifier($0) }) ?? true else {
                result.append(byte)
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix(while: isDigit)
            rest = rest.dropFirst(digits.count)
            let isWord = rest.first.map { !isIdentifier($0) } ?? true
            if isWord, let old = Int(String(decoding: digits, as: UTF8.self)), let new = numbers[old] {
                result += String(new).utf8
            } else {
                result += digits
            }
        }
        return result
    }
}
