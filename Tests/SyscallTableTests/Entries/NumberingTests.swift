import Findings
import SyscallTable
import TestSupport
import Testing

/// The numbers of a table must be gapless whichever preprocessor arms are compiled.
@Suite("Numbers")
struct NumberingTests {
    private func rules(_ text: String) -> [String] {
        master(text).findings.map { "\($0.location?.line ?? 0) \($0.rule)" }
    }

    @Test("that follow one another from zero are sound")
    func sound() {
        #expect(rules(rows(0, 1, 2) + "3-9\tAUE_NULL\tUNIMPL\n" + rows(10)) == [])
    }

    @Test("may repeat in the arms of a conditional")
    func arms() {
        #expect(
            rules(
                rows(0) + "#if A\n" + rows(1, 2) + "#elif B\n" + rows(1, 2) + "#else\n" + rows(1, 2) + "#endif\n"
                    + rows(3)) == [])
    }

    @Test("may repeat in nested arms")
    func nested() {
        let inner = "#if B\n" + rows(2) + "#else\n" + rows(2) + "#endif\n"
        let text = rows(0) + "#if A\n" + rows(1) + inner + rows(3) + "#else\n" + rows(1) + inner + rows(3) + "#endif\n"
        #expect(rules(text + rows(4)) == [])
    }

    @Test("may not be missing without the condition")
    func missingElse() {
        #expect(rules(rows(0) + "#if A\n" + rows(1) + "#endif\n" + rows(2)) == ["4 unequal-arms"])
        #expect(
            rules(rows(0) + "#if A\n" + rows(1) + "#elif B\n" + rows(1) + "#endif\n" + rows(2)) == ["6 unequal-arms"])
    }

    @Test("may not go on behind a conditional as if only one arm counted")
    func unequal() {
        let text = rows(0) + "#if A\n" + rows(1, 2) + "#else\n" + rows(1) + "#endif\n"
        #expect(rules(text + rows(3)) == ["7 unequal-arms"])
        #expect(rules(text + rows(2)) == ["7 unequal-arms", "8 duplicate-number"])
    }

    @Test("are checked in an arm as anywhere")
    func withinAnArm() {
        #expect(
            rules(rows(0) + "#if A\n" + rows(2) + "#else\n" + rows(2) + "#endif\n" + rows(3))
                == ["3 number-gap", "5 number-gap"])
        #expect(rules(rows(0) + "#if A\n" + rows(0) + "#else\n" + "#endif\n" + rows(1)) == ["3 duplicate-number"])
    }

    @Test("may not repeat between an arm and what stands around it")
    func around() {
        #expect(
            rules(rows(0) + "#if A\n" + rows(1) + "#else\n" + rows(1) + "#endif\n" + rows(1, 2))
                == ["7 duplicate-number"])
    }

    @Test("of an outer arm are taken in the inner ones, and free in the other outer one")
    func outer() {
        let text =
            rows(0) + "#if A\n" + rows(1) + "#if B\n" + rows(1) + "#else\n" + rows(2) + "#endif\n" + "#else\n"
            + rows(1, 2) + "#endif\n"
        #expect(rules(text) == ["5 duplicate-number", "8 unequal-arms"])
    }

    @Test("follow a conditional without rows as if it were not there")
    func withoutRows() {
        #expect(rules(rows(0) + "#if A\n#define B\n#endif\n" + rows(1)) == [])
    }

    @Test("go on behind a row that cannot be read, so that it is reported once")
    func goOn() {
        #expect(rules(rows(0) + "1\tAUE_NULL\tSTANDARD\n" + rows(2)) == ["2 unknown-kind"])
    }

    @Test("up to the highest that ktrace can record are accepted")
    func highest() {
        #expect(rules("0-32767\tAUE_NULL\tRESERVED\n") == [])
        #expect(rules("0-32768\tAUE_NULL\tRESERVED\n") == ["1 malformed-number"])
    }

    @Test("may be written with zeros ahead")
    func zeros() {
        #expect(master("000\tAUE_NULL\tRESERVED\n001-002\tAUE_NULL\tRESERVED\n").rows.map(\.numbers) == [0...0, 1...2])
    }
}
