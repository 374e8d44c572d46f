import Edits
import Findings
import SourceTree

/// The entry of UPDATING by which people learn that an interface changed.
struct UpdatingEntry {
    static let path = TreePath("UPDATING")
    let sentences: [String]

    /// Puts the entry ahead of the newest one, with its date: what a plan says depends on the tree alone.
    func write(to draft: inout Draft) throws(Refusal) {
        guard let text = try draft.text(Self.path) else {
            draft.skip("updating", "this tree has no \(Self.path)")
            return
        }
        let first = text.allLines.firstIndex { line in
            line.utf8.count == 9 && line.hasSuffix(":") && line.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
        }
        guard let first else {
            draft.skip("updating", "no entry with a date is in \(Self.path)")
            return
        }
        let words = sentences.joined(separator: "  ")
        var lines: [String] = []
        for word in words.split(separator: " ", omittingEmptySubsequences: false) {
            if let last = lines.last, HouseStyle.width(last + " " + word) <= 72 {
                lines[lines.count - 1] = last + " " + word
            } else if !word.isEmpty {
                lines.append("\t" + word)
            }
        }
        let entry = ([text.allLines[first]] + lines + [""]).map { $0 + "\n" }.joined()
        try draft.insert(
            entry, beforeLine: first + 1, of: text,
            because: "forward compatibility and custom kernel configurations are people's business; set the date")
    }
}
