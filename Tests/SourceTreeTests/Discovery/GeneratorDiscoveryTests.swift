import Findings
import SyscallTable
import TestSupport
import Testing

@testable import SourceTree

@Suite("The generator of a tree")
struct GeneratorDiscoveryTests {
    private func generator(of tree: TableTree) throws -> GeneratorDiscovery.Result {
        let sites = try TableDiscovery(view: tree.view).sites().sites
        return try GeneratorDiscovery(view: tree.view).generator(of: sites)
    }

    @Test("is the built-in one where the tree has none")
    func builtIn() throws {
        let found = try generator(of: .complete)
        #expect(found.generator == .modular)
        #expect(found.findings == [])
        #expect(found.reason.hasPrefix("the tree carries no generator"))
    }

    @Test("is the tree's own, with its data")
    func own() throws {
        let tree = TableTree.complete.with("sys/tools/syscalls/main.lua", "")
            .with("sys/tools/syscalls/config.lua", "local config = { sysnames = \"names.c\" }\n")
        let found = try generator(of: tree)
        #expect(found.generator.defaults["sysnames"] == "names.c")
        #expect(found.reason == "the tree carries sys/tools/syscalls/main.lua; its data are used")
        #expect(Set(found.findings.rules) == ["unknown-generator"])
    }

    @Test("is not made of its examples")
    func examples() throws {
        let tree = TableTree.complete.with("sys/tools/syscalls/main.lua", "")
            .with("sys/tools/syscalls/examples/lamp/odd.lua", "")
            .with("sys/tools/syscalls/scripts/odd.lua", "")
        let found = try generator(of: tree)
        let unknown = found.findings.filter { $0.message.hasPrefix("the generator has a file") }
        #expect(unknown.map { $0.location?.path } == ["sys/tools/syscalls/scripts/odd.lua"])
    }
}
