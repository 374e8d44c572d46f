import Edits
import Findings
import SystemPackage
import TestSupport
import Testing

@testable import SourceTree

@Suite("A writer that is killed")
struct AtomicWriterCrashTests {
    let scenario = WriterScenario()

    /// Expects that each file below `directory` is old or new, and that a rerun completes and leaves nothing behind.
    private func expectRecovery(in directory: TemporaryDirectory, _ moment: String) throws {
        #expect(try scenario.torn(in: directory.path) == [], "killed \(moment)")
        try AtomicWriter(root: directory.path).apply(scenario.forward)
        #expect(try directory.snapshot().paths == WriterScenario.newPaths, "killed \(moment)")
        for change in scenario.forward.changes {
            let state = try DiskView(root: directory.path).state(of: change.path)
            #expect(state == change.result, "\(change.path), killed \(moment)")
        }
    }

    @Test("before any of its steps leaves each file old or new, and a rerun completes")
    func beforeEachStep() async throws {
        for (index, step) in try WriterScenario.steps().enumerated() {
            let directory = try TemporaryDirectory()
            try scenario.prepare(directory)
            await #expect(processExitsWith: .signal(Process.killSignal)) {
                [path = directory.path as String, index = index as Int] in
                let log = StepLog()
                let writer = AtomicWriter(root: path) { step throws(Errno) in
                    if log.append(step) == index { Process.killItself() }
                }
                try writer.apply(WriterScenario().forward)
            }
            try expectRecovery(in: directory, "before \(step), number \(index)")
        }
    }

    @Test("at any instant leaves each file old or new, and a rerun completes")
    func atAnyInstant() async throws {
        for _ in 0..<50 {
            let directory = try TemporaryDirectory()
            try scenario.prepare(directory)
            let microseconds = UInt32.random(in: 500...40_000)
            await #expect(processExitsWith: .signal(Process.alarmSignal)) {
                [path = directory.path as String, microseconds = microseconds as UInt32] in
                let writer = AtomicWriter(root: path)
                let scenario = WriterScenario()
                Process.endIn(microseconds: microseconds)
                while true {
                    try writer.apply(scenario.forward)
                    try writer.apply(scenario.backward)
                }
            }
            try expectRecovery(in: directory, "after \(microseconds) microseconds")
        }
    }
}
