import Foundation
import TestSupport
import Testing

@Suite("sysent generate") struct GenerateTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.writeSample()
    }

    @Test("writes what differs and touches nothing else")
    func writesStale() throws {
        let before = try directory.snapshot()
        try directory.write("sys/sys/syscall.h", "old\n")
        let run = try sysent("generate")
        #expect(run.output == "wrote sys/sys/syscall.h\n")
        let changed = try directory.snapshot().differences(from: before)
        #expect(changed.allSatisfy { $0.contains("sys/sys") }, "\(changed)")
        #expect(try sysent("generate", "--check").status == 0)
    }

    @Test("of one table leaves the others as they are")
    func oneTable() throws {
        try directory.write("sys/sys/syscall.h", "old\n")
        try directory.write("sys/compat/freebsd32/freebsd32_syscall.h", "old\n")
        #expect(
            try sysent("generate", "--table", "freebsd32").output == "wrote sys/compat/freebsd32/freebsd32_syscall.h\n")
        #expect(try sysent("generate", "--check").output.hasPrefix("sys/sys/syscall.h:"))
    }

    @Test("--diff prints a patch that git applies, and writes nothing")
    func diffApplies() throws {
        try directory.write(
            "sys/kern/syscalls.master",
            SampleText.master.replacing("\t\tint fork(void);", with: "\t\tpid_t fork(void);"))
        let before = try directory.snapshot()
        let run = try sysent("generate", "--diff")
        #expect(run.status == 0)
        #expect(try directory.snapshot().differences(from: before) == [])
        try directory.write("p.diff", run.output)
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "apply", "p.diff"]
        git.currentDirectoryURL = URL(filePath: directory.path)
        try git.run()
        git.waitUntilExit()
        #expect(git.terminationStatus == 0)
        #expect(try sysent("generate", "--check").status == 0)
    }

    @Test("--stdout prints one companion, named by its path or the end of it")
    func standardOutput() throws {
        let text = SampleText.files["sys/sys/syscall.mk"]
        #expect(try sysent("generate", "--stdout", "sys/sys/syscall.mk").output == text)
        #expect(try sysent("generate", "--stdout", "syscall.mk").output == text)
        #expect(try sysent("generate", "--stdout", "nothing.h").status == 2)
    }

    @Test("--output writes every companion below a directory that it makes")
    func output() throws {
        let before = try directory.snapshot()
        let run = try sysent("generate", "--output", "out/deep")
        #expect(run.output.split(separator: "\n").count == 13)
        let header = try String(contentsOfFile: directory.path("out/deep/sys/sys/syscall.h"), encoding: .utf8)
        #expect(header == SampleText.files["sys/sys/syscall.h"])
        let changed = try directory.snapshot().differences(from: before)
        #expect(changed.allSatisfy { $0.contains("out") || $0.contains(": .") || $0.hasPrefix(".") }, "\(changed)")
    }

    @Test("a file that sysmk names /dev/null for is not wanted")
    func notWanted() throws {
        try directory.write("sys/kern/syscalls.conf", "sysmk=\"/dev/null\"\n")
        #expect(try !sysent("tables").output.contains("syscall.mk"))
    }
}
