import Findings
import SyscallSyntax
import SyscallTable
import TableMerge
import Testing

@Suite("Two changes of a master come together by what their rows mean")
struct TableMergeTests {
    @Test("Calls that both sides append keep their order, and those of the side that is not published move behind")
    func appendedCalls() {
        let merged = merge(
            base: rows(0...2),
            ours: rows(0...2) + call(3, "mine") + call(4, "mine_too"),
            theirs: rows(0...2) + call(3, "theirs") + call(4, "theirs_too")
        )
        #expect(
            merged.text == rows(0...2) + call(3, "theirs") + call(4, "theirs_too") + call(5, "mine")
                + call(6, "mine_too"))
        #expect(merged.moves.map(\.summary) == ["mine 3 -> 5 (theirs)", "mine_too 4 -> 6 (theirs_too)"])
        #expect(merged.conflicts.isEmpty)
    }

    @Test("A band moves behind the calls that took its numbers, and its comment speaks of the new ones")
    func movedBand() {
        let merged = merge(
            base: rows(0...2),
            ours: rows(0...2) + "\n; Slots 3-5 are for modules.\n" + slot(3) + slot(4) + slot(5),
            theirs: rows(0...2) + call(3, "theirs")
        )
        #expect(
            merged.text == rows(0...2) + call(3, "theirs") + "\n; Slots 4-6 are for modules.\n" + slot(4) + slot(5)
                + slot(6))
        #expect(merged.moves.map(\.isSlot) == [true, true, true])
    }

    @Test("A band that stands at a number of its own stays there, and the reserved numbers ahead of it shrink")
    func keptBand() {
        let merged = merge(
            base: rows(0...2),
            ours: rows(0...2) + "3-9\tAUE_NULL\tRESERVED\n" + slot(10),
            theirs: rows(0...2) + call(3, "theirs")
        )
        #expect(merged.text == rows(0...2) + call(3, "theirs") + "4-9\tAUE_NULL\tRESERVED\n" + slot(10))
        #expect(merged.moves.isEmpty)
    }

    @Test("A call that both sides append is there once, at the published number")
    func sameCall() {
        let merged = merge(
            base: rows(0...2),
            ours: rows(0...2) + call(3, "mine") + call(4, "shared"),
            theirs: rows(0...2) + call(3, "shared")
        )
        #expect(merged.text == rows(0...2) + call(3, "shared") + call(4, "mine"))
        #expect(merged.present.map(\.name) == ["shared"])
    }

    @Test("Two calls of one name with different declarations are a conflict")
    func sameName() {
        let merged = merge(
            base: rows(0...2),
            ours: rows(0...2) + call(3, "shared", "long size"),
            theirs: rows(0...2) + call(3, "shared")
        )
        #expect(merged.conflicts.map(\.message) == ["the other side has a call shared with another declaration"])
    }

    @Test("A reserved number that both sides give to a call goes to the published one")
    func claimedTwice() {
        let merged = merge(
            base: rows(0...1) + "2-4\tAUE_NULL\tRESERVED\n" + call(5, "last"),
            ours: rows(0...1) + call(2, "mine") + "3-4\tAUE_NULL\tRESERVED\n" + call(5, "last"),
            theirs: rows(0...1) + call(2, "theirs") + "3-4\tAUE_NULL\tRESERVED\n" + call(5, "last")
        )
        #expect(
            merged.text == rows(0...1) + call(2, "theirs") + "3-4\tAUE_NULL\tRESERVED\n" + call(5, "last")
                + call(6, "mine"))
        #expect(merged.moves.map(\.summary) == ["mine 2 -> 6 (theirs)"])
    }

    @Test("Two sides that give different numbers of one reserved range to calls split it")
    func claimedApart() {
        let merged = merge(
            base: rows(0...1) + "2-5\tAUE_NULL\tRESERVED\n" + call(6, "last"),
            ours: rows(0...1) + "2-3\tAUE_NULL\tRESERVED\n; Ours.\n" + call(4, "mine") + "5\tAUE_NULL\tRESERVED\n"
                + call(6, "last"),
            theirs: rows(0...1) + call(2, "theirs") + "3-5\tAUE_NULL\tRESERVED\n" + call(6, "last")
        )
        #expect(
            merged.text == rows(0...1) + call(2, "theirs") + "3\tAUE_NULL\tRESERVED\n; Ours.\n" + call(4, "mine")
                + "5\tAUE_NULL\tRESERVED\n" + call(6, "last"))
        #expect(merged.conflicts.isEmpty && merged.moves.isEmpty)
    }

    @Test("Changes of different rows are both made")
    func differentRows() {
        let merged = merge(
            base: rows(0...4),
            ours: rows(0...0) + call(1, "changed", "long size") + rows(2...4),
            theirs: rows(0...2) + "3\tAUE_NULL\tOBSOL\tcall3\n" + rows(4...4)
        )
        #expect(
            merged.text == rows(0...0) + call(1, "changed", "long size") + rows(2...2)
                + "3\tAUE_NULL\tOBSOL\tcall3\n" + rows(4...4))
    }

    @Test("A row that both sides change to something else is a conflict, with both between git's markers")
    func sameRow() {
        let merged = merge(
            base: rows(0...2),
            ours: rows(0...0) + call(1, "call1", "long size") + rows(2...2),
            theirs: rows(0...0) + call(1, "call1", "short size") + rows(2...2)
        )
        #expect(merged.conflicts.map(\.message) == ["both sides change call1"])
        #expect(
            merged.text == rows(0...0) + "<<<<<<< ours\n" + call(1, "call1", "long size") + "=======\n"
                + call(1, "call1", "short size") + ">>>>>>> theirs\n" + rows(2...2))
    }

    @Test("A change that both sides made alike is there once")
    func sameChange() {
        let changed = rows(0...0) + "1\tAUE_NULL\tOBSOL\tcall1\n" + rows(2...2)
        let merged = merge(base: rows(0...2), ours: changed, theirs: changed)
        #expect(merged.text == changed)
        #expect(merged.conflicts.isEmpty)
    }

    @Test("Comments that one side changes are changed, and those that both change are a conflict")
    func comments() {
        let merged = merge(
            base: "; one\n" + rows(0...0) + "; two\n" + rows(1...1),
            ours: "; first\n" + rows(0...0) + "; second\n" + rows(1...1),
            theirs: "; one\n" + rows(0...0) + "; deux\n" + rows(1...1)
        )
        #expect(
            merged.text == "; first\n" + rows(0...0) + "<<<<<<< ours\n; second\n=======\n; deux\n>>>>>>> theirs\n"
                + rows(1...1))
        #expect(merged.conflicts.count == 1)
    }

    @Test("New rows go ahead of the comments that end a master")
    func trailingComment() {
        let merged = merge(
            base: rows(0...1) + "; the end\n",
            ours: rows(0...1) + call(2, "mine") + "; the end\n",
            theirs: rows(0...1) + call(2, "theirs") + "; the end\n"
        )
        #expect(merged.text == rows(0...1) + call(2, "theirs") + call(3, "mine") + "; the end\n")
    }

    @Test("New rows are numbered from the floor that another master sets")
    func floor() {
        let merged = merge(
            base: rows(0...1), ours: rows(0...1) + call(2, "mine"), theirs: rows(0...1), floor: 4)
        #expect(merged.text == rows(0...1) + call(4, "mine"))
    }
}

private func merge(base: String, ours: String, theirs: String, floor: Int = 0) -> MergedMaster {
    TableMerge.merge(
        base: master(base, "base"), ours: master(ours, "ours"), theirs: master(theirs, "theirs"), floor: floor)
}

private func master(_ text: String, _ path: String) -> Master {
    Master(.parse(Array(text.utf8), path: path), generator: .modular)
}

private func call(_ number: Int, _ name: String, _ argument: String = "int fd") -> String {
    "\(number)\tAUE_NULL\tSTD {\n\t\tint \(name)(\n\t\t    \(argument)\n\t\t);\n\t}\n"
}

private func slot(_ number: Int) -> String {
    "\(number)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
}

private func rows(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { call($0, "call\($0)") }.joined()
}

extension MergedMaster {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension MergedMaster.Move {
    fileprivate var summary: String { "\(name) \(old) -> \(new) (\(holder ?? "nobody"))" }
}
