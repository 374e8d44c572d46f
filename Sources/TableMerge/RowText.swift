import SyscallSyntax
import SyscallTable

/// A row as it is written, apart from its number.
struct RowText {
    let master: Master
    let row: Row

    private var range: Range<Int> { master.syntax.nodes[row.node].range }

    private var entry: EntrySyntax? {
        guard case .entry(let entry) = master.syntax.nodes[row.node].kind else { return nil }
        return entry
    }

    /// The text, with its last line feed, for other numbers.
    func bytes(numbered numbers: ClosedRange<Int>) -> [UInt8] {
        var text = Array(master.syntax.bytes[range])
        if text.last != 0x0A { text.append(0x0A) }
        guard let word = entry?.word(0) else { return text }
        let place = word.lowerBound - range.lowerBound..<word.upperBound - range.lowerBound
        let written = numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)-\(numbers.upperBound)"
        text.replaceSubrange(place, with: written.utf8)
        return text
    }

    /// What the row says, whatever its number and its white space.
    var meaning: [[UInt8]] {
        let words = bytes(numbered: 0...0).split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A })
        return words.map(Array.init)
    }

    /// The declaration word by word; empty for a row without one.
    var declaration: [[UInt8]] {
        guard let prototype = row.prototype else { return [] }
        return [Array(prototype.result.utf8)] + prototype.arguments.flatMap { [$0.type, Array($0.name.utf8)] }
    }
}

extension Row {
    /// Whether a function of this kernel's own stands behind the row, under a name.
    var isNamedCall: Bool {
        if isSlot || name.isEmpty { return false }
        switch kinds.level {
        case .native, .compat: return true
        case .obsolete, .none: return false
        }
    }

    /// Whether the row is a slot for a loadable call.
    var isSlot: Bool { name == "lkmnosys" && kinds.level == .native }

    /// Whether the row only keeps numbers.
    var isFiller: Bool { kinds.level == .none && !isSlot }
}

extension Master {
    /// The row that has `number` outside of conditionals.
    func row(numbered number: Int) -> Row? {
        rows.first { $0.numbers.contains(number) && $0.arm.isUnconditional }
    }

    /// The call of this name and compat level, wherever it stands.
    func call(like row: Row) -> Row? {
        rows.first { $0.isNamedCall && $0.name == row.name && $0.kinds.compat == row.kinds.compat }
    }

    /// The number behind the last row.
    var size: Int { (rows.map(\.numbers.upperBound).max() ?? -1) + 1 }

    /// The number behind the last node that is more than a comment.
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
