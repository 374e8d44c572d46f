import Authoring
import Checks
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@Suite("Superseding an interface") struct SupersedeTests {
    private var stage: SupersedeStage

    init() throws {
        stage = try SupersedeStage()
    }

    @Test("leaves the old call its number, as one of the last release that shipped it, and gives the new one another")
    func rows() throws {
        let plan = try stage.plan()
        let rows = stage.changed(plan, "sys/kern/syscalls.master")
        #expect(rows.prefix(2) == ["-22\tAUE_SEEK\tSTD|CAPENABLED {", "+22\tAUE_SEEK\tCOMPAT14|CAPENABLED {"])
        #expect(
            rows.suffix(6) == [
                "+28\tAUE_SEEK\tSTD|CAPENABLED {", "+\t\toff_t lseek(", "+\t\t    int fd,", "+\t\t    off_t offset,",
                "+\t\t    int whence,", "+\t\t    u_int flags",
            ])
        #expect(
            plan.summary.first
                == "Give lseek a new interface with number 28; 22 stays the old one, as COMPAT14: the last release that "
                + "shipped it is 14, as 15.0-CURRENT is ahead of 15.0 (sys/conf/newvers.sh:3).")
        #expect(plan.subject == "kern: supersede the interface of lseek")
    }

    @Test("keeps the functions of the old call, native and for 32-bit programs, under the option")
    func handlers() throws {
        let plan = try stage.plan()
        #expect(
            stage.changed(plan, "sys/vm/vm_calls.c") == [
                "+#ifdef COMPAT_FREEBSD14", "-sys_lseek(struct thread *td, struct lseek_args *uap)",
                "+freebsd14_lseek(struct thread *td, struct freebsd14_lseek_args *uap)",
                "+#endif /* COMPAT_FREEBSD14 */",
            ])
        let narrow = stage.changed(plan, "sys/compat/freebsd32/freebsd32_misc.c")
        #expect(narrow.contains("+freebsd14_freebsd32_lseek(struct thread *td,"))
        #expect(narrow.contains("+    struct freebsd14_freebsd32_lseek_args *uap)"))
        #expect(narrow.contains("+freebsd32_lseek(struct thread *td, struct freebsd32_lseek_args *uap)"))
    }

    @Test("lets old programs find the old stub by its version, and new ones the new stub alone")
    func symbols() throws {
        let plan = try stage.plan()
        #expect(
            stage.changed(plan, "lib/libc/include/compat.h") == [
                "+__sym_compat(lseek, freebsd14_lseek, FBSD_1.0);", "+",
            ])
        #expect(stage.changed(plan, "lib/libsys/Symbol.sys.map") == ["-\tlseek;", "+\tlseek;"])
        #expect(
            stage.changed(plan, "include/unistd.h") == [
                "-off_t\t lseek(int, off_t, int);", "+off_t\t lseek(int, off_t, int, unsigned int);",
            ])
        #expect(
            stage.changed(plan, "usr.bin/truss/syscalls.c").contains(
                "+\t{ .name = \"compat14.lseek\", .ret_type = 2, .nargs = 3,"))
    }

    @Test("declares the new interface where the old one was seen: behind the same check, or behind none")
    func visibility() throws {
        var stage = stage
        let reason = { (stage: SupersedeStage) in
            try stage.plan().edit.changes.first { $0.path == TreePath("include/unistd.h") }?.reasons.last ?? ""
        }
        #expect(try reason(stage).hasSuffix("programs see lseek"))
        let header = try PackageFiles.text("Sample/include/unistd.h")
        stage.files["include/unistd.h"] = header.replacing(
            "off_t\t lseek(int, off_t, int);\n",
            with: "#if __POSIX_VISIBLE >= 200809\noff_t\t lseek(int, off_t, int);\n#endif\n")
        #expect(try reason(stage).hasSuffix("programs see lseek where __POSIX_VISIBLE >= 200809 holds"))
    }

    @Test("takes a step of __FreeBSD_version, and tells in UPDATING what forward compatibility lacks")
    func version() throws {
        let plan = try stage.plan()
        #expect(
            stage.changed(plan, "sys/sys/param.h") == [
                "-#define __FreeBSD_version 1500068\t/* Step by step. */",
                "+#define __FreeBSD_version 1500069\t/* Step by step. */",
            ])
        let entry = stage.changed(plan, "UPDATING").joined(separator: "\n")
        #expect(entry.contains("20250301:"))
        #expect(entry.contains("Forward\n+\tcompatibility is incomplete"))
        #expect(entry.contains("1500069"))
    }

    @Test("leaves a tree against which check has nothing to say, of itself and as a change")
    func checked() throws {
        for isForward in [false, true] {
            let plan = try stage.plan { $0.isForwardCompatible = isForward }
            let before = try TreeTables.load(stage.view)
            let after = try TreeTables.load(OverlayView(stage.view, edit: plan.edit))
            #expect(try after.regeneration().changes.map(\.path.string) == [])
            let lines = { (report: CheckReport) in
                report.results.filter { $0.suppression == nil && $0.finding.severity != .note }.map(\.finding.line)
            }
            let known = Set(lines(CheckRun().report(on: CheckedTree(before))))
            let found = lines(CheckRun().report(on: CheckedTree(after, base: before)))
            #expect(found.filter { !known.contains($0) } == [])
            let review = try CallReview.make("lseek", in: after)
            #expect(review.findings.lines == [])
        }
    }

    @Test("adds the level and its option where the tree has neither, and to the kernels that have the one before")
    func newLevel() throws {
        var stage = stage
        stage.files["sys/sys/param.h"] = "#define __FreeBSD_version 1501502\n"
        stage.files["sys/tools/syscalls/main.lua"] = "-- The program.\n"
        stage.files["sys/tools/syscalls/config.lua"] = """
            local compat_option_sets = {
            \tnative = {
            \t\t{
            \t\t\tdefinition = "COMPAT_43",
            \t\t\tcompatlevel = 3,
            \t\t\tflag = "COMPAT",
            \t\t\tprefix = "o",
            \t\t\tdescr = "old",
            \t\t},
            \t\t{ stdcompat = "FREEBSD11" },
            \t\t{ stdcompat = "FREEBSD14" },
            \t},
            }

            """
        let plan = try stage.plan()
        #expect(
            stage.changed(plan, "sys/tools/syscalls/config.lua") == ["+\t\t{ stdcompat = \"FREEBSD15\" },"])
        #expect(stage.changed(plan, "sys/conf/options") == ["+COMPAT_FREEBSD15\topt_global.h"])
        #expect(
            stage.changed(plan, "sys/amd64/conf/GENERIC") == [
                "+options \tCOMPAT_FREEBSD15\t# Compatible with FreeBSD15"
            ])
        #expect(stage.changed(plan, "sys/amd64/conf/TINY") == [])
        #expect(
            stage.changed(plan, "sys/conf/NOTES").contains("+options \tCOMPAT_FREEBSD15"))
        #expect(
            stage.changed(plan, "sys/kern/kern_mib.c").contains(
                "+FEATURE(compat_freebsd15, \"Compatible with FreeBSD 15\");"))
        #expect(
            stage.changed(plan, "sys/kern/init_sysent.c").contains { $0.contains("compat15(AS(freebsd15_lseek_args)") })
        let after = try TreeTables.load(OverlayView(stage.view, edit: plan.edit))
        #expect(try after.regeneration().changes.map(\.path.string) == [])
    }

    @Test(
        "derives the release that shipped the old interface from what the tree says about itself",
        arguments: [
            ("1500068", "15.0", "CURRENT", "14, as 15.0-CURRENT is ahead of 15.0"),
            ("1400097", "14.0", "RELEASE-p3", "14, as this is 14.0-RELEASE-p3"),
            ("1400500", "14.0", "STABLE", "14, as __FreeBSD_version 1400500 comes after 14.0"),
            ("1402000", "0.1", "CURRENT", "14, as __FreeBSD_version 1402000 comes after 14.0"),
            ("1400000", "0.1", "CURRENT", "--compat-level NUMBER; __FreeBSD_version 1400000 may be ahead"),
        ])
    func level(version: String, revision: String, branch: String, expected: String) {
        var stage = stage
        stage.files["sys/sys/param.h"] = "#define __FreeBSD_version \(version)\n"
        stage.files["sys/conf/newvers.sh"] =
            "TYPE=\"FreeBSD\"\nREVISION=\"\(revision)\"\nBRANCH=\"\(branch)\"\n"
        #expect(stage.refusal().joined().contains(expected), "\(stage.refusal())")
    }

    @Test("takes the level that is asked for")
    func askedLevel() throws {
        let plan = try stage.plan { $0.level = 13 }
        #expect(stage.changed(plan, "sys/kern/syscalls.master").contains("+22\tAUE_SEEK\tCOMPAT13|CAPENABLED {"))
        #expect(plan.summary.first?.hasSuffix("is 13, which was asked for.") == true)
    }

    @Test("falls back on the old interface in the library, as far as that does what is asked for")
    func forward() throws {
        let plan = try stage.plan { $0.isForwardCompatible = true }
        #expect(
            stage.changed(plan, "lib/libsys/lseek.c").suffix(14)
                == [
                    "+off_t", "+lseek(int fd, off_t offset, int whence, unsigned int flags)", "+{", "+",
                    "+\tif (__getosreldate() >= 1500069)", "+\t\treturn (__sys_lseek(fd, offset, whence, flags));",
                    "+\t/* An older kernel has the old interface alone. */", "+\tif (flags != 0) {",
                    "+\t\terrno = ENOSYS;", "+\t\treturn (-1);", "+\t}",
                    "+\treturn ((off_t)__syscall((quad_t)SYS_freebsd14_lseek, fd, offset,", "+\t    whence));", "+}",
                ])
        #expect(plan.findings.rules.contains("incomplete-forward-compatibility"))
        #expect(plan.summary.contains { $0.contains("bootstrap-tools") })
        let other = try stage.plan("int lseek(int fd, id_t where)") { $0.isForwardCompatible = true }
        #expect(
            stage.changed(other, "lib/libsys/lseek.c").suffix(3) == ["+\terrno = ENOSYS;", "+\treturn (-1);", "+}"])
    }

    @Test("refuses what it cannot keep, with the reason")
    func refusals() throws {
        var stage = stage
        #expect(
            stage.refusal("int moon(void)", of: "moon") == ["nowhere: error: there is no call 'moon' [unknown-call]"])
        #expect(stage.refusal("int mapper(void)", of: "mapper").first?.contains("[unsupported-kind]") == true)
        #expect(stage.refusal("int close(int fd, int how)", of: "close").first?.contains("[old-wrapper]") == true)
        #expect(
            stage.refusal("ssize_t getrandom(int how)", of: "getrandom").first?.contains("[symbol-version-taken]")
                == true)
        #expect(stage.refusal { $0.level = 3 }.first?.contains("expected a major release") == true)
        stage.files["sys/kern/other.c"] = "int\nother(void)\n{\n\treturn (sys_lseek(NULL, NULL));\n}\n"
        #expect(
            stage.refusal() == [
                "sys/kern/other.c:4:1: error: sys_lseek is used here, and will be there with COMPAT_FREEBSD14 alone "
                    + "[other-caller]"
            ])
    }

    @Test("is recorded with every decision, so that it can be done again")
    func trailer() throws {
        let supersession = try SupersedeStage.supersession { supersession in
            supersession.level = 14
            supersession.isForwardCompatible = true
            supersession.addition.kernelFunction = "kern_seek"
        }
        let intent = Intent.supersede(supersession)
        #expect(intent.trailer.hasPrefix("supersede old=lseek level=14 forward=yes prototype="))
        #expect(Intent(trailer: intent.trailer) == intent)
        #expect(Intent(trailer: "supersede old=lseek") == nil)
    }
}
