import Authoring
import Edits
import Findings
import SourceTree
import SyscallTable
import TestSupport
import Testing

@Suite("Widening")
struct WidenTests {
    private let row = "\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"

    /// What `plan` appends to the master of `stage`.
    private func appended(_ plan: Plan, to stage: Stage) throws -> String {
        let master = try stage.after(plan).master
        try #require(master.hasPrefix(stage.master))
        return String(master.dropFirst(stage.master.count))
    }

    @Test("appends a band behind the last call, with a comment that says which numbers and why")
    func tail() throws {
        let stage = try Stage()
        let plan = try stage.widen(2)
        let expected =
            "\n;\n; Slots 4-5 are for loadable system calls, in addition to 1-2, so that a\n"
            + "; module that registers with NO_SYSCALL finds a slot for each of its calls.\n;\n4\(row)5\(row)"
        #expect(differences(try appended(plan, to: stage), from: expected) == [])
        #expect(plan.band == 4...5)
        #expect(plan.summary == ["Add 2 slots for loadable system calls, 4-5; it follows the last system call."])
        #expect(plan.intent.trailer == "widen slots=2 at=tail")
    }

    @Test("at a number reserves what lies between")
    func number() throws {
        let stage = try Stage()
        let plan = try stage.widen(1, at: .number(10), label: "Mach traps")
        let expected =
            "\n;\n; Mach traps: slot 10 is for loadable system calls, in addition to 1-2, so\n"
            + "; that a module that registers with NO_SYSCALL finds a slot for each of its\n"
            + "; calls. 4-9 keep the band where it is.\n;\n4-9\tAUE_NULL\tRESERVED\n10\(row)"
        #expect(differences(try appended(plan, to: stage), from: expected) == [])
        #expect(plan.intent.trailer == "widen slots=1 at=10 label=Mach traps")
        #expect(try stage.after(plan).tables().tables.map(\.table.size) == [11, 11])
    }

    @Test("at the first free number reserves nothing")
    func firstFree() throws {
        let stage = try Stage()
        #expect(!(try appended(try stage.widen(1, at: .number(4)), to: stage)).contains("RESERVED"))
    }

    @Test("stands ahead of the comments that end the file")
    func trailingComments() throws {
        let end = "; The end.\n\n; Really.\n"
        let stage = try Stage(Stage.stock + end)
        let master = try stage.after(try stage.widen(1)).master
        #expect(master.hasPrefix(Stage.stock + "\n;\n; Slot 4 is "))
        #expect(master.hasSuffix("4\(row)" + end))
    }

    @Test("stands behind an #endif that closes the last conditional")
    func endif() throws {
        let conditional = "#ifdef A\n4\tAUE_NULL\tRESERVED\n#else\n4\tAUE_NULL\tUNIMPL\n#endif\n"
        let stage = try Stage(Stage.stock + conditional)
        let master = try stage.after(try stage.widen(1)).master
        #expect(master.hasPrefix(Stage.stock + conditional + "\n;\n; Slot 5 is "))
        #expect(try stage.after(try stage.widen(1)).tables().findings.lines == [])
    }

    @Test("at a number behind an #endif keeps the generator from repeating it")
    func numberBehindEndif() throws {
        let conditional = "#ifdef A\n4\tAUE_NULL\tRESERVED\n#else\n4\tAUE_NULL\tUNIMPL\n#endif\n"
        let stage = try Stage(Stage.stock + conditional)
        let after = try stage.after(try stage.widen(1, at: .number(9)))
        #expect(after.master.contains("\n5\tAUE_NULL\tRESERVED\n6-8\tAUE_NULL\tRESERVED\n9\t"))
        #expect(try after.tables().findings.lines == [])
    }

    @Test("ends a last line that has no line feed")
    func noLineFeed() throws {
        let stage = try Stage(Stage.stock + "4\tAUE_NULL\tRESERVED")
        let added = try appended(try stage.widen(1), to: stage)
        #expect(added.hasPrefix("\n\n;\n; Slot 5 is "))
        #expect(added.hasSuffix("\n5\(row)"))
    }

