import TestSupport
import Testing

@Suite("An export of numbers") struct ExportTests {
    let directory: TemporaryDirectory
    let sysent: Program

    init() throws {
        directory = try TemporaryDirectory()
        sysent = Program(directory: directory.path)
    }

    @Test(
        "has the calls of the table in its language, and says what it was made of",
        arguments: [
            ("go", "// ", "SYS_LSEEK"), ("rust", "// ", "pub const SYS_lseek: i32 = 22;"),
            ("zig", "// ", "    lseek = 22,"), ("syzlang-calls", "# ", "\nlseek\n"),
        ]
    )
    func languages(format: String, comment: String, line: String) throws {
        let run = try sysent("list", "--sample", "--format", format)
        #expect(run.status == 0)
        #expect(run.output.contains(line))
        let head =
            "\(comment)Made by sysent from sys/kern/syscalls.master, table sys/kern, edition modular, MAXSYSCALL "
        #expect(run.output.hasPrefix(head))
        #expect(!run.output.contains("lkmnosys"))
        #expect(try sysent("list", "--sample", "--format", format).output == run.output)
    }

    @Test(
        "has the further names of numbers that syscall.h defines",
        arguments: [
            ("go", "\nconst SYS_SEEK = SYS_LSEEK\n"), ("rust", "\npub const SYS_seek: i32 = SYS_lseek;\n"),
            ("zig", "\n    pub const seek: @This() = .lseek;\n};\n"), ("syzlang-calls", "\nseek\n"),
        ]
    )
    func aliases(format: String, line: String) throws {
        try directory.writeSample()
        let configuration = try #require(SampleText.files["sys/kern/syscalls.conf"])
        try directory.write(
            "sys/kern/syscalls.conf", configuration + "syshdr_extra=\"#define SYS_seek SYS_lseek\"\n")
        #expect(try sysent("list", "--format", format).output.contains(line))
        #expect(try sysent("show", "SYS_seek").output.hasPrefix("lseek\n"))
        // The name goes with its call.
        #expect(try !sysent("list", "--format", format, "--loadable").output.contains("seek"))
    }

    @Test("of the 32-bit table has that table's prefix")
    func narrow() throws {
        let run = try sysent("list", "--sample", "--table", "freebsd32", "--format", "rust")
        #expect(run.output.contains("pub const FREEBSD32_SYS_freebsd32_lseek: i32 = 22;"))
    }
}
