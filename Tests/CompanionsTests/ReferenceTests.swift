import Companions
import Foundation
import TestSupport
import Testing

/// The snapshots against a real generator: whoever has a FreeBSD tree names it in `SYSENT_REFERENCE` and has `lua5.4`.
@Suite(
    "The snapshots",
    .enabled(
        if: ReferenceGenerator.directory != nil,
        "SYSENT_REFERENCE names no tree with sys/tools/syscalls/main.lua, or lua5.4 is not installed"
    )
)
struct ReferenceTests {
    @Test("are what the generator of a real tree makes", arguments: CorpusCase.all)
    func generator(example: CorpusCase) throws {
        let sandbox = try GitSandbox()
        let outputs = Companion.allCases.map { "\($0.setting)=\"\($0.snapshot)\"\n" }.joined()
        let configuration = (try? PackageFiles.text(example.path("syscalls.conf"))) ?? ""
        try sandbox.write("out/syscalls.conf", outputs + configuration)
        try sandbox.write("out/syscalls.master", try PackageFiles.read(example.path("syscalls.master")))
        let main = try #require(ReferenceGenerator.directory) + "/main.lua"
        try sandbox.run(["lua5.4", main, "syscalls.master", "syscalls.conf"], in: "out")
        for companion in Companion.allCases {
            let expected = try sandbox.read("out/" + companion.snapshot)
            #expect(differences(try PackageFiles.read(example.path(companion.snapshot)), from: expected) == [])
        }
    }
}

enum ReferenceGenerator {
    /// The generator of the tree that `SYSENT_REFERENCE` names.
    static let directory: String? = {
        guard Commands.isInstalled("lua5.4"), let tree = ProcessInfo.processInfo.environment["SYSENT_REFERENCE"] else {
            return nil
        }
        let directory = tree + "/sys/tools/syscalls"
        return FileManager.default.fileExists(atPath: directory + "/main.lua") ? directory : nil
    }()
}
