import SyscallSyntax

/// The words of an assignment in a makefile, on as many lines as it has.
struct MakefileList {
    /// A word, and its bytes in the file.
    struct Item {
        let text: String
        let range: Range<Int>
    }

    let items: [Item]
    /// The line of the assignment.
    let line: Int
    /// The blanks ahead of the words of further lines.
    let indent: String
    /// The end of the last word, or of the assignment itself.
    let end: Int

    /// The assignments to `variable`, in file order.
    static func all(_ variable: String, in text: SourceText) -> [MakefileList] {
        var lists: [MakefileList] = []
        var number = 1
        while number <= text.lineCount {
            let first = number
            number += 1
            guard let start = values(of: variable, on: first, in: text) else { continue }
            var items: [Item] = []
            var indent = "\t"
            var range = start
            while true {
                let comment = text.bytes[range].firstIndex(of: 0x23) ?? range.upperBound
                for word in text.bytes.words(in: range.lowerBound..<comment) where !text.bytes.holds("\\", at: word) {
                    items.append(Item(text: text.bytes.text(word), range: word))
                }
                guard isContinued(range, text), number <= text.lineCount else { break }
                range = text.range(ofLine: number)
                indent = text.bytes.text(
                    range.lowerBound..<(range.first { !isSpace(text.bytes[$0]) } ?? range.lowerBound))
                number += 1
            }
            lists.append(
                MakefileList(
                    items: items, line: first, indent: indent.isEmpty ? "\t" : indent,
                    end: items.last?.range.upperBound ?? start.lowerBound))
        }
        return lists
    }

    /// The bytes behind `VARIABLE=` or `VARIABLE+=` of a line.
    private static func values(of variable: String, on line: Int, in text: SourceText) -> Range<Int>? {
        let range = text.range(ofLine: line)
        guard text.bytes[range].starts(with: variable.utf8) else { return nil }
        var position = range.lowerBound + variable.utf8.count
        while position < range.upperBound, isSpace(text.bytes[position]) || text.bytes[position] == 0x2B {
            position += 1
        }
        guard position < range.upperBound, text.bytes[position] == 0x3D else { return nil }
        return position + 1..<range.upperBound
    }

    private static func isContinued(_ line: Range<Int>, _ text: SourceText) -> Bool {
        let content = text.bytes.trimmed(line)
        return !content.isEmpty && text.bytes[content.upperBound - 1] == 0x5C
    }

    /// The edit that puts `words` ahead of the item at `index`, on a line of their own.
    func insertion(of words: String, at index: Int) -> (range: Range<Int>, text: String) {
        if items.indices.contains(index) {
            let start = items[index].range.lowerBound
            return (start..<start, "\(words) \\\n\(indent)")
        }
        return (end..<end, items.isEmpty ? words : " \\\n\(indent)\(words)")
    }
}
