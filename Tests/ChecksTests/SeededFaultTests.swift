import Edits
import Findings
import Foundation
import SourceTree
import TestSupport
import Testing

@testable import Checks

/// One fault in a clean tree: the rule that is responsible finds it, at its place.
@Suite("A seeded fault") struct SeededFaultTests {
    static let master = "sys/kern/syscalls.master"

    private static let band = "2\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
    private static let map = "lib/libsys/Symbol.sys.map"
    private static let pages = "lib/libsys/Makefile.sys"
    private static let truss = "usr.bin/truss/syscalls.c"
    private static let sysent = "sys/kern/init_sysent.c"
    private static let narrowSysent = "sys/compat/freebsd32/freebsd32_sysent.c"
    private static let narrow = "sys/compat/freebsd32/syscalls.conf"

    /// What is wrong with the rows, their numbers and their order.
    static let rows = [
        Fault(master, "3\tAUE", "4\tAUE", "\(master):13 [number-gap]"),
        Fault(master, "3\tAUE", "2\tAUE", "\(master):13 [duplicate-number]"),
        Fault(
            master, band, "", "\(master):12 [number-gap]"),
        Fault(master, "STD|CAPENABLED", "STD|CAPENABELD", "\(master):6 [unknown-kind]"),
        Fault(master, "int walk(", "int bell(", "\(master):13 [duplicate-name]"),
        Fault(master, "off_t steps", "off_t fd", "\(master):16 [duplicate-argument]"),
        Fault(master, "off_t steps", "steps", "\(master):16 [malformed-argument]"),
        Fault(master, "\t}\n2", "2", "\(master):6 [unterminated-entry]"),
        Fault(master, "AUE_WALK", "AUE_WALKS", regenerated: true, "\(master):13 [unknown-audit-event]"),
        Fault(master, "AUE_WALK", "AUE_NULL", regenerated: true, "\(master):13 [missing-audit-event]"),
        Fault(master, "NODEF|NOTSTATIC", "NODEF", regenerated: true, "\(master):12 [static-slot]"),
        Fault(
            master, band, "#ifdef A\n\(band)#endif\n", "\(master):14 [unequal-arms]"),
    ]

    /// What is wrong with arguments.
    static let arguments = [
        Fault(master, "u_int oil", "unsigned int oil", regenerated: true, "\(master):3 [unsigned-int]"),
        Fault(master, "u_int oil", "unsigned long oil", regenerated: true, "\(master):3 [unsigned-int]"),
        Fault(
            master, "off_t steps", "uint64_t steps", regenerated: true, "\(master):16 [wide-argument]"),
        Fault(master, "_In_z_ const", "const", regenerated: true, "\(master):8 [pointer-annotation]"),
        Fault(master, "_Contains_long_ ", "", regenerated: true, "\(master):9 [contains-annotation]"),
        Fault(
            master, "_Contains_long_", "_Contains_ptr_", regenerated: true, "\(master):9 [contains-annotation]",
            "\(master):9 [contains-annotation]"),
        Fault("sys/sys/echo.h", "long delay", "int delay", "\(master):9 [contains-annotation]"),
        Fault(
            master, "int fd,\n", "int fd,\n\t\t    off_t a,\n\t\t    off_t b,\n\t\t    off_t c,\n", regenerated: true,
            "\(master):13 [argument-words]"),
        Fault(narrow, "abi_func", "unimpl=\"lamb\"\nabi_func", "\(narrow):7 [stale-exception]"),
        Fault(
            narrow, "abi_func", "syscall_no_abi_change=\"bell lamb\"\nabi_func", regenerated: true,
            "\(narrow):7 [stale-exception]"),
    ]

