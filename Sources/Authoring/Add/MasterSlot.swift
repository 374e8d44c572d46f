import Checks
import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Where the row of a new call goes in one master.
struct MasterSlot {
    let banded: BandedMaster
    let number: Int
    /// The placeholder that the row takes the place of; `nil` when it goes behind the last row.
    private let placeholder: Int?
    /// The comment above the placeholder that keeps the number, or says that the row is a stub.
    private let remark: MasterRemarks.Remark?

    /// Finds the place of `number`.
    ///
    /// - Throws: a `Refusal` when another call has it, or a placeholder that is kept for another one.
    init(_ number: Int, for name: String, in banded: BandedMaster, free: Int) throws(Refusal) {
        self.banded = banded
        self.number = number
        let rows = banded.master.rows
        let holders = rows.indices.filter { rows[$0].numbers.contains(number) }
        guard let holder = holders.first else {
            placeholder = nil
            remark = nil
            return
        }
        let row = rows[holder]
        let note = Note("the next free number is \(free)")
        let remarks = MasterRemarks(banded.master)
        let stub = remarks.remark(.stub, aboveRow: holder).flatMap { $0.call == name && row.name == name ? $0 : nil }
        let reservation = remarks.remark(.reserved, aboveRow: holder)
        remark = stub ?? reservation
        guard stub != nil || row.kinds.level == .none, holders.count == 1, row.arm.isUnconditional else {
            let owner = row.name.isEmpty ? "a row without a name" : row.name
            throw Refusal("number-taken", at: row.location, "number \(number) is taken by \(owner)", notes: [note])
        }
        guard row.isNamelessPlaceholder || row.name == name else {
            throw Refusal(
                "number-taken", at: row.location, "number \(number) is kept for \(row.name), not for \(name)",
                notes: (reservation.map { [Note("kept by \($0.text)", at: $0.location)] } ?? []) + [note])
        }
        placeholder = holder
    }

    /// What stands there instead of a row of a call.
    var isPlaceholder: Bool { placeholder != nil }

    /// Whether a stub of the call stands there.
    var isStub: Bool { remark?.kind == .stub }

    /// The numbers between the last row and this one.
    var gap: ClosedRange<Int>? {
        placeholder == nil && number > banded.size ? banded.size...number - 1 : nil
    }

    /// Writes `text`, the row, into the master.
    func write(_ text: String, to draft: inout Draft, of tables: TreeTables, because reason: String) throws(Refusal) {
        let master = banded.master
        let file = SourceText(path: banded.path, bytes: master.syntax.bytes, lines: master.syntax.lines)
        guard let placeholder else {
            let filler = gap.map { Filler(numbers: $0, for: banded, of: tables).rows(after: master) } ?? []
            let end = master.endOfRows
            let isOpen = end > 0 && file.bytes[end - 1] != 0x0A
            let rows = filler.map { $0 + "\n" }.joined() + text
            try draft.replace(end..<end, with: (isOpen ? "\n" : "") + rows, of: file, because: reason)
            return
        }
        let row = master.rows[placeholder]
        let node = master.syntax.nodes[row.node].range
        guard row.numbers.count > 1 else {
            // A comment that keeps the number goes with the row that it stands above.
            let start = remark.map { master.syntax.nodes[$0.node].range.lowerBound } ?? node.lowerBound
            try draft.replace(start..<node.upperBound, with: text, of: file, because: reason)
            return
        }
        // The rest of a range keeps what it said behind its numbers.
        let entry = master.syntax.bytes.text(node)
        let rest = entry.drop { $0 != "\t" && $0 != " " }
        var pieces: [String] = []
        if row.numbers.lowerBound < number { pieces.append((row.numbers.lowerBound...number - 1).hyphenated + rest) }
        pieces.append(text)
        if number < row.numbers.upperBound { pieces.append((number + 1...row.numbers.upperBound).hyphenated + rest) }
        try draft.replace(node, with: pieces.joined(), of: file, because: reason)
    }
}

extension Row {
    /// Whether nobody in particular has the numbers of a `RESERVED` or `UNIMPL` row.
    var isNamelessPlaceholder: Bool { kinds.level == .none && (name.isEmpty || name == "nosys") }
}

extension Master {
    /// Behind the last entry, or the conditional that it closes; ahead of the comments that end the file.
    var endOfRows: Int {
        let last = syntax.nodes.last {
            switch $0.kind {
            case .entry, .directive, .include, .abiHeaders: true
            case .blank, .comment, .stray: false
            }
        }
        return last?.range.upperBound ?? syntax.bytes.count
    }
}
