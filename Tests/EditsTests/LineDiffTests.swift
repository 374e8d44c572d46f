import TestSupport
import Testing

@testable import Edits

@Suite("The difference of two texts")
struct LineDiffTests {
    private func lines(_ text: [String]) -> [ArraySlice<UInt8>] { text.map { Array($0.utf8)[...] } }

    /// The old text without what is removed, and the new one without what is inserted.
    private func kept(_ old: [String], _ new: [String]) -> (old: [String], new: [String]) {
        let diff = LineDiff(lines(old), lines(new))
        return (
            zip(old, diff.isRemoved).filter { !$0.1 }.map(\.0), zip(new, diff.isInserted).filter { !$0.1 }.map(\.0)
        )
    }

    @Test("keeps the same lines of both")
    func keepsTheSame() {
        var random = SeededGenerator(3)
        for _ in 0..<500 {
            let alphabet = 1 + random.below(8)
            let old = (0..<random.below(30)).map { _ in "\(random.below(alphabet))" }
            let new = (0..<random.below(30)).map { _ in "\(random.below(alphabet))" }
            let kept = kept(old, new)
            #expect(kept.old == kept.new, "from \(old) to \(new)")
        }
    }

    @Test("is one line where one line was added among like lines")
    func minimal() {
        let old = Array(repeating: "}", count: 50)
        let diff = LineDiff(lines(old), lines(old + ["}"]))
        #expect(diff.isRemoved.count { $0 } == 0)
        #expect(diff.isInserted.count { $0 } == 1)
    }

    @Test("finds what moved by the lines that are unique")
    func anchors() {
        let old = ["{", "a", "}", "{", "b", "}"]
        let new = ["{", "x", "}", "{", "a", "}", "{", "b", "}"]
        let diff = LineDiff(lines(old), lines(new))
        #expect(diff.isRemoved.count { $0 } == 0)
        #expect(diff.isInserted.count { $0 } == 3)
    }

    @Test("of huge texts without a unique line replaces them, which takes no time")
    func fallback() {
        let old = (0..<3_000).map { "\($0 % 2)" }
        let new = (0..<3_000).map { "\(($0 + $0 / 7) % 3)" }
        let kept = kept(old, new)
        #expect(kept.old == kept.new)
        #expect(kept.old.count < 2_000)
    }
}