    @Test("changes the companions of every table that uses the master")
    func everyTable() throws {
        let stage = try Stage()
        let plan = try stage.widen(48)
        #expect(
            plan.sizes.map { "\($0.table): \($0.before) to \($0.after)" } == [
                "sys/kern: 4 to 52", "sys/compat/narrow: 4 to 52",
            ]
        )
        let paths = plan.edit.changes.map(\.path.string)
        for path in ["sys/kern/init_sysent.c", "sys/sys/syscall.h", "sys/compat/narrow/narrow_sysent.c"] {
            #expect(paths.contains(path))
        }
        let after = try stage.after(plan)
        #expect(try after.tables().regeneration().isEmpty)
        #expect(after.tree["sys/compat/narrow/narrow_syscall.h"]?.contains("MAXSYSCALL\t52\n") == true)
    }

    @Test("leaves the tables of other masters alone")
    func otherTables() throws {
        var stage = try Stage()
        stage.tree = stage.tree.with("sys/compat/other/syscalls.master", "0\tAUE_NULL\tRESERVED\n")
            .with("sys/compat/other/syscalls.conf", "sysproto=\"p.h\"\nsyshdr=\"s.h\"\n")
        let plan = try stage.widen(1)
        #expect(plan.edit.changes.filter { $0.path.string.hasPrefix("sys/compat/other") } == [])
        #expect(plan.sizes.count == 2)
    }

    @Test("may be of the master alone")
    func masterOnly() throws {
        let plan = try Stage().widen(1, scope: .masterOnly)
        #expect(plan.edit.changes.map(\.path.string) == ["sys/kern/syscalls.master"])
        #expect(plan.sizes.map(\.after) == [5, 5])
    }

    @Test("warns of companions that were stale before")
    func stale() throws {
        var stage = try Stage()
        stage.tree["sys/kern/syscalls.c"] = "old\n"
        let expected =
            "sys/kern/syscalls.c:1:1: warning: was stale before; the change brings it up to date as well [stale-companion]"
        #expect(try stage.widen(1).findings.lines == [expected])
        #expect(try stage.widen(1, scope: .masterOnly).findings.lines == [])
    }

    @Test("does not warn of companions that are not there")
    func absent() throws {
        var stage = try Stage()
        stage.tree["sys/kern/syscalls.c"] = nil
        #expect(try stage.widen(1).findings.lines == [])
    }

    @Test("a second time is refused")
    func twice() throws {
        let stage = try Stage()
        let widened = try stage.after(try stage.widen(2))
        let expected =
            "sys/kern/syscalls.master:15:1: error: this table has been widened already: 2 slots, 4-5 [already-widened]"
        #expect(widened.refusal { stage throws(Refusal) in try stage.widen(1) } == [expected])
    }

    @Test("of a table whose stock band ends it is refused")
    func stockAtTail() throws {
        let stage = try Stage("0\tAUE_NULL\tRESERVED\n1\(row)2\(row)")
        let expected =
            "sys/kern/syscalls.master:2:1: error: this table has been widened already: 2 slots, 1-2 [already-widened]"
        #expect(stage.refusal { stage throws(Refusal) in try stage.widen(1) } == [expected])
    }

    @Test(
        "at a number that is taken is refused",
        arguments: [
            (3, "sys/kern/syscalls.master:5:1: error: a band at 3 would collide with number 3, lamp [band-collides]"),
            (0, "sys/kern/syscalls.master:2:1: error: a band at 0 would collide with number 0 [band-collides]"),
        ]
    )
    func collision(number: Int, message: String) throws {
        #expect(try Stage().refusal { stage throws(Refusal) in try stage.widen(1, at: .number(number)) } == [message])
    }

    @Test("past the highest number is refused")
    func tooLarge() throws {
        let stage = try Stage()
        let tail = stage.refusal { stage throws(Refusal) in try stage.widen(32765) }
        #expect(
            tail == [
                "nowhere: error: 32765 slots from 4 on pass 32767, the highest number that ktrace(2) can record [number-too-large]"
            ]
        )
        let number = stage.refusal { stage throws(Refusal) in try stage.widen(2, at: .number(32767)) }
        #expect(number.first?.hasSuffix("[number-too-large]") == true)
        #expect(try stage.widen(1, at: .number(32767), scope: .masterOnly).band == 32767...32767)
    }

    @Test("by a number that no counting reaches is refused, not a crash", arguments: [Int.max, Int.max - 3])
    func overflow(slots: Int) throws {
        let refusal = try Stage().refusal { stage throws(Refusal) in try stage.widen(slots) }
        #expect(refusal.first?.hasSuffix("[number-too-large]") == true)
    }

    @Test("by nothing is refused", arguments: [0, -1, Int.min])
    func noSlots(slots: Int) throws {
        let expected = ["nowhere: error: a band has at least one slot [no-slots]"]
        #expect(try Stage().refusal { stage throws(Refusal) in try stage.widen(slots) } == expected)
    }

    @Test("of a tree with an error is refused with that error")
    func errors() throws {
        var stage = try Stage()
        stage.tree["sys/kern/syscalls.master"] = stage.master.replacing("3\tAUE", with: "9\tAUE")
        #expect(
            stage.refusal { stage throws(Refusal) in try stage.widen(1) }.map { $0.hasSuffix("[number-gap]") } == [true]
        )
    }

    @Test("of a tree without a native table is refused")
    func noNativeTable() throws {
        var stage = try Stage()
        stage.tree = TableTree(["sys/other/syscalls.master": Stage.stock, "sys/other/syscalls.conf": ""])
        #expect(
            stage.refusal { stage throws(Refusal) in try stage.widen(1) }
                == ["nowhere: error: this tree has no table in sys/kern [no-native-table]"])
    }

    @Test(
        "takes no label that would break out of its comment",
        arguments: ["a\nb", "a\n99\tAUE_NULL\tRESERVED", "a\r", "a\0", "a\u{1B}[m", "", " "]
    )
    func label(text: String) throws {
        let refusal = try Stage().refusal { stage throws(Refusal) in try stage.widen(1, label: text) }
        #expect(
            refusal == [
                "nowhere: error: a label is one line of text, without control characters [malformed-label]"
            ])
    }
}
