import Findings
import TestSupport
import Testing

@testable import Checks

/// One change of the sample: exactly what it violates is found, at the row, and what is harmless is not reported.
@Suite("A change of the sample") struct SeededChangeTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let edits: [SampleChange.Edit]
        let isRegenerated: Bool
        let found: [String]

        /// Replaces texts of the master.
        init(_ description: String, _ edits: (String, String)..., step: Bool = false, found: String...) {
            self.init(
                description, edits.map { SampleChange.Edit(path: SampleChange.master, old: $0.0, new: $0.1) },
                step: step, found: found)
        }

        init(
            _ description: String, _ edits: [SampleChange.Edit], step: Bool = false, regenerated: Bool = true,
            found: [String]
        ) {
            testDescription = description
            self.edits = edits + (step ? [Self.step] : [])
            isRegenerated = regenerated
            self.found = found
        }

        private static let step = SampleChange.Edit(path: SampleChange.version, old: "1500010", new: "1500011")
    }

    private static let end = "; End of the table.\n"
    private static let lamp = "28\tAUE_NULL\tSTD {\n\t\tint lamp(\n\t\t    u_int oil\n\t\t);\n\t}\n"
    private static let seek = "22\tAUE_SEEK\tSTD|CAPENABLED {\n"
    private static let newSeek =
        "28\tAUE_SEEK\tSTD|CAPENABLED {\n\t\toff_t lseek(\n\t\t    int fd,\n\t\t    off_t offset,\n\t\t    long whence\n\t\t);\n\t}\n"
    private static let cancel = row(from: "25\t", to: "26\t")
    private static let unlink = row(from: "10\t", to: "11\t")
    private static let seekRow = row(from: "22\t", to: "23\t")
    private static let wait = row(from: "23\t", to: "24\t")
    private static let sysctl = row(from: "27\t", to: "; End")
    private static let creat = row(from: "7\t", to: "8\t")

    /// The text of the sample's master from the line that begins with `start` to the one that begins with `next`.
    private static func row(from start: String, to next: String) -> String {
        let lines =
            SampleChange.base[SampleChange.master]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return lines.drop { !$0.hasPrefix(start) }.prefix { !$0.hasPrefix(next) }.map { $0 + "\n" }.joined()
    }

    private static func slot(_ number: Int) -> String {
        "\(number)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
    }

    static let harmless = [
        Change("nothing"),
        Change("a comment", (end, "; The end.\n")),
        Change("blank lines and white space", (end, "\n\n"), ("25\tAUE_JOB\t\tSTD", "25\tAUE_JOB\tSTD")),
        Change("the name of an argument", ("int whence", "int from")),
        Change(
            "a SAL annotation", ("_In_z_ const char *path,\n\t\t    int flags", "const char *path,\n\t\t    int flags")),
        Change("the audit event", ("6\tAUE_CLOSE", "6\tAUE_NULL")),
        Change("capability mode is granted", ("5\tAUE_OPEN\tSTD", "5\tAUE_OPEN\tSTD|CAPENABLED")),
        Change("const is added", ("_In_z_ char *arguments", "_In_z_ const char *arguments")),
        Change("another spelling of a type", ("u_int flags", "unsigned int flags")),
        Change("another name of the same integer", ("int whence", "pid_t whence")),
        Change("no stub in the library", ("10\tAUE_UNLINK\tSTD", "10\tAUE_UNLINK\tSTD|NOLIB")),
        Change("no argument structure of its own", ("10\tAUE_UNLINK\tSTD", "10\tAUE_UNLINK\tNOARGS")),
        Change("a call at the end, with a step", (end, lamp), step: true),
        Change("a call at a number that was never used", ("12\tAUE_NULL\tUNIMPL\tnosys\n", at(12, lamp)), step: true),
        Change(
            "a call at a reserved number",
            ("13-15\tAUE_NULL\tRESERVED\n", at(13, lamp) + "14-15\tAUE_NULL\tRESERVED\n"),
            step: true),
        Change(
            "an obsolete call is back",
            ("9\tAUE_NULL\tOBSOL\tvread\n", "9\tAUE_NULL\tSTD {\n\t\tint vread(void);\n\t}\n"), step: true),
        Change("a call that modules brought is in every kernel", ("17\tAUE_NULL\tNOSTD", "17\tAUE_NULL\tSTD")),
        Change("more slots", (end, (28...35).map(slot).joined())),
        Change("a placeholder of another sort", ("12\tAUE_NULL\tUNIMPL\tnosys", "12\tAUE_NULL\tRESERVED")),
        Change("the release of an old interface", ("8\tAUE_STAT\tCOMPAT11", "8\tAUE_STAT\tCOMPAT13")),
        Change("an old interface is in every kernel", ("7\tAUE_OPEN\tCOMPAT {", "7\tAUE_OPEN\tSTD {")),
        Change(
            "a call is superseded, its number kept by COMPAT14",
            (seek, "22\tAUE_SEEK\tCOMPAT14|CAPENABLED {\n"), (end, newSeek), step: true),
        Change("a call becomes COMPAT14 and has no successor", ("25\tAUE_JOB\t\tSTD", "25\tAUE_JOB\t\tCOMPAT14")),
        Change(
            "a superseded call takes the structure of its release",
            ("11\tAUE_STAT\tSTD", "11\tAUE_STAT\tCOMPAT14"),
            ("_Contains_timet_ struct stat ", "_Contains_timet_ struct freebsd14_stat ")),
    ]

    static let violations = [
        // numbers
        Change(
            "the number of an obsolete call", ("9\tAUE_NULL\tOBSOL\tvread\n", at(9, lamp)), step: true,
            found: "error number-reused at 9"),
        Change("the number of a call", (unlink, at(10, lamp)), step: true, found: "error number-reused at 10"),
        Change(
            "the number of a call, without a step", (unlink, at(10, lamp)),
            found: "warning missing-version-step at 10", "error number-reused at 10"),
        Change(
            "the number of an old interface",
            (creat, at(7, lamp)),
            step: true, found: "error number-reused at 7"),
        Change(
            "another name and the same interface", ("off_t lseek(", "off_t seek_to("),
            found: "warning number-reused at 22"),
        Change("a slot becomes a call", (slot(18), at(18, lamp)), step: true, found: "warning slot-removed at 18"),
        Change(
            "slots become placeholders", (slot(20) + slot(21), "20-21\tAUE_NULL\tRESERVED\n"),
            found: "warning slot-removed at 20-21"),
        Change(
            "two calls change places", (seekRow + wait, at(22, wait) + at(23, seekRow)),
            found: "error call-renumbered at 22", "error call-renumbered at 23"),
        Change(
            "a call put between others", (unlink, at(10, lamp) + at(11, unlink)), ("11\tAUE_STAT", "12\tAUE_STAT"),
            ("12\tAUE_NULL\tUNIMPL\tnosys\n", ""), step: true,
            found: "error number-reused at 10", "error call-renumbered at 11 <- number-reused"),
        Change(
            "a call put ahead of slots and a placeholder",
            ("17\tAUE_NULL\tNOSTD", at(17, lamp) + "18\tAUE_NULL\tNOSTD"),
            (slot(21), ""), (slot(20), slot(21)), (slot(19), slot(20)), (slot(18), slot(19)), step: true,
            found: "error number-reused at 17", "error call-renumbered at 18 <- number-reused"),
        Change(
            "a call moves to the end and leaves OBSOL", (cancel, "25\tAUE_NULL\tOBSOL\tjob_cancel\n"),
            (end, at(28, cancel)),
            found: "error call-renumbered at 28"),
        Change(
            "an old interface moves to the end",
            (creat, "7\tAUE_NULL\tUNIMPL\tnosys\n"),
            (end, at(28, creat)),
            found: "error call-renumbered at 28"),
        // removal
        Change("the last call", (sysctl, ""), found: "error call-removed at 26"),
        Change("UNIMPL", (cancel, "25\tAUE_NULL\tUNIMPL\tjob_cancel\n"), found: "error call-removed at 25"),
        Change("a call becomes a slot", (cancel, slot(25)), found: "error call-removed at 25"),
        Change("OBSOL", (cancel, "25\tAUE_NULL\tOBSOL\tjob_cancel\n"), found: "warning call-removed at 25"),
        Change("RESERVED", (cancel, "25\tAUE_NULL\tRESERVED\n"), found: "warning call-removed at 25"),
        Change(
            "an obsolete call is forgotten", ("9\tAUE_NULL\tOBSOL\tvread", "9\tAUE_NULL\tUNIMPL\tnosys"),
            found: "warning call-removed at 9"),
        Change(
            "only a module brings it", ("25\tAUE_JOB\t\tSTD", "25\tAUE_JOB\t\tNOSTD"),
            found: "warning call-removed at 25"),
        Change(
            "some kernels lack it", (cancel, "#ifdef JOBS\n\(cancel)#else\n25\tAUE_NULL\tUNIMPL\tnosys\n#endif\n"),
            found: "warning call-removed at 25"),
        Change(
            "the 32-bit table lacks it",
            [.init(path: SampleChange.configuration, old: "unimpl=\"mapper\"", new: "unimpl=\"mapper job_cancel\"")],
            found: ["warning call-removed at 25"]),
        Change(
            "the call ahead is removed and the rest moves up",
            (cancel, ""), ("26\tAUE", "25\tAUE"), ("27\tAUE", "26\tAUE"),
            found: "error call-removed at 25", "error call-renumbered at 25 <- call-removed"),
        // signatures
        Change("a wider argument", ("int whence", "long whence"), found: "error signature-changed at 22"),
        Change("a narrower argument", ("off_t offset", "long offset"), found: "error signature-changed at 22"),
        Change(
            "a length that was a word", ("size_t size,\n\t\t    u_int", "u_int size,\n\t\t    u_int"),
            found: "error signature-changed at 26"),
        Change(
            "an argument more", ("int whence\n", "int whence,\n\t\t    int flags\n"),
            found: "error signature-changed at 22"),
        Change("an argument less", (",\n\t\t    int whence\n", "\n"), found: "error signature-changed at 22"),
        Change(
            "an argument between others", ("off_t offset,", "int pad,\n\t\t    off_t offset,"),
            found: "error signature-changed at 22"),
        Change("a type of unknown width", ("int whence", "whence_t whence"), found: "warning signature-changed at 22"),
        Change(
            "another structure", ("struct job *job\n", "struct task *job\n"), found: "warning signature-changed at 25"),
        Change(
            "a structure that the 32-bit ABI has a form of its own for has none any more",
            ("_Contains_timet_ struct stat ", "struct stat "), found: "warning signature-changed at 11"),
        Change("another sign", ("int whence", "u_int whence"), found: "note signature-changed at 22"),
        Change("another result", ("ssize_t getrandom", "int getrandom"), found: "note signature-changed at 26"),
        Change(
            "const is taken away", ("_In_z_ const char *path\n\t\t);\n\t}\n11", "_In_z_ char *path\n\t\t);\n\t}\n11"),
            found: "note signature-changed at 10"),
        Change(
            "several arguments are one finding",
            (
                "int fd,\n\t\t    off_t offset,\n\t\t    int whence",
                "long fd,\n\t\t    off_t offset,\n\t\t    long whence"
            ),
            found: "error signature-changed at 22"),
        Change(
            "the old interface loses an argument as it is superseded",
            (seek, "22\tAUE_SEEK\tCOMPAT14|CAPENABLED {\n"), (",\n\t\t    int whence\n", "\n"), (end, newSeek),
            step: true,
            found: "error signature-changed at 22"),
        Change(
            "the old interface has another width as it is superseded",
            (seek, "22\tAUE_SEEK\tCOMPAT14|CAPENABLED {\n"), ("int whence", "long whence"), (end, newSeek), step: true,
            found: "warning signature-changed at 22"),
        // capability mode
        Change(
            "CAPENABLED is dropped", ("6\tAUE_CLOSE\tSTD|CAPENABLED", "6\tAUE_CLOSE\tSTD"),
            found: "warning capability-withdrawn at 6"),
        Change(
            "CAPENABLED is dropped as the call is superseded", (seek, "22\tAUE_SEEK\tCOMPAT14 {\n"), (end, newSeek),
            step: true,
            found: "warning capability-withdrawn at 22"),
        Change("CAPENABLED is dropped everywhere", ("|CAPENABLED", ""), found: "warning capability-withdrawn at 1"),
        // __FreeBSD_version
        Change("a call at the end, without a step", (end, lamp), found: "warning missing-version-step at 28"),
        Change(
            "a call that supersedes another, without a step",
            (seek, "22\tAUE_SEEK\tCOMPAT14|CAPENABLED {\n"), (end, newSeek), found: "warning missing-version-step at 28"
        ),
        Change(
            "a call, and the version goes back",
            [
                .init(path: SampleChange.master, old: end, new: lamp),
                .init(path: SampleChange.version, old: "1500010", new: "1500009"),
            ], found: ["warning missing-version-step at 28"]),
        Change(
            "a call, and no header says which version it is",
            [
                .init(path: SampleChange.master, old: end, new: lamp),
                .init(path: SampleChange.version, old: "#define __FreeBSD_version", new: "//"),
            ], found: ["note missing-version-step at 28"]),
        // companions
        Change(
            "of a row, without the companions", [.init(path: SampleChange.master, old: end, new: lamp)], step: true,
            regenerated: false,
            found: ["error companion-left-out at 28"]),
        Change(
            "of the configuration, without the companions",
            [.init(path: SampleChange.configuration, old: "freebsd32_sysent\"", new: "narrow_sysent\"")],
            regenerated: false,
            found: ["error companion-left-out at sys/compat/freebsd32/freebsd32_sysent.c"]),
        Change(
            "of a companion alone",
            [.init(path: "sys/sys/syscall.h", old: "SYS_lseek\t22", new: "SYS_lseek\t23")], regenerated: false,
            found: []),
    ]

    private static func at(_ number: Int, _ row: String) -> String {
        "\(number)" + row.drop { $0 != "\t" }
    }

    @Test("that is harmless is not reported", arguments: harmless)
    func silent(change: Change) throws {
        let tree = SampleChange.tree(change.edits)
        let found = try check(tree, since: SampleChange.base).rows(in: tree)
        #expect(found == [])
    }

    @Test("that violates a promise is found at its row", arguments: violations)
    func found(change: Change) throws {
        let tree = SampleChange.tree(change.edits, regenerated: change.isRegenerated)
        let found = try check(tree, since: SampleChange.base).rows(in: tree)
        #expect(found == change.found)
    }

    @Test("is one that changes the tree", arguments: harmless.dropFirst() + violations)
    func effective(change: Change) {
        for edit in change.edits {
            #expect(SampleChange.base[edit.path]?.contains(edit.old) ?? false)
        }
    }
}
