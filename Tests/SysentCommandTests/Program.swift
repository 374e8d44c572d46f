import Foundation
import TestSupport

/// The built program, run as a user runs it.
struct Program {
    /// What a run wrote and how it ended.
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The directory in which it runs.
    let directory: String
    /// Variables beside `PATH`; nothing else of the test's environment reaches the program.
    var environment: [String: String] = [:]

    /// The program lies beside the tests' own executable.
    /// Where the program lies.
    static var directory: String { path.deletingLastPathComponent().path }

    private static var path: URL {
        URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0]).deletingLastPathComponent().appending(
            path: "sysent")
    }

    func callAsFunction(_ arguments: String...) throws -> Run {
        try run(arguments)
    }

    func run(_ arguments: [String]) throws -> Run {
        let process = Process()
        process.executableURL = Self.path
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: directory)
        process.environment = environment.merging([
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        ]) { own, _ in own }
        process.standardInput = FileHandle.nullDevice
        // Files rather than pipes: a pipe that nobody drains stops the program.
        let files = try TemporaryDirectory()
        for name in ["out", "err"] { try files.write(name, "") }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files.path("out")))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: files.path("err")))
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: try String(contentsOf: URL(filePath: files.path("out")), encoding: .utf8),
            errors: try String(contentsOf: URL(filePath: files.path("err")), encoding: .utf8)
        )
    }
}

extension TemporaryDirectory {
    /// Writes the sample tree's files into the directory.
    func writeSample(below prefix: String = "") throws {
        for (path, text) in SampleText.files { try write(prefix + path, text) }
    }
}
