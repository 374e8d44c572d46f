import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@Suite("The edition of a tree")
struct EditionDetectionTests {
    private func tables(_ files: [String: String]) throws -> TreeTables {
        var bytes: [TreePath: [UInt8]] = [:]
        for (path, text) in files { bytes[TreePath(path)] = Array(text.utf8) }
        return try TreeTables.load(MemoryView(bytes))
    }

    private let oneLine = " $FreeBSD$\n0\tAUE_NULL\tSTD\t{ int zero(void); }\n"
    private let block = " $FreeBSD$\n0\tAUE_NULL\tSTD {\n\t\tint zero(void);\n\t}\n"

    @Test("is that of the generator that the tree carries")
    func carried() throws {
        let shell = try tables(["sys/kern/syscalls.master": oneLine, "sys/kern/makesyscalls.sh": "exit 1\n"])
        #expect(shell.generator.edition == .shell)
        #expect(shell.generatorReason == "the tree carries sys/kern/makesyscalls.sh; its data are used")
        #expect(shell.findings.rules.first == "unknown-generator")
        let lua = try tables(["sys/kern/syscalls.master": block, "sys/tools/makesyscalls.lua": "return"])
        #expect(lua.generator.edition == .lua)
    }

    @Test("is shell where the native master has entries on one line")
    func shell() throws {
        let tables = try tables(["sys/kern/syscalls.master": oneLine])
        #expect(tables.generator == .shell)
        #expect(tables.generatorReason.contains("sys/kern/syscalls.master:2 is an entry on one line"))
        #expect(tables.findings.lines == [])
    }

    @Test("is that of FreeBSD 13 for blocks in a file with a $FreeBSD$ line, 14 where the headers of an ABI are taken")
    func lua() throws {
        #expect(try tables(["sys/kern/syscalls.master": block]).generator == .lua13)
        #expect(try tables(["sys/kern/syscalls.master": block + "%%ABI_HEADERS%%\n"]).generator == .lua14)
    }

    @Test("is modular for the library's settings, for a kind of FreeBSD 15, and without any sign")
    func modular() throws {
        let master = block.replacing(" $FreeBSD$\n", with: "")
        #expect(try tables(["sys/kern/syscalls.master": master]).generator == .modular)
        #expect(
            try tables(["sys/kern/syscalls.master": block.replacing("STD", with: "STD|NOLIB")]).generator == .modular)
        let settings = ["sys/kern/syscalls.master": block, "sys/kern/syscalls.conf": "libsys_h=\"x.h\"\n"]
        #expect(try tables(settings).generator == .modular)
    }

    @Test("is told by the native master, whatever form the others have")
    func native() throws {
        let tables = try tables([
            "sys/kern/syscalls.master": block, "sys/compat/warp/syscalls.master": oneLine,
            "sys/compat/warp/syscalls.conf":
                "syssw=\"warp.c\"\nsyshdr=\"warp.h\"\nsysproto=\"p.h\"\nsysmk=\"/dev/null\"\n",
        ])
        #expect(tables.generator == .lua13)
        #expect(tables.tables.count == 2)
        #expect(tables.findings.lines == [])
    }

    @Test("mixes no forms: a line that does not fit is named")
    func mixed() throws {
        let master = oneLine + block.replacing(" $FreeBSD$\n0", with: "1")
        let script = "sed -e ':join'\n"
        let tables = try tables(["sys/kern/syscalls.master": master, "sys/kern/makesyscalls.sh": script])
        #expect(tables.findings.filter { $0.severity == .error }.map { $0.location?.line } == [3])
    }
}
