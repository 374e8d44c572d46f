import TableMap
import Testing

@Suite("A map as text") struct GridTests {
    @Test("has a letter for each number, bands in brackets, and says what the letters mean")
    func grid() {
        let claims = [4: TableMap.Claim(module: "m", call: "sip")]
        let text = GridText(MapComparison(map(everyKind, claims: claims)), columns: 5).text
        #expect(
            text == """
                sys/kern of tree: 12 numbers

                       0 1 2 3 4
                    0  s s c m[T
                    5  F F F]O R
                   10  R U

                 s    2  a call that is compiled in
                 c    1  a call as a past release had it
                 m    1  a number that a certain module takes (NOSTD)
                 T    1  a slot for loadable calls, claimed by a module
                 F    3  a slot for loadable calls, free (lkmnosys)
                 O    1  a call that is gone; its name is kept
                 R    2  kept for local use (RESERVED)
                 U    1  a placeholder (UNIMPL)
                band 4-7: 4 slots, 1 taken

                """)
    }

    @Test("closes a band at the end of a row and of the table")
    func closing() {
        let lines = { (text: String, columns: Int) in
            GridText(MapComparison(map(text)), columns: columns).text.split(separator: "\n").map(String.init)
        }
        #expect(lines(row(0, "lamp") + slots(1...2), 4)[2] == "    0  s[F F]")
        #expect(lines(row(0, "lamp") + slots(1...2) + row(3, "wick"), 3)[2...3] == ["    0  s[F F]", "    3  s"])
    }

    @Test("shows rows of two tables as a diff does, the same ones once")
    func pair() {
        let old = row(0, "lamp") + row(1, "door") + row(2, "mat", "int a") + row(3, "wick")
        let new = row(0, "lamp") + row(1, "door") + row(2, "mat", "long a") + row(3, "wick") + slots(4...5)
        let lines = GridText(comparison(old, new), columns: 2).text.split(separator: "\n").map(String.init)
        #expect(
            lines[0...7] == [
                "- sys/kern of old: 4 numbers", "+ sys/kern of new: 6 numbers", "        0 1", "     0  s s",
                "-    2 !s s", "+    2 !s s", "+    4 [F*F]", " s      4 -> 4  a call that is compiled in",
            ])
        #expect(lines.contains(" !        breaks programs that were built before"))
        #expect(lines.contains(" *        differs otherwise"))
        #expect(lines.last == "band 4-5: 2 slots of new")
    }

    @Test("colours letters where it is asked to, and nothing else of the text changes")
    func colours() {
        let comparison = MapComparison(map(everyKind))
        let plain = GridText(comparison).text
        let coloured = GridText(comparison, isColoured: true).text
        #expect(coloured.contains("\u{1B}[38;5;231;48;5;25m s\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
}
