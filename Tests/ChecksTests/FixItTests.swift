import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@testable import Checks

@Suite("A fix-it") struct FixItTests {
    /// The tree with the edits of the fix-its of all findings that count.
    private func mended(_ tree: TableTree, as generator: Generator? = nil) throws -> TableTree {
        let checked = CheckedTree(try TreeTables.load(tree.view, as: generator))
        var result = tree
        var done: [String: [TextEdit]] = [:]
        for open in CheckRun().report(on: checked).open {
            guard let fixIt = open.finding.fixIt, let path = fixIt.path.map(checked.relative) ?? open.path else {
                continue
            }
            done[path, default: []] += fixIt.edits.filter { done[path]?.contains($0) != true }
        }
        for (path, edits) in done {
            let bytes = try #require(TextEdit.apply(edits, to: Array((tree[path] ?? "").utf8)))
            result[path] = String(decoding: bytes, as: UTF8.self)
        }
        return result
    }

    private static let map = "lib/libsys/Symbol.sys.map"
    private static let older = "lib/libc/sys/Symbol.map"
    private static let list = "sys/kern/capabilities.conf"

    @Test(
        "takes back what was done",
        arguments: [
            Fault(map, "\twalk;\n", ""),
            Fault(map, "\tbell;\n", "\tbell;\n\tbell;\n"),
            Fault(map, "\twalk;\n", "\twalk;\n\tsteps;\n"),
            Fault("sys/kern/syscalls.master", "u_int oil", "unsigned int oil"),
            Fault("sys/kern/syscalls.master", "NODEF|NOTSTATIC", "NODEF"),
            Fault("sys/compat/freebsd32/syscalls.conf", "abi_func", "unimpl=\"\"\nabi_func"),
        ]
    )
    func restores(fault: Fault) throws {
        var damaged = CleanTree.with(fault.path, fault.old, fault.new)
        if fault.path.hasSuffix("syscalls.conf") {
            damaged[fault.path] = damaged[fault.path]?.replacing("unimpl=\"\"", with: "unimpl=\"lamb ball\"")
        }
        let expected =
            fault.path.hasSuffix(".conf") ? CleanTree.with(fault.path, fault.old, fault.new) : CleanTree.complete
        #expect(try mended(damaged)[fault.path] == expected[fault.path])
    }

    @Test(
        "takes back what was done to an older tree",
        arguments: [
            Fault(older, "\t_lamp;\n", ""), Fault(older, "\t__sys_lamp;\n", ""), Fault(older, "\t__sys_walk;\n", ""),
            Fault(older, "\t_walk;\n", "\t_walk;\n\t_walk;\n"), Fault(older, "\t_walk;\n", "\t_walk;\n\t__sys_step;\n"),
            Fault(older, "\twalk;\n", ""),
            Fault(list, "bell\n", "bell\nbell\n"), Fault(list, "bell\n", "bell\nlamb\n"),
        ]
    )
    func restoresOlder(fault: Fault) throws {
        let damaged = OlderTree.with(fault)
        #expect(try mended(damaged, as: OlderTree.generator)[fault.path] == OlderTree.complete[fault.path])
    }

    @Test("sorts a paragraph of the list of capability mode, comments and others left alone")
    func sorts() throws {
        let master = CleanTree.master.replacing("STD {", with: "STD|CAPENABLED {")
        let tree = OlderTree.complete.with("sys/kern/syscalls.master", master)
            .with(Self.list, "# first\nlamp\n\n# second\nwalk\nbell\n# end\n")
        #expect(
            try mended(tree, as: OlderTree.generator)[Self.list] == "# first\nlamp\n\n# second\nbell\nwalk\n# end\n")
    }

    @Test(
        "does not guess the version of a symbol that may be an old one, nor takes a symbol out of one of two versions")
    func doubtful() throws {
        for fault in [Fault(Self.map, "\tlamp;\n", ""), Fault(Self.map, "\twalk;\n", "\twalk;\n\tbell;\n")] {
            let damaged = CleanTree.with(fault.path, fault.old, fault.new)
            #expect(try mended(damaged)[fault.path] == damaged[fault.path])
        }
    }
}
