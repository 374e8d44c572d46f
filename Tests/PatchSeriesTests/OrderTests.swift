import Findings
import PatchSeries
import TestSupport
import Testing

@Suite("The order of a series and the names of its files change together")
struct OrderTests {
    private static func fixture() throws -> GitSandbox {
        let sandbox = try GitSandbox()
        for name in ["0001-a", "0002-b", "0005-c"] { try sandbox.write("patches/\(name).patch", name + "\n") }
        try sandbox.write("patches/series", "0001-a.patch\n0002-b.patch\n0005-c.patch\n")
        return sandbox
    }

    @Test("A dropped patch leaves the list and the directory")
    func drop() throws {
        let sandbox = try Self.fixture()
        #expect(try PatchSeries.drop(["2"], from: sandbox.path("patches")) == ["0001-a.patch", "0005-c.patch"])
        #expect(try sandbox.names(in: "patches") == ["0001-a.patch", "0005-c.patch", "series"])
    }

    @Test("A patch that moves takes its number with it")
    func reorder() throws {
        let sandbox = try Self.fixture()
        let names = try PatchSeries.reorder("0005-c.patch", before: "1", in: sandbox.path("patches"))
        #expect(names == ["0001-c.patch", "0002-a.patch", "0003-b.patch"])
        #expect(try sandbox.names(in: "patches") == names + ["series"])
        #expect(try sandbox.read("patches/0001-c.patch") == Array("0005-c\n".utf8))
    }

    @Test("Patches are numbered from one in their order")
    func renumber() throws {
        let sandbox = try Self.fixture()
        #expect(
            try PatchSeries.renumber(sandbox.path("patches")) == ["0001-a.patch", "0002-b.patch", "0003-c.patch"])
    }

    @Test("A patch that is not in the series is refused by name, and nothing changes")
    func unknown() throws {
        let sandbox = try Self.fixture()
        let before = try sandbox.fingerprint("patches")
        #expect(refusal { try PatchSeries.drop(["9"], from: sandbox.path("patches")) }?.rule == "unknown-patch")
        #expect(try sandbox.fingerprint("patches") == before)
    }
}
