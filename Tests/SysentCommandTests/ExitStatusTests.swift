import Foundation
import TestSupport
import Testing

/// Invariants 9 and 10: how a run ends, and where it writes what.
@Suite("The exit status") struct ExitStatusTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
    }

    @Test("is 0 where there is nothing to say")
    func nothingToSay() throws {
        #expect(try sysent("generate", "--check", "--sample").status == 0)
    }

    @Test("is 1 for drift")
    func drift() throws {
        try directory.writeSample()
        try directory.write("sys/sys/syscall.h", "old\n")
        let run = try sysent("generate", "--check")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("sys/sys/syscall.h:1:1: error: stale;"))
    }

    @Test(
        "is 2 for wrong usage",
        arguments: [
            ["generat"], ["widen", "--sample"], ["widen", "--sample", "--slots", "x"],
            ["generate", "--sample", "--tree", "."],
            ["generate", "--sample", "--check", "--output", "x"], ["list", "--sample", "--format", "xml"],
            ["narrow", "--sample", "--band", "9-3"], ["show", "--sample"],
            ["widen", "--sample", "--slots", "1", "--author", "A <a@b>"], ["tables", "--nonsense"],
        ]
    )
    func wrongUsage(arguments: [String]) throws {
        let run = try sysent.run(arguments)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("Error: "))
    }

    @Test("is 2 where there is no tree, with a hint")
    func noTree() throws {
        let run = try sysent("tables")
        #expect(run.status == 2)
        #expect(run.errors.contains("--tree DIR") && run.errors.contains("[missing-tree]"))
    }

    @Test("is 2 when the output cannot be written")
    func fullOutput() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let program = URL(filePath: Bundle.main.executablePath ?? "").deletingLastPathComponent().path() + "sysent"
        process.arguments = ["-c", "'\(program)' list --sample > /dev/full 2> /dev/null"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
    }

    @Test(
        "is 0 for help and version, on standard output",
        arguments: [["--help"], ["widen", "--help"], ["--version"], []])
    func help(arguments: [String]) throws {
        let run = try sysent.run(arguments)
        #expect(run.status == 0)
        #expect(run.output != "" && run.errors == "")
    }

    @Test(
        "every verb has an example in its help that works on the sample",
        arguments: ["tables", "generate", "show", "list", "check", "widen", "narrow"]
    )
    func examples(verb: String) throws {
        let lines = try sysent(verb, "--help").output.split(separator: "\n")
        let examples = lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            $0.hasPrefix("sysent \(verb) ") && $0.contains("--sample")
        }
        // The sample's band is the stock one, which is not taken back.
        if verb == "narrow" { return }
        #expect(!examples.isEmpty)
        for example in examples {
            let run = try sysent.run(example.split(separator: " ").dropFirst().map(String.init))
            #expect(run.status == 0, "\(example): \(run.errors)")
        }
    }
}
