import SyscallSyntax
import SyscallTable
import Testing

@testable import Authoring

@Suite("A band of slots")
struct BandTests {
    private let slot = "\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"

    private func bands(_ text: String) -> [ClosedRange<Int>] {
        Band.all(of: Master(.parse(Array(text.utf8), path: "m"), generator: .modular)).map(\.numbers)
    }

    @Test("is a run of rows that follow one another")
    func runs() {
        #expect(bands("0\(slot)1\(slot)2\tA\tRESERVED\n3\(slot)4\tA\tRESERVED\n") == [0...1, 3...3])
    }

    @Test("goes on behind a comment")
    func comment() {
        #expect(bands("0\(slot); c\n\n1\(slot)") == [0...1])
    }

    @Test("is of one arm of a conditional")
    func arms() {
        #expect(
            bands("0\(slot)#if A\n1\(slot)2\(slot)#else\n1\(slot)2\(slot)#endif\n3\(slot)") == [
                0...0, 1...2, 1...2, 3...3,
            ])
    }

    @Test("is no row of another kind or name")
    func others() {
        #expect(bands("0\tA\tOBSOL\tlkmnosys\n1\tA\tCOMPAT11\tlkmnosys\n2\tA\tNODEF\tlkmressys x y int\n") == [])
    }

    @Test("is written with a hyphen, or as the one number that it is")
    func hyphenated() {
        #expect((603...650).hyphenated == "603-650")
        #expect((7...7).hyphenated == "7")
    }

    @Test("has a comment of lines that fit")
    func wrapped() {
        let text = "one two " + String(repeating: "x", count: 90) + " three"
        #expect(BandText.wrap(text) == ["one two", String(repeating: "x", count: 90), "three"])
        #expect(
            BandText.wrap(Array(repeating: "word", count: 40).joined(separator: " ")).allSatisfy { $0.utf8.count <= 76 }
        )
    }
}
