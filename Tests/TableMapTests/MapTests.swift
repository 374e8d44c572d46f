import Edits
import SourceTree
import SyscallTable
import TableDiff
import TableMap
import TestSupport
import Testing

@Suite("A map") struct MapTests {
    @Test("says of each number what it is")
    func kinds() {
        let map = map(everyKind)
        #expect(
            map.cells.map(\.kind) == [
                .present, .present, .compat, .module, .free, .free, .free, .free, .obsolete, .reserved, .reserved,
                .unimplemented,
            ])
        #expect(map.cells.map(\.name)[0...3] == ["lamp", "door", "freebsd12_wick", "mat"])
        #expect(map.cells[8].name == "candle")
        #expect(map.cells.map(\.number) == Array(0...11))
        #expect(
            map.counts.map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: ", ").hasPrefix("static 2, compat 1")
        )
    }

    @Test("shows who claims a slot, and calls that are the tree's own")
    func claims() {
        let claims = [4: TableMap.Claim(module: "m", call: "sip"), 0: TableMap.Claim(module: "m", call: "never")]
        let map = map(everyKind, claims: claims, own: [1, 5])
        #expect(map.cells[4].kind == .claimed)
        #expect(map.cells[4].label == "4 sip slot, taken by m")
        #expect(map.cells[0].kind == .present && map.cells[0].claim == nil)
        #expect(map.cells[1].kind == .own)
        #expect(map.cells[5].kind == .free)
        #expect(map.bands.map(\.text) == ["4-7: 4 slots, 1 taken"])
    }

    @Test("joins the arms of a conditional, and the call counts")
    func conditional() {
        let arms = "#ifdef A\n" + row(1, "door") + "#else\n" + row("1", placeholder: "UNIMPL", "nosys") + "#endif\n"
        let cell = map(row(0, "lamp") + arms + row(2, "wick")).cells[1]
        #expect(cell.kind == .present && cell.name == "door")
        #expect(cell.rows.map(\.isConditional) == [true, true])
    }

    @Test("marks what programs notice of the difference between two tables, and no annotation")
    func marks() {
        let old = row(0, "lamp", "int oil") + row(1, "door", "int *key") + row(2, "wick") + slots(3...3)
        let new =
            row(0, "lamp", "long oil") + row(1, "door", "_In_ int *key") + row(2, "wick") + slots(3...3) + row(4, "mat")
        let comparison = comparison(old, new)
        #expect((0..<5).map { comparison.mark(of: $0) } == [.breaks, nil, nil, nil, .differs])
        #expect(comparison.changes[1] != nil)
        #expect(MapComparison(map(old)).mark(of: 0) == nil)
    }

    @Test(
        "has a cell for each number of every released table",
        .enabled(if: SharedTrees.arePresent, "\(SharedTrees.absence)"), arguments: SharedTrees.names)
    func released(name: String) throws {
        let tables = try TreeTables.load(DiskView(root: SharedTrees.path(of: name)))
        for table in tables.tables {
            let compared = ComparedTable(
                directory: table.site.directory.string, master: table.site.master.string, table: table.table,
                kinds: tables.generator.kinds)
            let map = TableMap(compared, of: name)
            #expect(map.cells.count == table.table.size)
            #expect(!map.cells.contains { $0.kind == .missing }, "\(table.site.directory)")
            let isLoadable = ["kern", "freebsd32"].contains(table.site.directory.name)
            #expect(map.bands.map(\.numbers) == (isLoadable ? [210...219] : []), "\(table.site.directory)")
        }
    }
}
