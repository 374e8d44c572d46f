import Authoring
import Edits
import Findings
import Foundation
import SourceTree
import TestSupport
import Testing

@Suite("The places of a new call") struct AddPlacesTests {
    private let stage: AddStage

    init() throws {
        stage = try AddStage()
    }

    // MARK: Audit

    @Test("an event that there is is used again, and changes no list")
    func oldEvent() throws {
        let plan = try stage.plan { $0.audit = "AUE_OPEN" }
        #expect(stage.skip(plan, "audit-event") == "sys/bsm/audit_kevents.h has AUE_OPEN already")
        #expect(plan.commits[0].paragraphs.contains("lamp is audited as AUE_OPEN, an event that there is."))
    }

    @Test("a new event gets the next number of OpenBSM's range in all three lists, and a case")
    func newEvent() throws {
        let plan = try stage.plan("int lamp(int fd, pid_t pid)") { addition in
            addition.audit = "AUE_LAMP"
            addition.auditClasses = ["fr", "fw"]
        }
        let line = "#define\tAUE_LAMP\t43002\t/* Provisional number. */"
        #expect(stage.added(plan, "sys/bsm/audit_kevents.h").map { $0.replacing("\t\t", with: "\t") } == [line])
        #expect(stage.added(plan, "contrib/openbsm/sys/bsm/audit_kevents.h").count == 1)
        #expect(stage.added(plan, "contrib/openbsm/etc/audit_event") == ["43002:AUE_LAMP:lamp(2):fr,fw"])
        #expect(
            stage.added(plan, "sys/security/audit/audit_bsm.c") == [
                "\tcase AUE_LAMP:", "\t\tif (ARG_IS_VALID(kar, ARG_FD)) {", "\t\t\ttok = au_to_arg32(1, \"fd\",",
                "\t\t\t    ar->ar_arg_fd);", "\t\t\tkau_write(rec, tok);", "\t\t}", "\t\tPROCESS_PID_TOKENS(2);",
                "\t\tbreak;", "",
            ])
        let source = stage.added(plan, "sys/kern/kern_lamp.c")
        #expect(source.contains("\tAUDIT_ARG_FD(fd);") && source.contains("\tAUDIT_ARG_PID(pid);"))
        #expect(plan.summary.last?.contains("43002 is provisional: OpenBSM assigns it") == true)
    }

    @Test(
        "an event is asked for in its form, and for its classes",
        arguments: [
            ("lamp", [String](), "malformed-audit-event"), ("AUE_lamp", [], "malformed-audit-event"),
            ("AUE_", [], "malformed-audit-event"), ("AUE_LAMP", [], "missing-option"),
            ("AUE_LAMP", ["fx"], "unknown-audit-class"),
        ])
    func badEvent(event: String, classes: [String], rule: String) {
        let lines = stage.refusal("int lamp(void)") { addition in
            addition.audit = event
            addition.auditClasses = classes
        }
        #expect(lines.count == 1 && lines[0].hasSuffix("[\(rule)]"), "\(lines)")
    }

    // MARK: The header

    @Test("the declaration goes behind the visibility check of its header, in order")
    func header() throws {
        let plan = try stage.plan("int lamp(u_int oil, _In_ _Contains_long_ const struct lamp *lamp)")
        #expect(
            stage.added(plan, "include/unistd.h") == [
                "struct lamp;", "", "int\t lamp(unsigned int, const struct lamp *);",
            ])
        let text = String(
            decoding: try OverlayView(stage.view, edit: plan.edit).read(TreePath("include/unistd.h")), as: UTF8.self)
        #expect(text.contains("getrandom(void *, size_t, unsigned int);\nint\t lamp("))
    }

    @Test("a header without declarations gets a region of its own, which the kernel does not see")
    func bareHeader() throws {
        let plan = try stage.plan("off_t lamp(void)") { $0.header = .file("sys/capsicum.h") }
        #expect(
            stage.added(plan, "sys/sys/capsicum.h") == [
                "#include <sys/cdefs.h>", "", "#ifndef _KERNEL", "__BEGIN_DECLS", "off_t\tlamp(void);", "__END_DECLS",
                "#endif /* !_KERNEL */", "",
            ])
        #expect(plan.findings.rules == ["unknown-type"])
    }

    @Test("a call that does not return is declared as such")
    func dead() throws {
        let plan = try stage.plan("void lamp(int status)") { $0.kinds = ["STD", "NORETURN"] }
        #expect(stage.added(plan, "include/unistd.h") == ["void\t lamp(int) __dead2;"])
        #expect(stage.added(plan, "usr.bin/truss/syscalls.c").first?.contains(".ret_type = 0") == true)
    }

    @Test("a header that is not there is refused")
    func missingHeader() {
        let lines = stage.refusal("int lamp(void)") { $0.header = .file("lamp.h") }
        #expect(
            lines == [
                "nowhere: error: no header is included as <lamp.h>: there is neither include/lamp.h nor sys/lamp.h [missing-header]"
            ])
    }

    // MARK: The library

    @Test(
        "the symbol enters the version that is meant",
        arguments: [
            (Addition.Namespace.newest, "FBSD_1.8"), (.upstream, "FBSD_1.8"), (.downstream, "FBSDprivate_1.0"),
            (.named("FBSD_1.0"), "FBSD_1.0"),
        ])
    func namespace(namespace: Addition.Namespace, version: String) throws {
        let plan = try stage.plan { $0.namespace = namespace }
        let change = try #require(plan.edit.changes.first { $0.path.name == "Symbol.sys.map" })
        #expect(change.reasons.first?.contains("lamp enters \(version)") == true)
        #expect(stage.added(plan, "lib/libsys/Symbol.sys.map") == ["\tlamp;"])
    }

    @Test("a version that a later branch has is defined, and the private one stays last")
    func laterVersion() throws {
        let plan = try stage.plan { $0.namespace = .named("FBSD_1.9") }
        #expect(
            stage.added(plan, "lib/libc/Versions.def") == [
                "# This version was first added to a later branch.", "FBSD_1.9 {", "} FBSD_1.8;", "", "} FBSD_1.9;",
            ])
        #expect(stage.added(plan, "lib/libsys/Symbol.sys.map") == ["FBSD_1.9 {", "\tlamp;", "};", ""])
        #expect(
            stage.refusal("int lamp(void)") { $0.namespace = .named("LAMP_1.0") }.first?.hasSuffix(
                "[unknown-namespace]") == true)
    }

    @Test("in a system that is not FreeBSD the symbol is private, and a note says so")
    func foreignSystem() throws {
        var foreign = stage
        let path = TreePath("sys/conf/newvers.sh")
        let old = try stage.view.state(of: path)
        let new = FileState.file(Array("TYPE=\"Lamplight\"\nREVISION=\"1.0\"\n".utf8), .regular)
        foreign.view = OverlayView(
            stage.view,
            edit: TreeEdit(steps: [
                EditStep(title: "x", changes: [FileChange(path: path, expected: old, result: new, reasons: [])])
            ]))
        let plan = try foreign.plan()
        #expect(plan.findings.rules == ["private-namespace"])
        #expect(foreign.added(plan, "lib/libsys/lamp.2").contains("Lamplight 1.0."))
        #expect(try foreign.plan { $0.namespace = .upstream }.findings.isEmpty)
    }

    @Test("a plain wrapper is a function of libsys in front of __sys_lamp")
    func plainWrapper() throws {
        let plan = try stage.plan { $0.wrapper = .plain }
        #expect(stage.added(plan, "lib/libsys/Makefile.sys").contains("\tlamp.c"))
        #expect(stage.added(plan, "lib/libsys/lamp.c").contains("\treturn (__sys_lamp(fd, oil));"))
    }

    @Test("an interposable wrapper has a slot, whose number is the last one")
    func interposable() throws {
        let plan = try stage.plan { $0.wrapper = .interposable }
        #expect(stage.added(plan, "lib/libsys/interposing_table.c") == ["\tSLOT(lamp, __sys_lamp),"])
        #expect(stage.added(plan, "lib/libc/include/libc_private.h") == ["\tINTERPOS_lamp,"])
        #expect(stage.added(plan, "lib/libc/sys/Symbol.map").contains("\tlamp;"))
        #expect(stage.added(plan, "lib/libc/sys/lamp.c").contains("\treturn (INTERPOS_SYS(lamp, fd, oil));"))
        let text = try OverlayView(stage.view, edit: plan.edit).read(TreePath("lib/libc/include/libc_private.h"))
        #expect(String(decoding: text, as: UTF8.self).contains("\tINTERPOS_lamp,\n\tINTERPOS_MAX\n"))
    }

    // MARK: The manual

    @Test("the page has the date of the newest one, and mandoc has nothing against it")
    func manual() throws {
        let plan = try stage.plan(
            "ssize_t lamp(int fd, _In_z_ const char *path, _Out_writes_opt_(*size) char *x, _Inout_ size_t *size)"
        ) {
            $0.rights = ["fd": ["CAP_READ"]]
        }
        let page = stage.added(plan, "lib/libsys/lamp.2")
        #expect(page.contains(".Dd March 4, 2025") && page.contains(".Dt LAMP 2"))
        #expect(page.suffix(2) == ["system call first appeared in", ".Fx 15.1 ."])
        #expect(stage.added(plan, "lib/libsys/Makefile.sys") == ["\tjob_wait.2 \\", "\tlamp.2"])
        guard Commands.isInstalled("mandoc") else { return }
        let directory = try TemporaryDirectory()
        try directory.write("lamp.2", page.map { $0 + "\n" }.joined())
        let mandoc = Process()
        mandoc.executableURL = URL(filePath: "/usr/bin/env")
        mandoc.arguments = ["mandoc", "-T", "lint", directory.path("lamp.2")]
        try mandoc.run()
        mandoc.waitUntilExit()
        #expect(mandoc.terminationStatus == 0)
    }

    @Test("a call that another page documents gets a link to it, in order")
    func link() throws {
        let plan = try stage.plan { $0.page = "calls.2" }
        #expect(stage.added(plan, "lib/libsys/Makefile.sys") == ["\tcalls.2 lamp.2 \\"])
        #expect(stage.refusal("int lamp(void)") { $0.page = "lanterns.2" }.first?.hasSuffix("[missing-file]") == true)
    }

    // MARK: Tracing

    @Test("truss knows an argument by its type, of the types that this truss has")
    func truss() throws {
        let plan = try stage.plan(
            "int lamp(int dfd, _In_z_ const char *path, off_t where, uid_t uid, _Out_ struct stat *st, _Inout_ struct timeval *tv)"
        )
        #expect(
            stage.added(plan, "usr.bin/truss/syscalls.c") == [
                "\t{ .name = \"lamp\", .ret_type = 1, .nargs = 6,",
                "\t  .args = { { Atfd, 0 }, { Name | IN, 1 }, { QuadHex, 2 }, { UInt, 3 },",
                "\t\t    { Stat | OUT, 4 }, { Ptr | IN | OUT, 5 } } },",
            ])
    }

    // MARK: The kernel

    @Test("the functions go into a file that there is, which includes what they need")
    func source() throws {
        let plan = try stage.plan("int lamp(int fd)") { $0.source = TreePath("sys/vm/vm_calls.c") }
        let added = stage.added(plan, "sys/vm/vm_calls.c")
        #expect(
            added.contains("#include <sys/file.h>")
                && added.contains("sys_lamp(struct thread *td, struct lamp_args *uap)"))
        #expect(stage.skip(plan, "kernel-files") == "sys/vm/vm_calls.c was there before")
        #expect(stage.added(plan, "sys/sys/syscallsubr.h") == ["int\tkern_lamp(struct thread *td, int fd);"])
        #expect(
            stage.refusal("int lamp(void)") { $0.source = TreePath("lib/lamp.c") }.first?.hasSuffix("[no-place]")
                == true)
    }

    @Test("a new file is named in sys/conf/files, in order")
    func newSource() throws {
        #expect(stage.added(try stage.plan(), "sys/conf/files") == ["kern/kern_lamp.c\t\tstandard"])
    }

    @Test("32-bit programs get a handler of their own where an argument differs, and share the native one elsewhere")
    func narrow() throws {
        let plan = try stage.plan("int lamp(int fd, off_t where)")
        #expect(
            stage.added(plan, "sys/compat/freebsd32/freebsd32_misc.c").contains {
                $0.contains("PAIR32TO64(off_t, uap->where)")
            })
        #expect(plan.reasoning.contains { $0.hasPrefix("off_t where: ") })
        #expect(
            stage.skip(try stage.plan("int lamp(int fd)"), "freebsd32")?.hasPrefix("32-bit programs share sys_lamp")
                == true)
    }
}
