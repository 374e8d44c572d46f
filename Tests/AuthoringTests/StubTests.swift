import Authoring
import Checks
import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@Suite("Numbers kept for later") struct StubTests {
    private let stage: AddStage

    init() throws {
        stage = try AddStage()
    }

    private func findings(_ stage: AddStage) throws -> [String] {
        CheckRun().report(on: CheckedTree(try TreeTables.load(stage.view))).results.map(\.finding)
            // That a call is not audited is what was asked for.
            .filter { $0.rule != "missing-audit-event" }.map { "\($0.severity): \($0.message) [\($0.rule)]" }
    }

    private func reserve(_ names: [String], owner: String = "Lamplight", number: Int? = nil) throws(Refusal) -> Plan {
        try Plan.reserve(
            TreeTables.load(stage.view), Reservation(names, owner: owner, reason: "in review", number: number))
    }

    @Test("a reservation is a row with a comment, which check shows and nothing else says anything about")
    func reservation() throws {
        let plan = try reserve(["lamp", "oil"])
        #expect(
            stage.added(plan, "sys/kern/syscalls.master") == [
                "; sysent: reserved lamp Lamplight: in review", "28\tAUE_NULL\tUNIMPL\tlamp",
                "; sysent: reserved oil Lamplight: in review", "29\tAUE_NULL\tUNIMPL\toil",
            ])
        #expect(plan.intent.trailer == "reserve names=lamp,oil owner=Lamplight reason=\"in review\"")
        #expect(Intent(trailer: plan.intent.trailer) == plan.intent)
        #expect(
            try findings(stage.after(plan)) == [
                "note: 28 is kept for lamp: Lamplight: in review [reserved-number]",
                "note: 29 is kept for oil: Lamplight: in review [reserved-number]",
            ])
    }

    @Test("a reserved number is taken by its call alone, and the comment goes with it")
    func taken() throws {
        let after = stage.after(try reserve(["lamp", "oil"]))
        let lines = after.refusal("int wick(void)") { $0.number = 28 }
        #expect(lines.first?.contains("number 28 is kept for lamp, not for wick [number-taken]") == true)
        let plan = try after.plan("int lamp(void)")
        #expect(plan.band == 28...28)
        #expect(try findings(after.after(plan)) == ["note: 29 is kept for oil: Lamplight: in review [reserved-number]"])
    }

    @Test(
        "a reservation that would say something else is refused",
        arguments: [
            (["close"], "me", 28, "call-exists"), (["la mp"], "me", 28, "malformed-name"),
            (["lamp"], "me: you", 28, "malformed-label"), (["lamp"], " ", 28, "malformed-label"),
            (["lamp"], "me", 3, "number-taken"), (["lamp", "lamp"], "me", 28, "malformed-option"),
            (["lamp"], "me", 32768, "number-too-large"),
        ])
    func refused(names: [String], owner: String, number: Int, rule: String) {
        let error = #expect(throws: Refusal.self) { try reserve(names, owner: owner, number: number) }
        #expect(error?.findings.rules == [rule])
    }

    @Test("a comment without its row is reported")
    func stale() throws {
        let after = stage.after(try reserve(["lamp"]))
        let path = TreePath("sys/kern/syscalls.master")
        let old = try after.view.state(of: path)
        let text = String(decoding: old.bytes ?? [], as: UTF8.self).replacing("UNIMPL\tlamp", with: "UNIMPL\twick")
        let change = FileChange(path: path, expected: old, result: .file(Array(text.utf8), .regular), reasons: [])
        var stale = after
        stale.view = OverlayView(after.view, edit: TreeEdit(steps: [EditStep(title: "x", changes: [change])]))
        #expect(
            try findings(stale).contains(
                "warning: below this comment stands no row that keeps a number for lamp [stale-reservation]"))
    }

    // MARK: Stubs

    /// A branch that has two more calls, with a kept number between them.
    private func newer() throws -> TreeTables {
        var newer = stage.after(try stage.plan("int lamp(int fd, off_t where)"))
        newer = newer.after(
            try Plan.reserve(TreeTables.load(newer.view), Reservation(["oil"], owner: "me", reason: "x")))
        return try TreeTables.load(newer.after(try newer.plan("int wick(void)")).view)
    }

    private func stub(_ names: [String] = [], numbersOnly: Bool = false) throws(Refusal) -> Plan {
        let tables: TreeTables
        do { tables = try newer() } catch { throw Refusal("fault", "\(error)") }
        return try Plan.stub(
            Stubs(names, numbersOnly: numbersOnly), from: tables, onto: TreeTables.load(stage.view))
    }

    @Test("stubs have the numbers of the newer branch, answer ENOSYS in every ABI, and check has nothing against them")
    func stubs() throws {
        let plan = try stub()
        #expect(
            stage.added(plan, "sys/kern/syscalls.master") == [
                "; sysent: stub lamp answers ENOSYS until the call is merged", "28\tAUE_NULL\tSTD|NOLIB {",
                "\t\tint lamp(void);", "\t}", "29\tAUE_NULL\tUNIMPL\toil",
                "; sysent: stub wick answers ENOSYS until the call is merged", "30\tAUE_NULL\tSTD|NOLIB {",
                "\t\tint wick(void);", "\t}",
            ])
        let source = stage.added(plan, "sys/kern/kern_stubs.c")
        #expect(source.contains("sys_lamp(struct thread *td __unused, struct lamp_args *uap __unused)"))
        #expect(source.filter { $0 == "\treturn (ENOSYS);" }.count == 2)
        #expect(stage.added(plan, "sys/conf/files") == ["kern/kern_stubs.c\t\tstandard"])
        #expect(try findings(stage.after(plan)) == [])
    }

    @Test("a call that is merged takes the place of its stub")
    func merged() throws {
        let after = stage.after(try stub())
        let plan = try after.plan("int lamp(int fd, off_t where)")
        #expect(plan.band == 28...28)
        let later = after.after(plan)
        let stubs = String(decoding: try later.view.read(TreePath("sys/kern/kern_stubs.c")), as: UTF8.self)
        #expect(!stubs.contains("sys_lamp") && stubs.contains("sys_wick"))
        #expect(try findings(later) == [])
    }

    @Test("with numbers alone there are rows without a call, and the message says what programs get")
    func numbersOnly() throws {
        let plan = try stub(numbersOnly: true)
        #expect(
            stage.added(plan, "sys/kern/syscalls.master") == [
                "28\tAUE_NULL\tUNIMPL\tlamp", "29\tAUE_NULL\tUNIMPL\toil", "30\tAUE_NULL\tUNIMPL\twick",
            ])
        #expect(plan.summary.last?.hasSuffix("killed by SIGSYS.") == true)
        #expect(try findings(stage.after(plan)) == [])
    }

    @Test("of a call by name, up to its number")
    func named() throws {
        #expect(stage.added(try stub(["lamp"]), "sys/kern/syscalls.master").count == 4)
        let error = #expect(throws: Refusal.self) { try stub(["lantern"]) }
        #expect(error?.findings.rules == ["unknown-call"])
        let present = #expect(throws: Refusal.self) { try stub(["close"]) }
        #expect(present?.findings.rules == ["call-exists"])
    }

    @Test("of a branch that has every call there are none")
    func nothing() throws {
        let error = #expect(throws: Refusal.self) {
            try Plan.stub(Stubs(), from: TreeTables.load(stage.view), onto: TreeTables.load(stage.view))
        }
        #expect(error?.findings.rules == ["nothing-to-do"])
    }
}
