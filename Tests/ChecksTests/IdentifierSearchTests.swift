import Testing

@testable import Checks

@Suite("A search for functions") struct IdentifierSearchTests {
    private func missing(_ text: String) -> [String] {
        var search = IdentifierSearch(["lamp", "wick"])
        search.removeMentioned(in: Array(text.utf8))
        return search.wanted.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    @Test("finds what is declared, however it is spaced")
    func declared() {
        #expect(missing("int\t lamp (int);\nint\nwick(void);\n") == [])
        #expect(missing("int lamps(int); extern int wick;\n") == ["lamp", "wick"])
    }

    @Test("does not take a comment for a declaration, nor what stands behind one for a part of it")
    func comments() {
        #expect(missing("#define PRIV_LAMP 10 /* Can lamp(). */\nint wick(int);\n") == ["lamp"])
        #expect(missing("/* lamp( ** wick( */ int a /* b */ = c / d(*e); int wick(int); /*") == ["lamp"])
        #expect(missing("/* lamp(int), and no end of it") == ["lamp", "wick"])
    }
}
