import Edits
import TestSupport
import Testing

@Suite("Lines and columns")
struct LineMapTests {
    @Test("count from one")
    func counted() {
        let map = LineMap(Array("ab\ncd\n".utf8))
        #expect([0, 1, 2, 3, 5].map(map.line(at:)) == [1, 1, 1, 2, 2])
        #expect([0, 1, 2, 3, 5].map(map.column(at:)) == [1, 2, 3, 1, 3])
    }

    @Test("exist in an empty text")
    func empty() {
        let map = LineMap([])
        #expect(map.starts == [0])
        #expect(map.line(at: 0) == 1)
        #expect(map.column(at: 0) == 1)
        #expect(map.range(ofLine: 1) == 0..<0)
    }

    @Test("do not begin behind the line feed that ends the text")
    func trailingLineFeed() {
        #expect(LineMap(Array("a\n".utf8)).starts == [0])
        #expect(LineMap(Array("a\n\n".utf8)).starts == [0, 2])
        #expect(LineMap(Array("a\nb".utf8)).starts == [0, 2])
    }

    @Test("place the end of the text on the last line")
    func end() {
        let map = LineMap(Array("ab\ncd".utf8))
        #expect(map.line(at: 5) == 2)
        #expect(map.column(at: 5) == 3)
    }

    @Test("tile every text, and agree with counting line feeds")
    func tiles() {
        var random = SeededGenerator(2)
        for _ in 0..<300 {
            let text = (0..<random.below(60)).map { _ in random.once(in: 4) ? UInt8(0x0A) : UInt8(0x78) }
            let map = LineMap(text)
            let pieces = (1...map.starts.count).flatMap { Array(text[map.range(ofLine: $0)]) }
            #expect(pieces == text)
            for offset in text.indices {
                #expect(map.line(at: offset) == text[..<offset].count { $0 == 0x0A } + 1)
                let start = text[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
                #expect(map.column(at: offset) == offset - start + 1)
            }
        }
    }
}
