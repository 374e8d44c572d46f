import Edits
import TestSupport
import Testing

@Suite("Edits of a text")
struct TextEditTests {
    private func apply(_ edits: [(Range<Int>, String)], to text: String) -> String? {
        TextEdit.apply(edits.map { TextEdit(range: $0.0, replacement: Array($0.1.utf8)) }, to: Array(text.utf8))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("replace, remove and insert")
    func replaces() {
        #expect(apply([(0..<1, "A"), (2..<3, ""), (4..<4, "!")], to: "abcd") == "Abd!")
    }

    @Test("may come in any order")
    func order() {
        #expect(apply([(4..<4, "!"), (2..<3, ""), (0..<1, "A")], to: "abcd") == "Abd!")
    }

    @Test("that insert at one place are made in the order given")
    func insertions() {
        #expect(apply([(2..<2, "1"), (2..<2, "2"), (2..<2, "3")], to: "abcd") == "ab123cd")
    }

    @Test("may touch each other")
    func touching() {
        #expect(apply([(0..<2, "x"), (2..<4, "y")], to: "abcd") == "xy")
        #expect(apply([(2..<2, "+"), (2..<3, "C")], to: "abcd") == "ab+Cd")
    }

    @Test("that do nothing give the text back")
    func nothing() {
        #expect(apply([], to: "abcd") == "abcd")
        #expect(apply([(0..<0, "")], to: "") == "")
    }

    @Test("that overlap are refused")
    func overlapping() {
        #expect(apply([(0..<3, "x"), (2..<4, "y")], to: "abcd") == nil)
        #expect(apply([(0..<4, "x"), (1..<1, "y")], to: "abcd") == nil)
    }

    @Test("that reach past the end are refused")
    func pastTheEnd() {
        #expect(apply([(3..<5, "x")], to: "abcd") == nil)
        #expect(apply([(5..<5, "x")], to: "abcd") == nil)
        #expect(apply([(4..<4, "x")], to: "abcd") == "abcdx")
    }

    @Test("give what making them one by one from the back gives")
    func oneByOne() {
        var random = SeededGenerator(1)
        for _ in 0..<500 {
            let text = (0..<random.below(40)).map { _ in UInt8(0x61 + random.below(26)) }
            var edits: [TextEdit] = []
            var position = 0
            while position <= text.count, !random.once(in: 6) {
                let start = position + random.below(text.count - position + 1)
                let end = start + random.below(text.count - start + 1)
                let replacement = (0..<random.below(4)).map { _ in UInt8(0x41 + random.below(26)) }
                edits.append(TextEdit(range: start..<end, replacement: replacement))
                position = end + 1
            }
            var expected = text
            for edit in edits.reversed() { expected.replaceSubrange(edit.range, with: edit.replacement) }
            #expect(TextEdit.apply(edits.shuffled(using: &random), to: text) == expected)
        }
    }
}
