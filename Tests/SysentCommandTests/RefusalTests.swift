import Foundation
import TestSupport
import Testing

/// What is refused: status 2, a message with its place, and the tree as it was.
@Suite("A refusal") struct RefusalTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
        try directory.writeSample()
        // Something to write, so that a refusal that comes too late would show.
        try directory.write("sys/sys/syscall.h", "old\n")
    }

    private func expectRefusal(_ message: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let before = try directory.snapshot()
        let run = try sysent("generate")
        #expect(run.status == 2, sourceLocation: sourceLocation)
        #expect(run.errors.split(separator: "\n").first.map(String.init) == message, sourceLocation: sourceLocation)
        #expect(try directory.snapshot().differences(from: before) == [], sourceLocation: sourceLocation)
    }

    private func changeMaster(_ old: String, to new: String) throws {
        #expect(SampleText.master.contains(old))
        try directory.write("sys/kern/syscalls.master", SampleText.master.replacing(old, with: new))
    }

    @Test("of a gap names the missing number")
    func gap() throws {
        try changeMaster("27\tAUE_NULL", to: "28\tAUE_NULL")
        try expectRefusal(
            "sys/kern/syscalls.master:129:1: error: number 28 leaves a gap: 27 missing, so the row would not stand at its index [number-gap]"
        )
    }

    @Test("of a file with carriage returns comes once")
    func carriageReturns() throws {
        try directory.write("sys/kern/syscalls.master", SampleText.master.replacing("\n", with: "\r\n"))
        try expectRefusal(
            "sys/kern/syscalls.master:1:78: error: carriage return; the generator would copy it into its output [carriage-return]"
        )
    }

    @Test("of a missing master names it")
    func missingMaster() throws {
        try FileManager.default.removeItem(atPath: directory.path("sys/kern/syscalls.master"))
        try expectRefusal(
            "sys/kern/syscalls.master:1:1: error: cannot read sys/kern/syscalls.master: No such file or directory [missing-file]"
        )
    }

    @Test("of a directory in the master's place names it")
    func directoryInPlace() throws {
        try FileManager.default.removeItem(atPath: directory.path("sys/kern/syscalls.master"))
        try directory.makeDirectory("sys/kern/syscalls.master")
        try expectRefusal(
            "sys/kern/syscalls.master:1:1: error: cannot read sys/kern/syscalls.master: Is a directory [is-a-directory]"
        )
    }

    @Test("of a substitution never executes it")
    func substitution() throws {
        try directory.write("sys/kern/syscalls.conf", "sysmk=\"$(touch executed)\"\n")
        try expectRefusal(
            "sys/kern/syscalls.conf:1:8: error: '$' would be expanded by a shell; a configuration is data, never executed [shell-substitution]"
        )
    }

    @Test(
        "of an output that leaves the tree names the setting",
        arguments: ["../../../x.mk", "/tmp/x.mk", "../../../../../x.mk"]
    )
    func outputOutside(path: String) throws {
        try directory.write("sys/kern/syscalls.conf", "sysmk=\"\(path)\"\n")
        try expectRefusal("sys/kern/syscalls.conf:1:1: error: sysmk=\(path) leaves the tree [output-outside-tree]")
    }

    @Test("of an output that a symbolic link leads outside names the file")
    func linkOutside() throws {
        let elsewhere = try TemporaryDirectory()
        try FileManager.default.removeItem(atPath: directory.path("lib/libsys"))
        try directory.link("lib/libsys", to: elsewhere.path)
        try expectRefusal(
            "lib/libsys/_libsys.h:1:1: error: cannot look up lib/libsys/_libsys.h: it leads to \(elsewhere.path), outside the tree [outside-tree]"
        )
        #expect(try elsewhere.snapshot().paths.count <= 1)
    }

    @Test("of a read-only companion names it")
    func readOnly() throws {
        try directory.setMode("sys/sys/syscall.h", 0o444)
        try expectRefusal(
            "sys/sys/syscall.h:1:1: error: cannot write sys/sys/syscall.h: the file is read-only (mode 0444) [read-only]"
        )
    }
}
