import Authoring
import Checks
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@Suite("Adding a call") struct AddTests {
    private let stage: AddStage

    init() throws {
        stage = try AddStage()
    }

    private func findings(_ stage: AddStage) throws -> [String] {
        CheckRun().report(on: CheckedTree(try TreeTables.load(stage.view))).results
            .filter { $0.suppression == nil }.map(\.finding)
            // That a call is not audited is what was asked for.
            .filter { $0.rule != "missing-audit-event" }.map(\.line)
    }

    @Test("gives it the next free number, in the form that the master's entries have")
    func row() throws {
        let plan = try stage.plan("int lamp(int fd, _In_z_ const char *colour)") { $0.audit = "AUE_OPEN" }
        #expect(
            stage.added(plan, "sys/kern/syscalls.master") == [
                "28\tAUE_OPEN\tSTD {", "\t\tint lamp(", "\t\t    int fd,", "\t\t    _In_z_ const char *colour",
                "\t\t);", "\t}",
            ])
        #expect(plan.sizes.map { [$0.before, $0.after] } == [[28, 29], [28, 29]])
        #expect(plan.commits.map(\.subject) == ["kern: add the system call lamp"])
    }

    @Test(
        "leaves a tree against which check has nothing to say, whatever the call is",
        arguments: [
            "int lamp(void)", "void lamp(int status)", "off_t lamp(int fd, off_t where, off_t far)",
            "int lamp(_In_z_ const char *path, mode_t mode)", "int lamp(_Out_ _Contains_long_ long *oil, long wick)",
            "int lamp(_In_reads_(count) _Contains_ptr_ char * const *list, int count)",
            "void *lamp(_In_ _Contains_long_ptr_ const struct lamp *lamp)",
            "ssize_t lamp(_Out_writes_bytes_(size) void *buffer, size_t size, u_int flags)",
        ])
    func checked(prototype: String) throws {
        let plan = try stage.plan(prototype) { addition in
            if prototype.hasPrefix("void lamp") { addition.kinds = ["STD", "NORETURN"] }
            addition.header = .file("sys/job.h")
        }
        let after = stage.after(plan)
        #expect(try findings(after) == [])
        #expect(try TreeTables.load(after.view).regeneration().changes.map(\.path.string) == [])
        let review = try CallReview.make("lamp", in: TreeTables.load(after.view))
        #expect(review.findings.lines == [])
    }

    @Test("says in the master that no header is meant to declare it, and check is content")
    func hidden() throws {
        let plan = try stage.plan("int lamp(int fd)") { $0.header = .hidden }
        let added = stage.added(plan, "sys/kern/syscalls.master")
        #expect(added.first == "; sysent: allow missing-declaration programs are not meant to see lamp")
        #expect(try findings(stage.after(plan)) == [])
        let review = try CallReview.make("lamp", in: TreeTables.load(stage.after(plan).view))
        #expect(review.findings.lines == [])
    }

    @Test("takes a number that is kept for nobody, and splits the range that it lies in")
    func keptNumber() throws {
        let plan = try stage.plan("int lamp(void)") { $0.number = 14 }
        #expect(
            stage.added(plan, "sys/kern/syscalls.master") == [
                "13\tAUE_NULL\tRESERVED", "14\tAUE_NULL\tSTD {", "\t\tint lamp(void);", "\t}", "15\tAUE_NULL\tRESERVED",
            ])
    }

    @Test("reserves what lies between the last call and a number that is asked for")
    func farNumber() throws {
        let plan = try stage.plan("int lamp(void)") { $0.number = 31 }
        #expect(stage.added(plan, "sys/kern/syscalls.master").first == "28-30\tAUE_NULL\tRESERVED")
    }

    @Test(
        "refuses what is taken, and says by whom",
        arguments: [
            (3, "number 3 is taken by read"), (18, "number 18 is taken by lkmnosys"), (9, "number 9 is taken by vread"),
        ])
    func takenNumber(number: Int, message: String) {
        let lines = stage.refusal("int lamp(void)") { $0.number = number }
        #expect(lines.count == 1 && lines[0].contains("error: \(message) [number-taken]"), "\(lines)")
    }

    @Test("refuses a call that is there, and leads to the review")
    func exists() throws {
        let lines = stage.refusal("int close(int fd)")
        #expect(lines.map { $0.drop { $0 != " " } } == [" error: close is here already, with number 6 [call-exists]"])
        let again = stage.after(try stage.plan("int lamp(void)"))
        #expect(again.refusal("int lamp(void)").first?.contains("[call-exists]") == true)
    }

    @Test(
        "refuses what no table can hold",
        arguments: [
            ("int lamp(int a, int b, int c, int d, int e, int f, int g, int h, int i)", "argument-words"),
            ("int lamp(char *colour)", "missing-annotation"),
        ])
    func impossible(prototype: String, rule: String) {
        #expect(stage.refusal(prototype).contains { $0.hasSuffix("[\(rule)]") }, "\(stage.refusal(prototype))")
    }

    @Test("refuses a number that ktrace cannot record")
    func highNumber() {
        #expect(stage.refusal("int lamp(void)") { $0.number = 40000 }.first?.hasSuffix("[number-too-large]") == true)
    }

    @Test("asks for every decision that the tree cannot answer, each by its option")
    func missing() {
        let lines = stage.refusal("int lamp(int fd, pid_t pid)") { addition in
            addition.audit = nil
            addition.capability = .enabled(reason: nil)
            addition.header = nil
            addition.description = nil
        }
        let options = [
            "--audit AUE_NAME", "--capenabled-reason", "--rights fd=", "--header FILE", "--description TEXT",
        ]
        #expect(lines.count == options.count)
        for (line, option) in zip(lines, options) {
            #expect(line.contains(option) && line.hasSuffix("[missing-option]"), "\(line)")
        }
        #expect(stage.refusal("int lamp(void)") { $0.capability = nil }.first?.contains("--no-capenabled") == true)
    }

    @Test("allows a call in capability mode, and says in the message of the commit why and with which rights")
    func capability() throws {
        let plan = try stage.plan("int lamp(int fd, pid_t pid)") { addition in
            addition.capability = .enabled(reason: "the process is its own child")
            addition.rights = ["fd": ["CAP_READ", "CAP_SEEK"]]
        }
        #expect(stage.added(plan, "sys/kern/syscalls.master").first == "28\tAUE_NULL\tSTD|CAPENABLED {")
        let message = plan.commits[0].paragraphs
        #expect(message.contains("Capability mode allows lamp: the process is its own child."))
        #expect(message.contains("Its descriptor fd needs the rights CAP_READ, CAP_SEEK."))
        let source = stage.added(plan, "sys/kern/kern_lamp.c")
        #expect(source.contains { $0.contains("cap_rights_init(&rights, CAP_READ, CAP_SEEK)") })
    }

    @Test("a path behind the descriptor of its directory is no global name")
    func relativePath() throws {
        let plan = try stage.plan("int lamp(int dfd, _In_z_ const char *path)") { addition in
            addition.capability = .enabled(reason: nil)
            addition.rights = ["dfd": ["CAP_LOOKUP"]]
        }
        #expect(plan.commits[0].paragraphs.contains("Capability mode allows lamp."))
    }

    @Test(
        "refuses rights of an argument that there is none of, and rights that the tree does not define",
        arguments: [("fd", "CAP_REED", "unknown-right"), ("df", "CAP_READ", "unknown-argument")])
    func unknownRights(argument: String, right: String, rule: String) {
        let lines = stage.refusal("int lamp(int fd)") { addition in
            addition.capability = .enabled(reason: nil)
            addition.rights = [argument: [right]]
        }
        #expect(lines.count == 1 && lines[0].hasSuffix("[\(rule)]"), "\(lines)")
    }

    @Test("leaves places out that the user names, and refuses names that mean none")
    func skips() throws {
        let plan = try stage.plan("int lamp(void)") { $0.skipped = ["manual", "truss"] }
        #expect(stage.skip(plan, "manual") == "it was asked for")
        #expect(!plan.edit.changes.contains { $0.path.string.hasPrefix("usr.bin") || $0.path.name == "lamp.2" })
        #expect(stage.refusal("int lamp(void)") { $0.skipped = ["table"] }.first?.hasSuffix("[unknown-place]") == true)
    }

    @Test("says of a place that the tree lacks that it is left out, and invents nothing")
    func lackingPlaces() throws {
        let bare = TableTree.complete
        let plan = try Plan.add(
            TreeTables.load(bare.with(try TreeTables.load(bare.view).regeneration()).view),
            AddStage.addition("int shade(int colour)") { $0.header = nil })
        let places = [
            "audit-event", "kernel-files", "syscallsubr", "freebsd32", "header", "symbol-map", "manual", "truss",
        ]
        #expect(Set(places).isSubset(of: plan.skipped.map(\.place)))
        #expect(
            plan.edit.changes.map(\.path.string).filter { !$0.hasPrefix("sys/") && !$0.hasPrefix("lib/libsys/_lib") }
                == [])
    }

    @Test("splits into the sources and what is regenerated, each with its own message")
    func split() throws {
        let plan = try stage.plan("int lamp(void)", splits: true)
        #expect(plan.edit.steps.count == 2 && plan.commits.count == 2)
        #expect(plan.edit.steps[1].changes.allSatisfy { $0.reasons == ["generated from sys/kern/syscalls.master"] })
        #expect(plan.commits[1].subject == "kern: regenerate the tables for lamp")
        #expect(plan.commits.map(\.intent.trailer).last == "generate")
    }

    @Test("leaves the companions to the build where that is wanted")
    func masterOnly() throws {
        let plan = try stage.plan("int lamp(void)", scope: .masterOnly)
        #expect(!plan.edit.changes.contains { $0.path.name == "init_sysent.c" })
        #expect(plan.commits[0].paragraphs.last?.hasPrefix("The companions are not part of this change;") == true)
    }

    @Test("is recorded with every decision, so that it can be done again")
    func trailer() throws {
        let addition = try AddStage.addition("int lamp(int fd, _In_z_ const char *path)") { addition in
            addition.number = 30
            addition.kinds = ["STD", "NOTSTATIC"]
            addition.capability = .enabled(reason: "because \"so\"")
            addition.rights = ["fd": ["CAP_READ"]]
            addition.visibility = "__BSD_VISIBLE"
            addition.namespace = .named("FBSD_1.9")
            addition.wrapper = .interposable
            addition.structures = "struct lamp {\n\tint oil;\n};\n"
            addition.limits = ["list": "64"]
            addition.skipped = ["truss"]
        }
        let trailer = Intent.add(addition).trailer
        #expect(
            trailer.hasPrefix(
                "add prototype=\"int lamp(int fd, _In_z_ const char *path)\" number=30 kind=STD|NOTSTATIC "))
        #expect(!trailer.contains("\n"))
        #expect(try Addition(trailer: trailer) == addition)
    }
}