    /// What is wrong with companions.
    static let companions = [
        Fault("sys/sys/syscall.h", "SYS_bell\t1", "SYS_bell\t3", "sys/sys/syscall.h:8 [header-number]"),
        Fault("sys/sys/syscall.h", "#define\tSYS_bell\t1\n", "", "sys/sys/syscall.h:0 [header-number]"),
        Fault("sys/sys/syscall.h", "MAXSYSCALL\t4", "MAXSYSCALL\t5", "sys/sys/syscall.h:10 [header-number]"),
        Fault(
            "sys/sys/syscall.h", "SYS_bell\t", "SYS_ball\t", "sys/sys/syscall.h:0 [header-number]",
            "sys/sys/syscall.h:8 [header-number]"),
        Fault(
            "sys/compat/freebsd32/freebsd32_syscall.h", "MAXSYSCALL\t4", "MAXSYSCALL\t3",
            "sys/compat/freebsd32/freebsd32_syscall.h:10 [header-number]"),
        Fault(sysent, "sys_bell", "sys_lamp", "\(sysent):67 [stale-companion]"),
        Fault(sysent, "SYF_CAPENABLED", "0", "\(sysent):67 [stale-companion]"),
        Fault(narrowSysent, "freebsd32_walk", "sys_walk", "\(narrowSysent):69 [stale-companion]"),
        Fault("sys/sys/sysproto.h", "off_t steps;", "int steps;", "sys/sys/sysproto.h:45 [stale-companion]"),
        Fault("sys/kern/syscalls.c", "\"bell\"", "\"ball\"", "sys/kern/syscalls.c:9 [stale-companion]"),
        Fault("sys/kern/systrace_args.c", "p->steps", "p->fd", "sys/kern/systrace_args.c:39 [stale-companion]"),
        Fault("lib/libsys/syscalls.map", "\t_bell;\n", "", "lib/libsys/syscalls.map:10 [stale-companion]"),
    ]

    /// What is wrong with the other places of a call.
    static let places = [
        Fault("sys/kern/calls.c", "sys_lamp(struct", "sys_lamb(struct", "\(master):1 [missing-handler]"),
        Fault("sys/compat/freebsd32/calls.c", "freebsd32_walk", "walk", "\(master):13 [missing-handler]"),
        Fault("sys/vm/walk.c", "td)\n{", "td);\n", "\(master):13 [missing-handler]"),
        Fault("sys/vm/walk.c", "struct thread *td", "int fd", "\(master):13 [missing-handler]"),
        Fault(map, "\tlamp;\n", "", "\(master):1 [missing-symbol]"),
        Fault(map, "walk;", "walk;\n\tbell;", "\(map):9 [duplicate-symbol]"),
        Fault(map, "\tbell;", "\tbell;\n\tbell;", "\(map):5 [duplicate-symbol]"),
        Fault(map, "walk;", "walk;\n\t_bell;", "\(map):9 [duplicate-symbol]"),
        Fault(map, "walk;", "walk;\n\twalks;", "\(map):9 [stale-symbol]"),
        Fault(map, "FBSD_1.1", "FBSD_1.2", "\(map):7 [symbol-version]"),
        Fault(
            map, "\tbell;\n};", "};\n\nFBSDprivate_1.0 {\n\tbell;\n};", "\(map):6 [symbol-version]",
            "\(map):7 [symbol-namespace]"),
        Fault(
            map, "bell;\n};\n\nFBSD_1.1 {\n\twalk;", "walk;\n};\n\nFBSD_1.1 {\n\tbell;",
            "\(map):4 [symbol-namespace]"),
        Fault(
            map, "lamp;\n\tbell;\n};\n\nFBSD_1.1 {\n\twalk;", "bell;\n};\n\nFBSD_1.1 {\n\tlamp;\n\twalk;",
            "\(map):7 [symbol-namespace]"),
        Fault(map, "\tbell;", "\tball;", "\(master):6 [missing-symbol]"),
        Fault("lib/libc/Versions.def", "FBSD_1.1 {\n} FBSD_1.0;\n", "", "\(map):7 [symbol-version]"),
        Fault(pages, " walk.2", "", "\(pages):3 [manual-link]", "\(master):13 [missing-manual]"),
        Fault(pages, "MLINKS+=lamp.2 walk.2\n", "", "\(master):13 [missing-manual]"),
        Fault(pages, "\tlamp.2\n", "\n", "\(pages):3 [manual-link]", "lib/libsys/lamp.2:1 [manual-link]"),
        Fault(pages, "MLINKS+=lamp.2", "MLINKS+=lamps.2", "\(pages):3 [manual-link]"),
        Fault(pages, "MAN+=\t", "MAN+=\ttone.2 ", "\(pages):1 [manual-link]"),
        Fault("include/house.h", "walk ", "walks ", "\(master):13 [missing-declaration]"),
        Fault(truss, "\"bell\"", "\"ball\"", "\(master):6 [missing-truss]", "\(truss):2 [stale-truss]"),
        Fault(truss, ".nargs = 1, .args = { { Hex, 0 } }", ".nargs = 0", "\(truss):1 [truss-arguments]"),
        Fault(truss, ".nargs = 1", ".nargs = 2", "\(truss):1 [truss-arguments]"),
        Fault(truss, ".args = { { Hex, 0 } }", ".args = { }", "\(truss):1 [truss-arguments]"),
        Fault(truss, "{ Ptr | OUT, 1 }", "{ Ptr | OUT, 2 }", "\(truss):3 [truss-arguments]"),
        Fault(truss, "{ Ptr | OUT, 1 }", "{ Ptr | OUT, 0 }", "\(truss):3 [truss-arguments]"),
        Fault(truss, "QuadHex", "Int", "\(truss):4 [truss-arguments]"),
        Fault(truss, "{ Hex, 0 }", "{ Quad, 0 }", "\(truss):1 [truss-arguments]"),
        Fault("sys/security/audit/audit_bsm.c", "\tcase AUE_BELL:\n", "", "\(master):6 [missing-audit-record]"),
        Fault("contrib/openbsm/etc/audit_event", "2:AUE", "#:AUE", "\(master):6 [unlisted-audit-event]"),
        Fault("contrib/openbsm/sys/bsm/audit_kevents.h", "BELL", "BALL", "\(master):6 [unlisted-audit-event]"),
    ]

