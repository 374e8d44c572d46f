import Edits
import TestSupport

/// A random change of a file whose lines repeat a lot, as those of source code do.
struct RandomChange {
    let old: FileState
    let new: FileState

    init(_ random: inout SeededGenerator) {
        let words =
            (0...random.below(12)).map { "line \($0 * $0)" } + ["", "\t}", " ", "-", "+", "\\", "a\rb", "\u{E9}"]
        var lines = (0..<random.below(50)).map { _ in random.pick(words) }
        let before = lines
        for _ in 0...random.below(4) {
            let at = random.below(lines.count + 1)
            let end = min(lines.count, at + random.below(4))
            lines.replaceSubrange(at..<end, with: (0..<random.below(4)).map { _ in random.pick(words) })
        }
        let kinds = random.below(10)
        old = kinds == 0 ? .absent : Self.file(before, &random)
        new = kinds == 1 ? .absent : Self.file(lines, &random)
    }

    private static func file(_ lines: [String], _ random: inout SeededGenerator) -> FileState {
        var text = lines.map { $0 + "\n" }.joined()
        if random.once(in: 4), !text.isEmpty { text.removeLast() }
        return .file(Array(text.utf8), random.once(in: 8) ? .executable : .regular)
    }
}
