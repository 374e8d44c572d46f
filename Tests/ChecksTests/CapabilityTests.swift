import SourceTree
import SyscallTable
import TestSupport
import Testing

@testable import Checks

@Suite("The list of capability mode") struct CapabilityTests {
    private func places(_ list: String, master: String = CleanTree.master) throws -> [String] {
        let tree = TableTree([
            "sys/kern/Makefile": "", "sys/kern/syscalls.master": master, "sys/kern/capabilities.conf": list,
        ])
        let tables = try TreeTables.load(tree.view, as: .lua14)
        let rules: Set = ["stale-capability", "unsorted-capability", "capability-mismatch"]
        return CheckRun(wanted: rules).report(on: CheckedTree(tables)).causes
    }

    @Test("is right when it is sorted and says what the master says")
    func clean() throws {
        #expect(try places("## calls\nbell\n") == [])
    }

    @Test("names calls that exist")
    func stale() throws {
        #expect(try places("ball\nbell\n") == ["sys/kern/capabilities.conf:1 [stale-capability]"])
    }

    @Test("is sorted by paragraphs, and names a call once")
    func unsorted() throws {
        let all = CleanTree.master.replacing("STD {", with: "STD|CAPENABLED {")
        #expect(
            try places("lamp\nbell\n\nwalk\n", master: all) == ["sys/kern/capabilities.conf:2 [unsorted-capability]"])
        #expect(
            try places("walk\n#\nbell\nlamp\nlamp\n", master: all) == [
                "sys/kern/capabilities.conf:5 [unsorted-capability]"
            ])
    }

    @Test("does not lack what the master alone allows")
    func mismatch() throws {
        #expect(try places("lamp\n") == ["sys/kern/syscalls.master:6 [capability-mismatch]"])
    }
}
