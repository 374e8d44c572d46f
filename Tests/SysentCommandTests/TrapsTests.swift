import Foundation
import TestSupport
import Testing

@Suite("sysent traps generate") struct TrapsTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.write("lamp/lamp.yml", "module: lamp\ntraps:\n  - { name: light }\n")
    }

    private let names = ["Makefile", "lamp.c", "lamp.h", "lamp_user.c"]

    @Test("writes the files beside the manifest, and a second time nothing")
    func writes() throws {
        let run = try sysent("traps", "generate", "lamp/lamp.yml")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == names.map { "wrote lamp/\($0)\n" }.joined())
        let before = try directory.snapshot()
        #expect(try sysent("traps", "generate", "lamp/lamp.yml").output == "4 files: all up to date\n")
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("writes below --output, which is made")
    func output() throws {
        #expect(try sysent("traps", "generate", "lamp/lamp.yml", "--output", "a/b").status == 0)
        #expect(FileManager.default.fileExists(atPath: directory.path("a/b/lamp.c")))
        #expect(!FileManager.default.fileExists(atPath: directory.path("lamp/lamp.c")))
    }

    @Test("--check exits with 1 and names what is stale, and writes nothing")
    func check() throws {
        let missing = try sysent("traps", "generate", "lamp/lamp.yml", "--check")
        #expect(missing.status == 1)
        #expect(missing.output.contains("lamp/lamp.c:1:1: error: missing; made from lamp/lamp.yml [stale-wiring]\n"))
        #expect(try sysent("traps", "generate", "lamp/lamp.yml").status == 0)
        #expect(try sysent("traps", "generate", "lamp/lamp.yml", "--check").status == 0)
        try directory.write("lamp/lamp.yml", "module: lamp\ntraps:\n  - { name: light, capability: true }\n")
        let before = try directory.snapshot()
        let stale = try sysent("traps", "generate", "lamp/lamp.yml", "--check", "--diff")
        #expect(stale.status == 1)
        #expect(stale.output.contains("SYF_CAPENABLED"))
        #expect(stale.output.contains("[stale-wiring]"))
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("--stdout prints one file")
    func stdout() throws {
        let run = try sysent("traps", "generate", "lamp/lamp.yml", "--stdout", "lamp.h")
        #expect(run.status == 0)
        #expect(run.output.contains("#define\tLAMP_WORDS64_light\t0\n"))
        let unknown = try sysent("traps", "generate", "lamp/lamp.yml", "--stdout", "lamp.hh")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("'lamp.hh' is no file of the wiring [unknown-companion]"))
    }

    @Test("gives a document that names the files and their states")
    func document() throws {
        for (arguments, state) in [([], "written"), (["--check"], "current")] {
            let run = try sysent.run(["traps", "generate", "lamp/lamp.yml", "--format", "json"] + arguments)
            #expect(run.status == 0)
            let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let files = try #require(document["files"] as? [[String: String]])
            #expect(files.map { $0["path"] }.sorted { $0 ?? "" < $1 ?? "" } == names)
            #expect(Set(files.map { $0["state"] }) == [state])
        }
    }

    @Test("refuses a manifest that is wrong, and writes nothing")
    func wrong() throws {
        try directory.write(
            "lamp/lamp.yml", "module: lamp\ntraps:\n  - { name: light, arguments: [{ name: a, type: x }] }\n")
        let run = try sysent("traps", "generate", "lamp/lamp.yml")
        #expect(run.status == 2)
        #expect(
            run.errors.hasPrefix(
                "lamp/lamp.yml:3:49: error: light: a: nothing says how 'x' is passed [unknown-trap-type]\n"))
        #expect(!FileManager.default.fileExists(atPath: directory.path("lamp/lamp.c")))
    }

    @Test("writes the example's wiring as it is documented")
    func example() throws {
        let manifest = PackageFiles.root + "/Examples/mach/mach_traps.yml"
        #expect(try sysent("traps", "generate", manifest, "--output", "mach").status == 0)
        let snapshots = PackageFiles.files(below: "Tests/TrapModulesTests/Snapshots/mach_traps", suffix: "")
        for path in snapshots {
            let name = path.split(separator: "/").last ?? ""
            let written = try Data(contentsOf: URL(filePath: directory.path("mach/\(name)")))
            #expect(try Array(written) == PackageFiles.read(path), "\(name)")
        }
    }
}
