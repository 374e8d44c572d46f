import SyscallSyntax
import SyscallTable

/// The lines of a band in a master: a comment that says which numbers and why, and a row for each slot.
struct BandText {
    let band: ClosedRange<Int>
    let filler: Filler?
    let label: String?
    let stock: Band?

    /// The lines, to be inserted behind the last entry of `master`.
    func bytes(after master: Master) -> [UInt8] {
        var text = master.syntax.bytes.last == 0x0A ? "\n" : "\n\n"
        text += ";\n"
        for line in Self.wrap(comment) { text += "; \(line)\n" }
        text += ";\n"
        for row in filler?.rows(after: master) ?? [] { text += row + "\n" }
        // A row cannot be a range here: the generator allows ranges with RESERVED and UNIMPL only.
        for number in band { text += "\(number)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }
        return Array(text.utf8)
    }

    private var comment: String {
        let slots = band.count == 1 ? "slot \(band.hyphenated) is" : "slots \(band.hyphenated) are"
        var text = label.map { "\($0): \(slots)" } ?? "S" + slots.dropFirst()
        text += " for loadable system calls"
        if let stock { text += ", in addition to \(stock.numbers.hyphenated)" }
        text += ", so that a module that registers with NO_SYSCALL finds a slot for each of its calls."
        if let numbers = filler?.numbers {
            text += " \(numbers.hyphenated) \(numbers.count == 1 ? "keeps" : "keep") the band where it is."
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
