import TableDiff
import Testing

@Suite("Since when there is a call") struct HistoryTests {
    @Test("is told with its earlier numbers and interfaces")
    func history() throws {
        let trees = [
            ("one", [compared(row(0, "door"))]),
            ("two", [compared(row(0, "door") + row(1, "lamp"))]),
            ("three", [compared(row(0, "door") + row(1, "lamp", kinds: "COMPAT14") + row(2, "lamp", "int oil"))]),
        ]
        let history = try #require(CallHistory.all(of: "SYS_lamp", in: trees).first)
        #expect(history.first?.tree == "two")
        #expect(history.first?.number == 1)
        #expect(!history.isInFirstTree)
        #expect(history.sightings.map(\.rows.count) == [0, 1, 2])
        #expect(history.sightings.last?.rows.map(\.state) == ["compat14", "call"])
        #expect(CallHistory.all(of: "wick", in: trees).isEmpty)
        #expect(CallHistory.all(of: "door", in: trees).first?.isInFirstTree == true)
    }
}
