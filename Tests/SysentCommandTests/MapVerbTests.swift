import Foundation
import TestSupport
import Testing

@Suite("sysent map") struct MapVerbTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.write("m.yml", "module: m\ntraps:\n  - { name: sip }\n  - { name: gulp }\n")
    }

    private func document(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("shows the sample's table, and the slots that a module takes")
    func text() throws {
        let run = try sysent("map", "--sample", "--manifest", "m.yml", "--columns", "16")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(
            run.output.hasPrefix(
                """
                sys/kern of the sample: 28 numbers

                       0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
                    0  s s s s s s s c c O s s U R R R
                   16  s m[T T F F]s s s s s s


                """))
        #expect(run.output.hasSuffix("band 18-21: 4 slots, 2 taken\n"))
        #expect(!run.output.contains("\u{1B}"))
        #expect(try sysent("map", "--sample", "--color", "always").output.contains("\u{1B}[38;5;"))
    }

    @Test("shows two trees, and calls that only the newer one has as its own")
    func pair() throws {
        try directory.writeSample(below: "old/")
        try directory.writeSample(below: "new/")
        #expect(try sysent("widen", "--slots", "2", "--in-place", "--tree", "new").status == 0)
        let run = try sysent("map", "old", "new", "--columns", "16")
        #expect(run.status == 0)
        #expect(run.output.contains("-   16  s m[F F F F]s s s s s s\n+   16  s m[F F F F]s s s s s s[F*F]\n"))
        #expect(run.output.hasSuffix("band 28-29: 2 slots of new\n"))
        let file = "new/sys/kern/syscalls.master"
        try directory.write(
            file,
            try String(contentsOfFile: directory.path(file), encoding: .utf8)
                + "30\tAUE_NULL\tSTD {\n\t\tint mine(void);\n\t}\n")
        let own = try sysent("map", "new", "--upstream", "old", "--format", "json")
        let maps = try #require(
            (try document(own.output)["tables"] as? [[String: Any]])?.first?["maps"] as? [[String: Any]])
        let cells = try #require(maps[0]["cells"] as? [[String: Any]])
        #expect(cells.filter { $0["kind"] as? String == "private" }.map { $0["name"] as? String } == ["mine"])
        #expect(cells[28]["kind"] as? String == "free")
        // Of two trees the newer one comes from there.
        let both = try sysent("map", "old", "new", "--upstream", "old").output
        #expect(
            both.contains(" p      0 -> 1  a call that is compiled in, and that the tree this one comes from lacks\n"),
            "\(both)")
    }

    @Test("makes a page of the native and the 32-bit table, and a drawing of one")
    func pages() throws {
        let page = try sysent("map", "--sample", "--format", "html").output
        #expect(page.contains("<option value=\"1\">sys/kern</option><option value=\"2\">sys/compat/freebsd32</option>"))
        #expect(page.hasSuffix("</html>\n"))
        let one = try sysent("map", "--sample", "--table", "freebsd32", "--format", "html").output
        #expect(!one.contains("<select id=\"table\""))
        let drawing = try sysent("map", "--sample", "--format", "svg").output
        #expect(drawing.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") && drawing.hasSuffix("</svg>\n"))
    }

    @Test("draws the picture of the README")
    func picture() throws {
        let drawing = try sysent("map", "--sample", "--columns", "14", "--format", "svg").output
        #expect(try Snapshot.differences(Array(drawing.utf8), from: "Documentation/map.svg") == [])
    }

    @Test("exits with 1 where a module finds no slots, and shows those that it takes")
    func shortage() throws {
        try directory.write(
            "many.yml", "module: many\nshortage: rest\ntraps:\n" + (0..<6).map { "  - { name: t\($0) }\n" }.joined())
        let run = try sysent("map", "--sample", "--manifest", "many.yml")
        #expect(run.status == 1)
        #expect(run.output.hasSuffix("band 18-21: 4 slots, 4 taken\n"))
        #expect(
            run.errors.contains(
                "6 calls want a slot of the native table, and 4 slots are free: 2 short [slot-shortage]"))
    }

    @Test("refuses what it cannot show, with 2")
    func refused() throws {
        #expect(try sysent("map", "nowhere").status == 2)
        #expect(try sysent("map", "a", "b", "c").status == 2)
        #expect(try sysent("map", "a", "--sample").status == 2)
        #expect(try sysent("map", "--sample", "--columns", "0").status == 2)
        #expect(try sysent("map", "--sample", "--table", "nothing").errors.contains("[unknown-table]"))
        #expect(try sysent("map", "--sample", "--manifest", "none.yml").status == 2)
    }
}