    /// What is wrong in trees up to FreeBSD 14.
    static let older = [
        Fault("sys/kern/capabilities.conf", "bell", "ball", "sys/kern/capabilities.conf:2 [stale-capability]"),
        Fault(
            "sys/kern/capabilities.conf", "bell\n", "bell\nbell\n", "sys/kern/capabilities.conf:3 [unsorted-capability]"
        ),
        Fault(privateMap, "\t_lamp;\n", "", "\(privateMap):14 [private-symbol]"),
        Fault(privateMap, "\t__sys_lamp;\n", "", "\(privateMap):14 [private-symbol]"),
        Fault(privateMap, "\t_walk;\n\t__sys_walk;\n", "", "\(privateMap):10 [missing-private-symbol]"),
        Fault(privateMap, "\t_walk;\n", "\t_walk;\n\t_walk;\n", "\(privateMap):17 [duplicate-symbol]"),
        Fault(privateMap, "\twalk;\n", "\twalk;\n\tsetjmp;\n", "\(privateMap):8 [duplicate-symbol]"),
        Fault(privateMap, "\t__sys_flamp;\n", "\t__sys_flame;\n", "\(privateMap):11 [stale-symbol]"),
        Fault("lib/libc/toy/Symbol.map", "setjmp", "walk", "\(privateMap):7 [duplicate-symbol]"),
        Fault("lib/libc/sys/Makefile.inc", " walk.2", " walked.2", "\(master):13 [missing-manual]"),
        Fault(
            "sys/compat/freebsd32/freebsd32_sysent.c", "freebsd32_walk", "sys_walk",
            "sys/compat/freebsd32/freebsd32_sysent.c:16 [stale-companion]"),
    ]

    private static let privateMap = "lib/libc/sys/Symbol.map"

    @Test("leaves nothing to say before it is sown")
    func clean() throws {
        let report = try check(CleanTree.complete)
        #expect(report.results.map(\.finding.line) == [])
        #expect(!report.isIncomplete)
        #expect(report.timings.map(\.rule).contains("missing-handler"))
    }

    @Test("is found at its place", arguments: rows + arguments + companions + places)
    func found(fault: Fault) throws {
        let tree = CleanTree.with(fault.path, fault.old, fault.new, regenerated: fault.regenerated)
        #expect(tree[fault.path] != CleanTree.complete[fault.path])
        let causes = try check(tree).causes
        #expect(causes == fault.found)
    }

    @Test("is found at its place in an older tree", arguments: older)
    func foundInOlder(fault: Fault) throws {
        let tree = OlderTree.with(fault)
        #expect(tree[fault.path] != OlderTree.complete[fault.path])
        let causes = try check(tree, as: OlderTree.generator).causes
        #expect(causes == fault.found)
    }

    @Test("leaves nothing to say before it is sown into an older tree")
    func cleanOlder() throws {
        let lines = try check(OlderTree.complete, as: OlderTree.generator).results.map(\.finding.line)
        #expect(lines == [])
    }

