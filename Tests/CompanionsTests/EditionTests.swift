import Companions
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@Suite("The companions of the older editions")
struct EditionTests {
    @Test("are the snapshots", arguments: EditionCase.allCases, EditionCase.companions)
    func snapshots(of example: EditionCase, companion: Companion) throws {
        let table = try #require(try example.tables().tables.first)
        let bytes = companion.render(table.table)
        #expect(try Snapshot.differences(bytes, from: example.path(companion.snapshot)) == [])
    }

    @Test("come from tables without errors", arguments: EditionCase.allCases)
    func sound(example: EditionCase) throws {
        #expect(try example.tables().findings.filter { $0.severity == .error }.lines == [])
    }

    @Test("are six: there is no library of stubs before FreeBSD 15", arguments: EditionCase.allCases)
    func outputs(example: EditionCase) throws {
        let table = try #require(try example.tables().tables.first)
        #expect(Set(table.outputs.map(\.companion)) == Set(EditionCase.companions))
    }
}
