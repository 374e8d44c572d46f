import Testing

@testable import BootCheck

@Suite("The text of a console") struct ConsoleTextTests {
    private func lines(_ bytes: [UInt8], limit: Int = 4096) -> [String] {
        var text = ConsoleText(limit: limit)
        var lines: [String] = []
        bytes.withUnsafeBufferPointer {
            text.feed($0) { line, _, _ in lines.append(String(decoding: line, as: UTF8.self)) }
        }
        text.finish { line, _, _ in lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    private func lines(_ text: String, limit: Int = 4096) -> [String] { lines(Array(text.utf8), limit: limit) }

    @Test("loses what only a terminal acts upon")
    func escapes() {
        #expect(lines("\u{1B}[1;31mred\u{1B}[0m\n") == ["red"])
        #expect(lines("\u{1B}]0;a title\u{7}text\u{1B}(B\n") == ["text"])
        #expect(lines("\u{1B}]0;a title\u{1B}\\text\n") == ["text"])
        #expect(lines("a\u{0}b\u{7}c\n") == ["abc"])
        #expect(lines("ab\u{8}c\n") == ["ac"])
        #expect(lines("a\u{1B}[3Cb\n") == ["a   b"])
    }

    @Test("ends a line where the cursor goes to another, as firmware writes")
    func movements() {
        #expect(lines("\u{1B}[2J\u{1B}[01;01Hone\u{1B}[02;01Htwo\r\n") == ["one", "two"])
        #expect(lines("10%\r20%\rdone\n") == ["10%", "20%", "done"])
    }

    @Test("takes carriage returns before a line feed for nothing, however many")
    func carriageReturns() {
        #expect(lines("a\r\r\r\r\nb\n") == ["a", "b"])
        #expect(lines(String(repeating: "\r", count: 100_000) + "x\n") == ["x"])
    }

    @Test("replaces what is no UTF-8, and keeps what is")
    func invalid() {
        #expect(lines("é€😀\n") == ["é€😀"])
        #expect(lines([0xFF, 0x41, 0xC3, 0x0A]) == ["\u{FFFD}A\u{FFFD}"])
        #expect(lines([0xED, 0xA0, 0x80, 0x0A]) == ["\u{FFFD}\u{FFFD}\u{FFFD}"])
        for first in UInt8.min...UInt8.max {
            let bytes = [first, 0x80, 0xBF, 0x41, first, 0x1B, first, 0x0A]
            #expect(lines(bytes).allSatisfy { String(validating: $0.utf8, as: UTF8.self) != nil })
        }
    }

    @Test("cuts lines that do not end")
    func length() {
        #expect(lines("abcdefgh\n", limit: 3) == ["abc", "def", "gh"])
        #expect(lines(String(repeating: "x", count: 1_000_000)).allSatisfy { $0.utf8.count <= 4096 })
        #expect(lines("\u{1B}[" + String(repeating: "1", count: 100_000) + "mx\n") == ["x"])
    }
}
