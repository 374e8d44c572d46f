import Foundation
import TestSupport
import Testing

@Suite("sysent widen") struct WidenTests {
    let sandbox: GitSandbox
    let sysent: Program

    init() throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", SampleText.files)
        sysent = Program(directory: sandbox.root, environment: sandbox.environment)
    }

    private func fingerprint() throws -> [String] { try sandbox.fingerprint("src") }

    @Test("shows a plan and a diff, and writes nothing")
    func plan() throws {
        let before = try fingerprint()
        let run = try sysent("widen", "--slots", "2", "--tree", "src")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix("Add 2 slots for loadable system calls, 28-29; it follows the last system call.\n"))
        #expect(run.output.contains("\n+28\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n+29\t"))
        #expect(try fingerprint() == before)
    }

    @Test("--in-place writes every table, and narrow --in-place takes it back to the byte")
    func inPlaceAndBack() throws {
        #expect(try sysent("widen", "--slots", "2", "--tree", "src", "--in-place").status == 0)
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
        for header in ["src/sys/sys/syscall.h", "src/sys/compat/freebsd32/freebsd32_syscall.h"] {
            #expect(String(decoding: try sandbox.read(header), as: UTF8.self).contains("MAXSYSCALL\t30\n"))
        }
        #expect(try sysent("narrow", "--tree", "src", "--in-place").status == 0)
        for (path, text) in SampleText.files {
            #expect(String(decoding: try sandbox.read("src/" + path), as: UTF8.self) == text, "\(path)")
        }
    }

    @Test("--patches writes a patch that git am takes, and leaves the repository bit for bit as it was")
    func patches() throws {
        let before = try fingerprint()
        let run = try sysent("widen", "--slots", "48", "--tree", "src", "--patches", "patches")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try fingerprint() == before)
        let name = "0001-kern-add-48-slots-for-loadable-system-calls.patch"
        #expect(String(decoding: try sandbox.read("patches/series"), as: UTF8.self) == name + "\n")
        let patch = String(decoding: try sandbox.read("patches/" + name), as: UTF8.self)
        #expect(patch.contains("\nSysent-Intent: widen slots=48 at=tail\n"))
        #expect(patch.contains("\nbase-commit: "))
        try sandbox.git("src", "apply", "--check", "../patches/" + name)
        try sandbox.git("src", "am", "-q", "../patches/" + name)
        #expect(try sysent("generate", "--check", "--tree", "src").status == 0)
    }

    @Test("--master-only leaves the companions out of the patch")
    func masterOnly() throws {
        #expect(try sysent("widen", "--slots", "4", "--tree", "src", "--patches", "p", "--master-only").status == 0)
        let patch = String(
            decoding: try sandbox.read("p/0001-kern-add-4-slots-for-loadable-system-calls.patch"), as: UTF8.self)
        #expect(patch.split(separator: "\n").filter { $0.hasPrefix("diff --git") }.count == 1)
    }

    @Test("computes the second patch on the first one, from a checkout without it")
    func onSeries() throws {
        #expect(try sysent("widen", "--slots", "4", "--tree", "src", "--patches", "p").status == 0)
        let again = try sysent("widen", "--slots", "4", "--tree", "src", "--patches", "p")
        #expect(again.status == 2)
        #expect(again.errors.contains("error: this table has been widened already: 4 slots, 28-31 [already-widened]"))
        let narrow = try sysent("narrow", "--tree", "src", "--patches", "p")
        #expect(narrow.status == 0, "\(narrow.errors)")
        #expect(try sandbox.names(in: "p").count == 3)
    }

    @Test("refuses a patch when a file that it is made from differs from the base")
    func modifiedInput() throws {
        try sandbox.write("src/sys/kern/syscalls.master", SampleText.master + "; a remark\n")
        let run = try sysent("widen", "--slots", "4", "--tree", "src", "--patches", "p")
        #expect(run.status == 2)
        #expect(
            run.errors.hasPrefix("src/sys/kern/syscalls.master:1:1: error: the file differs from the base of the patch")
        )
        #expect(!FileManager.default.fileExists(atPath: sandbox.root + "/p"))
        #expect(try sysent("widen", "--slots", "4", "--tree", "src", "--onto", "HEAD", "--patches", "p").status == 0)
    }

    @Test("gives the same bytes whatever the time, the place and the locale")
    func reproducible() throws {
        var other = sysent
        other.environment["TZ"] = "Asia/Tokyo"
        other.environment["LANG"] = "tr_TR.UTF-8"
        for (program, directory) in [(sysent, "p"), (other, "q")] {
            #expect(try program("widen", "--slots", "4", "--tree", "src", "--patches", directory).status == 0)
        }
        let name = "0001-kern-add-4-slots-for-loadable-system-calls.patch"
        #expect(try sandbox.read("p/" + name) == sandbox.read("q/" + name))
    }

    @Test("refuses a place that is taken, and says by whom")
    func collision() throws {
        let run = try sysent("widen", "--slots", "4", "--at", "25", "--tree", "src")
        #expect(run.status == 2)
        #expect(run.errors.contains("a band at 25 would collide with number 25, job_cancel [band-collides]"))
    }
}
