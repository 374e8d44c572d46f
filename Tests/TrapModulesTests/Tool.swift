import Foundation
import TestSupport

/// A program of the system, run to its end.
enum Tool {
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs `name`, found on `PATH`, or by a path.
    static func run(_ name: String, _ arguments: [String], input: String = "") throws -> Run {
        let files = try TemporaryDirectory()
        try files.write("in", input)
        for name in ["out", "err"] { try files.write(name, "") }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files.path("in")))
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

/// The compiler.
enum Clang {
    static let isInstalled = Commands.isInstalled("clang")
    static let absence = "clang is not installed"

    /// The directory of the sources and headers that the tests compile with.
    static let host = PackageFiles.root + "/Tests/TrapModulesTests/Host"

    static let warnings = ["-std=gnu17", "-Wall", "-Wextra", "-Werror"]

    /// How a side is compiled against the headers that the tests bring.
    static func flags(kernel: Bool) -> [String] {
        warnings + ["-ffreestanding", "-nostdlibinc", "-I\(host)/\(kernel ? "kernel" : "user")", "-I\(host)/common"]
            + (kernel ? ["-D_KERNEL"] : [])
    }
}
