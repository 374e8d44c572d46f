import Companions
import Findings
import SyscallTable
import TestSupport
import Testing

@Suite("The companions of the corpus")
struct CorpusTests {
    @Test("are the snapshots", arguments: CorpusCase.all, Companion.allCases)
    func snapshots(of example: CorpusCase, companion: Companion) throws {
        let bytes = companion.render(try example.table())
        #expect(try Snapshot.differences(bytes, from: example.path(companion.snapshot)) == [])
    }

    @Test("come from tables without errors", arguments: CorpusCase.all)
    func sound(example: CorpusCase) throws {
        let errors = try example.table().findings.filter { $0.severity == .error }
        #expect(errors.lines == [])
    }

    @Test("are all there, and nothing else is", arguments: CorpusCase.all)
    func complete(example: CorpusCase) {
        let sources: Set = ["syscalls.master", "syscalls.conf"]
        let names = PackageFiles.names(in: CorpusCase.directory + "/" + example.name).filter { !sources.contains($0) }
        #expect(names == Companion.allCases.map(\.snapshot).sorted())
    }
}
