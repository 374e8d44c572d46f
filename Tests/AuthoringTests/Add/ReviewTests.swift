import Authoring
import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@Suite("Reviewing a call") struct ReviewTests {
    private let stage: AddStage

    init() throws {
        stage = try AddStage()
    }

    private func review(_ name: String, without text: String? = nil, of path: String = "") throws -> [String] {
        var view = stage.view
        if let text {
            let old = try view.state(of: TreePath(path))
            let bytes = String(decoding: old.bytes ?? [], as: UTF8.self)
            try #require(bytes.contains(text))
            let new = FileState.file(Array(bytes.replacing(text, with: "").utf8), .regular)
            let change = FileChange(path: TreePath(path), expected: old, result: new, reasons: [])
            view = OverlayView(view, edit: TreeEdit(steps: [EditStep(title: "x", changes: [change])]))
        }
        return try CallReview.make(name, in: TreeTables.load(view)).items.compactMap { item in
            if case .missing = item.state { item.place } else { nil }
        }
    }

    @Test("reports nothing of a call that is complete", arguments: ["close", "lseek", "job_wait", "mapper", "_exit"])
    func complete(name: String) throws {
        #expect(try review(name) == [])
    }

    @Test(
        "reports the place that was taken out",
        arguments: [
            ("lib/libsys/Symbol.sys.map", "\tlseek;\n", ["symbol-map"]),
            ("include/unistd.h", "lseek(int, off_t, int)", ["header"]),
            ("lib/libsys/Makefile.sys", "\tcalls.2 lseek.2 \\\n", ["manual"]),
            ("usr.bin/truss/syscalls.c", "\"lseek\"", ["truss"]),
            ("sys/security/audit/audit_bsm.c", "\tcase AUE_SEEK:\n", ["audit-record"]),
            ("contrib/openbsm/etc/audit_event", "6:AUE_SEEK:lseek(2):no\n", ["audit-event"]),
            ("contrib/openbsm/sys/bsm/audit_kevents.h", "#define\tAUE_SEEK\t6\n", ["audit-event"]),
            ("sys/compat/freebsd32/freebsd32_misc.c", "freebsd32_lseek(struct", ["kernel-source"]),
            ("sys/vm/vm_calls.c", "sys_lseek(struct", ["kernel-source"]),
            ("sys/conf/files", "vm/vm_calls.c\t\t\tstandard\n", ["kernel-files"]),
            ("sys/kern/init_sysent.c", "/* 22 = lseek */", ["table"]),
        ])
    func missing(path: String, text: String, places: [String]) throws {
        #expect(try review("lseek", without: text, of: path) == places)
    }

    @Test("reports half a slot of a function that threads may replace")
    func slot() throws {
        #expect(try review("read", without: "\tINTERPOS_read,\n", of: "lib/libc/include/libc_private.h") == ["wrapper"])
    }

    @Test("refuses a name that means no present call", arguments: ["lamp", "vread", "creat"])
    func unknown(name: String) throws {
        let error = #expect(throws: Refusal.self) { try review(name) }
        #expect(error?.findings.rules == ["unknown-call"])
    }
}
