import SyscallSyntax
import SyscallTable

/// The lines of a band in a master: a comment that says which numbers and why, and a row for each slot.
struct BandText {
    let band: ClosedRange<Int>
    let reserved: ClosedRange<Int>?
    let label: String?
    let stock: Band?

    /// The lines, to be inserted behind the last entry of `master`.
    func bytes(after master: Master) -> [UInt8] {
        var text = master.syntax.bytes.last == 0x0A ? "\n" : "\n\n"
        text += ";\n"
        for line in Self.wrap(comment) { text += "; \(line)\n" }
        text += ";\n"
        for rows in reservedRows(after: master) { text += "\(rows.hyphenated)\tAUE_NULL\tRESERVED\n" }
        // A row cannot be a range here: the generator allows ranges with RESERVED and UNIMPL only.
        for number in band { text += "\(number)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }
        return Array(text.utf8)
    }

    /// The reserved numbers in as few rows as may be: the generator would repeat the preprocessor lines ahead of a range
    /// for each of its numbers, so behind such lines a single number comes first.
    private func reservedRows(after master: Master) -> [ClosedRange<Int>] {
        guard let reserved else { return [] }
        guard !master.epilog.isEmpty, reserved.count > 1 else { return [reserved] }
        return [reserved.lowerBound...reserved.lowerBound, reserved.lowerBound + 1...reserved.upperBound]
    }

    private var comment: String {
        let slots = band.count == 1 ? "slot \(band.hyphenated) is" : "slots \(band.hyphenated) are"
        var text = label.map { "\($0): \(slots)" } ?? "S" + slots.dropFirst()
        text += " for loadable system calls"
        if let stock { text += ", in addition to \(stock.numbers.hyphenated)" }
        text += ", so that a module that registers with NO_SYSCALL finds a slot for each of its calls."
        if let reserved {
            text += " \(reserved.hyphenated) \(reserved.count == 1 ? "keeps" : "keep") the band where it is."
        }
        return text
    }

    /// Lines of at most 76 columns, as the head of the native master has them.
    static func wrap(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let line = lines.last, line.utf8.count + word.utf8.count < 76 {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
