import Authoring
import Edits
import Findings
import SourceTree
import TestSupport
import Testing

@Suite("Narrowing")
struct NarrowTests {
    private static let masters = [
        Stage.stock, Stage.stock + "; The end.\n\n; Really.\n", Stage.stock + "\n\n\n",
        Stage.stock + "#ifdef A\n4\tAUE_NULL\tRESERVED\n#else\n4\tAUE_NULL\tUNIMPL\n#endif\n",
        Stage.stock + "; A comment about nothing\n\n;\n",
    ]
    private let row = "\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"

    /// The paths at which two trees differ.
    private func differing(_ one: Stage, _ other: Stage, of plan: Plan) -> [String] {
        plan.edit.changes.map(\.path.string).filter { one.tree[$0] != other.tree[$0] }
    }

    @Test("undoes widening to the byte, in every file", arguments: masters, [Widening.Place.tail, .number(9)])
    func inverse(master: String, place: Widening.Place) throws {
        let before = try Stage(master)
        for (slots, label) in [(1, nil), (3, "Mach traps"), (48, "A label so long that the comment needs more lines")] {
            let plan = try before.widen(slots, at: place, label: label)
            let widened = try before.after(plan)
            let back = try widened.narrow()
            let after = try widened.after(back)
            #expect(differences(after.master, from: before.master) == [])
            #expect(differing(before, after, of: plan) == [])
            #expect(back.edit.changes.map(\.path) == plan.edit.changes.map(\.path))
        }
    }

    @Test("undoes widening of a file without a line feed at its end, but for the line feed")
    func noLineFeed() throws {
        let before = try Stage(Stage.stock + "4\tAUE_NULL\tRESERVED")
        let widened = try before.after(try before.widen(2))
        let after = try widened.after(try widened.narrow())
        #expect(differences(after.master, from: before.master + "\n") == [])
    }

    @Test("says what it takes back")
    func summary() throws {
        let before = try Stage()
        let widened = try before.after(try before.widen(2, at: .number(8)))
        let plan = try widened.narrow()
        #expect(plan.band == 8...9)
        #expect(
            plan.summary == [
                "Take back 2 slots for loadable system calls, 8-9, and the reserved numbers 4-7 in sys/kern/syscalls.master."
            ])
        #expect(plan.intent.trailer == "narrow band=8-9")
        #expect(plan.sizes.map(\.after) == [4, 4])
    }

    @Test("may name its band")
    func named() throws {
        let before = try Stage()
        let widened = try before.after(try before.widen(2))
        #expect(try widened.narrow(4...5).band == 4...5)
    }

    @Test("takes rows without their own comment alone")
    func otherComment() throws {
        let comment = "\n; These are slots of somebody else.\n"
        let stage = try Stage(Stage.stock + comment + "4\(row)5\(row)")
        #expect(try stage.after(try stage.narrow()).master == Stage.stock + comment)
    }

    @Test("leaves a reserved row that did not come with the band")
    func otherReservation() throws {
        let reserved = "4-5\tAUE_NULL\tRESERVED\n"
        let stage = try Stage(Stage.stock + reserved + "6\(row)")
        #expect(try stage.after(try stage.narrow()).master == Stage.stock + reserved)
    }

    @Test("may be of the master alone")
    func masterOnly() throws {
        let before = try Stage()
        let widened = try before.after(try before.widen(2))
        #expect(
            try widened.narrow(scope: .masterOnly).edit.changes.map(\.path.string) == ["sys/kern/syscalls.master"])
    }

    @Test("of the stock band is refused")
    func stock() throws {
        let expected =
            "sys/kern/syscalls.master:3:1: error: 1-2 is the only band of loadable calls, which modules expect; it is not taken back"
        #expect(try Stage().refusal { stage throws(Refusal) in try stage.narrow() } == [expected + " [stock-band]"])
    }

    @Test("of a table without a band is refused")
    func none() throws {
        let stage = try Stage("0\tAUE_NULL\tRESERVED\n")
        let expected = "nowhere: error: there is no band to take back [no-band]"
        #expect(stage.refusal { stage throws(Refusal) in try stage.narrow() } == [expected])
    }

    @Test("of numbers that are no band is refused")
    func noSuchBand() throws {
        let before = try Stage()
        let widened = try before.after(try before.widen(2))
        let expected = "nowhere: error: no band has the numbers 4-6 [no-band]"
        #expect(widened.refusal { stage throws(Refusal) in try stage.narrow(4...6) } == [expected])
    }

    @Test("of a band with calls behind it is refused: their numbers would move")
    func rowsBehind() throws {
        let stage = try Stage(Stage.stock + "4\(row)5\tAUE_NULL\tSTD {\n\t\tint later(void);\n\t}\n")
        let refusal = stage.refusal { stage throws(Refusal) in try stage.narrow() }
        let expected =
            "sys/kern/syscalls.master:11:1: error: the band 4 cannot be taken back: the rows behind it would have to change their numbers"
        #expect(refusal == [expected + " [rows-behind-band]"])
        let named = stage.refusal { stage throws(Refusal) in try stage.narrow(1...2) }
        #expect(named.first?.hasSuffix("[rows-behind-band]") == true)
    }

    @Test("of a band in one arm of a conditional is refused")
    func conditional() throws {
        let stage = try Stage(Stage.stock + "#ifdef A\n4\tAUE_NULL\tRESERVED\n#else\n4\(row)#endif\n")
        let refusal = stage.refusal { stage throws(Refusal) in try stage.narrow() }
        #expect(refusal.first?.hasSuffix("[band-in-conditional]") == true)
    }
}