    @Test("in the master leaves its companions stale")
    func stale() throws {
        let report = try check(CleanTree.with("sys/kern/syscalls.master", "NODEF|NOTSTATIC", "NODEF"))
        #expect(report.causes == ["\(Self.master):12 [static-slot]"])
        #expect(report.consequences.allSatisfy { $0.hasSuffix("[stale-companion] <- static-slot") })
        #expect(report.consequences.count == 2)
    }

    @Test("in the numbers is what wrong headers follow from")
    func gap() throws {
        let report = try check(CleanTree.with("sys/kern/syscalls.master", "3\tAUE", "4\tAUE"))
        #expect(report.causes == ["\(Self.master):13 [number-gap]"])
        #expect(
            Set(report.consequences.map { String($0.suffix(27)) }) == [
                "[header-number] <- number-gap".suffix(27).description
            ])
    }

    @Test("in a header takes the stale companion along")
    func header() throws {
        let report = try check(CleanTree.with("sys/sys/syscall.h", "SYS_bell\t1", "SYS_bell\t3"))
        #expect(report.consequences == ["sys/sys/syscall.h:8 [stale-companion] <- header-number"])
        #expect(report.open.first { $0.cause != nil }?.finding.notes.last?.message.contains("[header-number]") == true)
    }

    @Test("of a 32-bit master that ends early is found")
    func short() throws {
        let own = CleanTree.master.components(before: "3\tAUE")
        let tree = CleanTree.complete
            .with("sys/compat/freebsd32/Makefile", ".include \"../../conf/sysent.mk\"\n")
            .with("sys/compat/freebsd32/syscalls.master", own)
        let report = try check(CleanTree.regenerated(tree))
        #expect(report.causes == ["sys/compat/freebsd32/syscalls.master:12 [short-table]"])
        // Companions of the master as it was follow from what it lost.
        let stale = try check(tree)
        #expect(stale.causes == report.causes)
        #expect(stale.consequences.contains { $0.hasSuffix("[header-number] <- short-table") })
    }

    @Test("is no call of a downstream that stays out of the versions of FreeBSD")
    func downstream() throws {
        let map = "lib/libsys/Symbol.sys.map"
        let text = try #require(CleanTree.complete[map])
        let tree = CleanTree.complete.with(
            map, text.replacing("\twalk;\n", with: "") + "\nFBSDprivate_1.0 {\n\twalk;\n};\n")
        #expect(try check(tree).causes.contains { $0.hasSuffix("[symbol-namespace]") })
        let named = { (type: String) in
            tree.with("sys/conf/newvers.sh", "TYPE=\"\(type)\"\nREVISION=\"15.1\"\n")
        }
        #expect(try check(named("FreeBSD")).causes.contains { $0.hasSuffix("[symbol-namespace]") })
        #expect(try !check(named("LampOS")).causes.contains { $0.hasSuffix("[symbol-namespace]") })
    }

    @Test("of a call that syzkaller does not describe is found")
    func syzkaller() throws {
        let descriptions = TableTree(["sys/freebsd/a.txt": "lamp(oil int32)\nwalk$far(fd fd)\n# bell(x)\n"])
        let report = try check(CleanTree.complete, syzkaller: descriptions)
        #expect(report.causes == ["\(Self.master):6 [missing-syzkaller]"])
        let alias = "syshdr_extra=\"#define SYS_light SYS_lamp\"\n"
        let configuration = try #require(CleanTree.complete["sys/kern/syscalls.conf"])
        let renamed = CleanTree.regenerated(CleanTree.complete.with("sys/kern/syscalls.conf", configuration + alias))
        let old = TableTree(["sys/freebsd/a.txt": "light(oil int32)\nwalk(fd fd)\n"])
        #expect(try check(renamed, syzkaller: old).causes == ["\(Self.master):6 [missing-syzkaller]"])
        let empty = try check(CleanTree.complete, syzkaller: TableTree())
        #expect(empty.isIncomplete)
    }

    @Test("in a tree without most of sys/ is not looked for, and a note says so")
    func partial() throws {
        let report = try check(CleanTree.complete.with("sys/vm/walk.c", nil))
        #expect(report.open.map(\.finding.severity) == [.note])
        #expect(report.open.map(\.finding.rule) == ["missing-handler"])
    }
}

extension String {
    fileprivate func components(before text: String) -> String {
        range(of: text).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
