import Edits
import Findings
import Foundation
import GitStore
import PatchSeries
import SourceTree
import SystemPackage
import TestSupport
import Testing

@Suite("Publishing a patch")
struct PublishTests {
    let fixture: SeriesFixture
    var sandbox: GitSandbox { fixture.sandbox }

    init() throws {
        fixture = try SeriesFixture()
    }

    private func verified(_ line: String = "41 LKM", environment: ProcessEnvironment? = nil) throws -> VerifiedPatches {
        let base = try fixture.open(environment: environment)
        let edit = TreeEdit(steps: [try fixture.step(line, after: 40, in: base.view)])
        let draft = try PatchSeries.create(
            edit: edit,
            onto: base,
            request: PatchRequest(messages: [SeriesFixture.message])
        )
        return try PatchSeries.verify(draft)
    }

    @Test("makes the directory, and leaves nothing else in it")
    func makesDirectory() throws {
        try PatchSeries.publish(verified())
        #expect(try sandbox.names(in: "patches") == ["0001-kern-add-a-row.patch", "series"])
    }

    @Test("after another run took its turn is refused, and nothing of either is lost")
    func secondRun() throws {
        let first = try verified()
        let second = try verified("41 OTHER")
        try PatchSeries.publish(first)
        let before = try sandbox.fingerprint("patches")
        #expect(refusal { try PatchSeries.publish(second) }?.rule == "series-changed")
        #expect(try sandbox.fingerprint("patches").dropLast() == before.dropLast())
    }

    @Test("many runs at once: one wins, the others are refused")
    func manyRuns() async throws {
        let runs = try (0..<8).map { try verified("41 RUN\($0)") }
        let wins = await withTaskGroup(of: Bool.self) { group in
            for run in runs {
                group.addTask { (try? PatchSeries.publish(run)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
        #expect(try sandbox.names(in: "patches") == ["0001-kern-add-a-row.patch", "series"])
        #expect(try SeriesFile.read(sandbox.path("patches")).names == ["0001-kern-add-a-row.patch"])
    }

    @Test("over what a killed run left behind works")
    func leftovers() throws {
        let patches = try verified()
        try sandbox.write("patches/.sysent-series.tmp", "half")
        try sandbox.write("patches/.sysent-0001-kern-add-a-row.patch.tmp", "half")
        try PatchSeries.publish(patches)
        #expect(try sandbox.names(in: "patches") == ["0001-kern-add-a-row.patch", "series"])
    }

    @Test("after a run that was killed ahead of the series finishes that run")
    func killedAheadOfSeries() throws {
        let patches = try verified()
        try sandbox.write("patches/0001-kern-add-a-row.patch", String(decoding: patches.files[0].bytes, as: UTF8.self))
        try PatchSeries.publish(patches)
        #expect(try SeriesFile.read(sandbox.path("patches")).names == ["0001-kern-add-a-row.patch"])
    }

    @Test("over a patch of somebody else that is not listed is refused and changes nothing")
    func unlistedPatch() throws {
        let patches = try verified()
        try sandbox.write("patches/0001-kern-add-a-row.patch", "somebody's\n")
        #expect(refusal { try PatchSeries.publish(patches) }?.rule == "unlisted-patch")
        #expect(try sandbox.names(in: "patches") == ["0001-kern-add-a-row.patch"])
        #expect(try sandbox.read("patches/0001-kern-add-a-row.patch") == Array("somebody's\n".utf8))
    }

    @Test("into what is no directory is refused and changes nothing")
    func noDirectory() throws {
        let patches = try verified()
        try sandbox.write("patches", "a file\n")
        #expect(refusal { try PatchSeries.publish(patches) }?.rule == "cannot-write")
        #expect(try sandbox.read("patches") == Array("a file\n".utf8))
    }

    @Test(
        "into a directory that is read-only is refused and changes nothing",
        .enabled(if: getuid() != 0, "root may write everywhere"))
    func readOnly() throws {
        let patches = try verified()
        try FileManager.default.createDirectory(
            atPath: sandbox.root + "/patches",
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o555]
        )
        #expect(refusal { try PatchSeries.publish(patches) }?.rule == "cannot-write")
        #expect(try sandbox.names(in: "patches") == [])
    }

    @Test("where the series cannot be replaced takes the patch back")
    func failureAtTheEnd() throws {
        let patches = try verified()
        // A directory in the place of the file: everything before the last step succeeds.
        try sandbox.write("patches/series/x", "x")
        #expect(throws: Refusal.self) { try PatchSeries.publish(patches) }
        #expect(try sandbox.names(in: "patches") == ["series"])
    }
}
