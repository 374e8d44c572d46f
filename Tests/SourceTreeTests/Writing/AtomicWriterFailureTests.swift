import Edits
import Findings
import SystemPackage
import TestSupport
import Testing

@testable import SourceTree

@Suite("When a step fails, the writer")
struct AtomicWriterFailureTests {
    let directory: TemporaryDirectory
    let scenario = WriterScenario()

    init() throws {
        directory = try TemporaryDirectory()
        try scenario.prepare(directory)
    }

    /// A writer whose step number `failing` fails with `error`.
    private func writer(failing: Int, with error: Errno) -> AtomicWriter {
        let log = StepLog()
        return AtomicWriter(root: directory.path) { step throws(Errno) in
            if log.append(step) == failing { throw error }
        }
    }

    @Test("makes every temporary file before the first rename, and synchronizes each and the directories")
    func order() throws {
        let file: [WriteStep] = [.createTemporary, .fillTemporary, .synchronizeTemporary]
        #expect(
            try WriterScenario.steps() == [.makeDirectory, .makeDirectory] + file + file + file + file
                + [.beginPublishing, .replaceFile, .replaceFile, .deleteFile, .replaceFile, .replaceFile]
                + Array(repeating: .synchronizeDirectory, count: 5)
        )
    }

    @Test("leaves everything as it was, whichever step before the renames", arguments: [Errno.noSpace, .ioError])
    func beforeRenames(error: Errno) throws {
        let before = try directory.snapshot()
        let steps = try WriterScenario.steps()
        let preparation = steps.prefix { $0 != .replaceFile }
        for (index, step) in preparation.enumerated() {
            let refused = refusal(below: directory.path) { () throws(Refusal) in
                try writer(failing: index, with: error).apply(scenario.forward)
            }
            #expect(refused.count == 1 && refused[0].hasSuffix(": \(error) [write-failed]"), "\(step): \(refused)")
            #expect(try directory.snapshot().differences(from: before) == [], "\(step), number \(index)")
        }
    }

    @Test("names the file that it could not write")
    func message() throws {
        let index = try #require(try WriterScenario.steps().firstIndex(of: .fillTemporary))
        do {
            try writer(failing: index, with: .diskQuotaExceeded).apply(scenario.forward)
            Issue.record("no refusal")
        } catch {
            let label = directory.path("sys/kern/a.c")
            #expect(
                error.findings == [
                    Finding(
                        .error,
                        "write-failed",
                        at: Location(path: label),
                        "cannot write \(label): Disk quota exceeded",
                        notes: [Note("no file was changed")]
                    )
                ]
            )
        }
    }

    @Test("leaves everything as it was when already the first rename fails")
    func firstRename() throws {
        let before = try directory.snapshot()
        let index = try #require(try WriterScenario.steps().firstIndex(of: .replaceFile))
        let refused = refusal(below: directory.path) { () throws(Refusal) in
            try writer(failing: index, with: .resourceBusy).apply(scenario.forward)
        }
        #expect(refused == ["sys/kern/a.c: cannot write sys/kern/a.c: Device or resource busy [write-failed]"])
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test("says what is written when a later rename fails, leaves no temporary file, and completes when run again")
    func laterRename() throws {
        let steps = try WriterScenario.steps()
        let index = try #require(steps.firstIndex(of: .deleteFile))
        do {
            try writer(failing: index, with: .ioError).apply(scenario.forward)
            Issue.record("no refusal")
        } catch {
            #expect(error.findings.map(\.rule) == ["partly-written"])
            #expect(
                error.findings.flatMap(\.notes).map(\.message) == [
                    "already written: \(directory.path("sys/kern/a.c")), \(directory.path("sys/kern/b.c"))",
                    "the same command, run again, writes the rest",
                ]
            )
        }
        #expect(try directory.snapshot().paths.filter { $0.contains(".sysent-") || $0.hasPrefix("sys/new") } == [])
        #expect(try scenario.torn(in: directory.path) == [])
        let rest = try AtomicWriter(root: directory.path).apply(scenario.forward)
        #expect(rest.map(\.string) == ["sys/kern/gone.c", "sys/new/deep/c.c", "tool.sh"])
        #expect(try directory.snapshot().paths == WriterScenario.newPaths)
    }

    @Test("keeps the files when only the directories cannot be synchronized, and says so")
    func directorySynchronization() throws {
        let index = try #require(try WriterScenario.steps().firstIndex(of: .synchronizeDirectory))
        let refused = refusal(below: directory.path) { () throws(Refusal) in
            try writer(failing: index, with: .ioError).apply(scenario.forward)
        }
        #expect(refused == ["sys/kern/a.c: cannot write sys/kern/a.c: Input/output error [write-unconfirmed]"])
        #expect(try directory.snapshot().paths == WriterScenario.newPaths)
    }

    @Test("notices a file that is saved by somebody else while it prepares")
    func disturbed() throws {
        let directory = directory
        let writer = AtomicWriter(root: directory.path) { step throws(Errno) in
            guard step == .createTemporary else { return }
            do { try directory.write("sys/kern/b.c", "saved by an editor") } catch { throw .ioError }
        }
        let refused = refusal(below: directory.path) { () throws(Refusal) in try writer.apply(scenario.forward) }
        #expect(
            refused == [
                """
                sys/kern/b.c: cannot write sys/kern/b.c: the file was changed by somebody else at this moment \
                [changed-underneath]
                """
            ]
        )
        #expect(try DiskView(root: directory.path).read(TreePath("sys/kern/b.c")) == Array("saved by an editor".utf8))
        #expect(try directory.snapshot().paths.filter { $0.contains(".sysent-") || $0.hasPrefix("sys/new") } == [])
    }

    @Test("removes its files when the system lets none grow any further")
    func fileSizeLimit() async throws {
        let before = try directory.snapshot()
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            try Process.limitFileSize(to: 4096)
            #expect(
                refusal(below: path) { () throws(Refusal) in
                    try AtomicWriter(root: path).apply(WriterScenario().forward)
                } == ["sys/kern/a.c: cannot write sys/kern/a.c: File too large [write-failed]"]
            )
        }
        #expect(try directory.snapshot().differences(from: before) == [])
    }

    @Test(
        "removes its files when the file system is full",
        .enabled(if: Process.mayMount, "needs to mount a small file system")
    )
    func fullFileSystem() async throws {
        let empty = try TemporaryDirectory()
        await #expect(processExitsWith: .success) { [path = empty.path as String] in
            try Process.mountSmallFileSystem(over: path, size: "96k")
            let first = edit(
                change("a", from: nil, to: String(repeating: "old a\n", count: 6000)),
                change("b", from: nil, to: "old b")
            )
            let second = edit(
                change("a", from: String(repeating: "old a\n", count: 6000), to: "new a"),
                change("b", from: "old b", to: String(repeating: "new b\n", count: 12_000)),
                change("new/c", from: nil, to: "new c")
            )
            let writer = AtomicWriter(root: path)
            try writer.apply(first)
            let before = try DirectorySnapshot(of: path)
            #expect(
                refusal(below: path) { () throws(Refusal) in try writer.apply(second) }
                    == ["b: cannot write b: No space left on device [write-failed]"]
            )
            #expect(try DirectorySnapshot(of: path).differences(from: before) == [])
        }
        #expect(try empty.snapshot().paths == [], "the file system was the child's own")
    }

    @Test("refuses a name that leaves no room for a temporary one")
    func longName() throws {
        let name = String(repeating: "n", count: 250)
        let before = try directory.snapshot()
        let refused = refusal(below: directory.path) { () throws(Refusal) in
            try AtomicWriter(root: directory.path).apply(
                edit(change("a/b", from: nil, to: "new"), change(name, from: nil, to: "new"))
            )
        }
        #expect(refused == ["\(name): cannot write \(name): File name too long [write-failed]"])
        #expect(try directory.snapshot().differences(from: before) == [])
    }
}
