import Edits
import Findings
import Foundation
import SourceTree
import TestSupport
import Testing

@testable import Checks

/// One fault in a clean tree: the rule that is responsible finds it, at its place.
@Suite("A seeded fault") struct SeededFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let path: String
        let old: String
        let new: String
        let regenerated: Bool
        let found: [String]
        var testDescription: String { "\(path): \(found)" }

        init(_ path: String, _ old: String, _ new: String, regenerated: Bool = false, _ found: String...) {
            self.path = path
            self.old = old
            self.new = new
            self.regenerated = regenerated
            self.found = found
        }
    }

    static let master = "sys/kern/syscalls.master"

    static let faults = [
        Fault("sys/sys/syscall.h", "SYS_bell\t1", "SYS_bell\t3", "sys/sys/syscall.h:8 [header-number]"),
        Fault("sys/sys/syscall.h", "#define\tSYS_bell\t1\n", "", "sys/sys/syscall.h:0 [header-number]"),
        Fault("sys/sys/syscall.h", "MAXSYSCALL\t4", "MAXSYSCALL\t5", "sys/sys/syscall.h:10 [header-number]"),
        Fault("sys/kern/init_sysent.c", "sys_bell", "sys_lamp", "sys/kern/init_sysent.c:67 [stale-companion]"),
        Fault(
            "sys/compat/freebsd32/freebsd32_sysent.c", "freebsd32_walk", "sys_walk",
            "sys/compat/freebsd32/freebsd32_sysent.c:69 [stale-companion]"),
        Fault(master, "NODEF|NOTSTATIC", "NODEF", regenerated: true, "\(master):12 [static-slot]"),
        Fault(master, "u_int oil", "unsigned int oil", regenerated: true, "\(master):3 [unsigned-int]"),
        Fault(master, "u_int oil", "unsigned long oil", regenerated: true, "\(master):3 [unsigned-int]"),
        Fault(master, "_In_z_ const", "const", regenerated: true, "\(master):8 [pointer-annotation]"),
        Fault(
            master, "int fd,\n", "int fd,\n\t\t    off_t a,\n\t\t    off_t b,\n\t\t    off_t c,\n", regenerated: true,
            "\(master):13 [argument-words]"),
        Fault(
            "sys/compat/freebsd32/syscalls.conf", "abi_func", "unimpl=\"lamb\"\nabi_func",
            "sys/compat/freebsd32/syscalls.conf:7 [stale-exception]"),
        Fault("sys/kern/calls.c", "sys_lamp(struct", "sys_lamb(struct", "\(master):1 [missing-handler]"),
        Fault("sys/compat/freebsd32/calls.c", "freebsd32_walk", "walk", "\(master):13 [missing-handler]"),
        Fault("sys/vm/walk.c", "td)\n{", "td);\n", "\(master):13 [missing-handler]"),
        Fault("lib/libsys/Symbol.sys.map", "\tlamp;\n", "", "\(master):1 [missing-symbol]"),
        Fault("lib/libsys/Symbol.sys.map", "walk;", "walk;\n\tbell;", "lib/libsys/Symbol.sys.map:9 [duplicate-symbol]"),
        Fault(
            "lib/libsys/Symbol.sys.map", "walk;", "walk;\n\t_bell;", "lib/libsys/Symbol.sys.map:9 [duplicate-symbol]"),
        Fault("lib/libsys/Symbol.sys.map", "FBSD_1.1", "FBSD_1.2", "lib/libsys/Symbol.sys.map:7 [symbol-version]"),
        Fault("lib/libsys/Makefile.sys", " walk.2", "", "\(master):13 [missing-manual]"),
        Fault("lib/libsys/Makefile.sys", "\tlamp.2\n", "\n", "\(master):1 [missing-manual]"),
        Fault("include/house.h", "walk ", "walks ", "\(master):13 [missing-declaration]"),
        Fault("usr.bin/truss/syscalls.c", "\"bell\"", "\"ball\"", "\(master):6 [missing-truss]"),
    ]

    @Test("leaves nothing to say before it is sown")
    func clean() throws {
        let report = try check(CleanTree.complete)
        #expect(report.results.map(\.finding.line) == [])
        #expect(!report.isIncomplete)
        #expect(report.timings.map(\.rule).contains("missing-handler"))
    }

    @Test("is found at its place", arguments: faults)
    func found(fault: Fault) throws {
        let report = try check(CleanTree.with(fault.path, fault.old, fault.new, regenerated: fault.regenerated))
        #expect(report.causes == fault.found)
        #expect(report.consequences.count <= 1)
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
