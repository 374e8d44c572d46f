import Findings
import TableDiff
import Testing

@Suite("A change of rows") struct ChangeTests {
    /// What changed between two rows at number 1, and what it does.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let expected: [String]

        init(_ description: String, _ old: String, _ new: String, _ expected: String...) {
            testDescription = description
            self.old = old
            self.new = new
            self.expected = expected
        }
    }

    static let first = row(0, "start")

    static let cases: [Case] = [
        Case("nothing", row(1, "lamp", "int oil"), row(1, "lamp", "int oil")),
        Case("a call behind the end", "", row(1, "lamp"), "added compatible"),
        Case("a call at the end is gone", row(1, "lamp"), "", "removed binary-break"),
        Case("a reserved number", row(1, placeholder: "RESERVED"), row(1, "lamp"), "implemented compatible"),
        Case("back to a placeholder", row(1, "lamp"), row(1, placeholder: "UNIMPL"), "unimplemented binary-break"),
        Case("a slot is taken", slot(1), row(1, "lamp"), "implemented binary-break"),
        Case("obsolete", row(1, "lamp"), row(1, placeholder: "OBSOL", "lamp"), "obsoleted binary-break"),
        Case(
            "obsolete by another name", row(1, "lamp"), row(1, placeholder: "OBSOL", "light"), "obsoleted binary-break"),
        Case("back from the past", row(1, placeholder: "OBSOL", "lamp"), row(1, "lamp"), "revived compatible"),
        Case(
            "an obsolete number for another", row(1, placeholder: "OBSOL", "wick"), row(1, "lamp"),
            "revived binary-break"),
        Case("another call", row(1, "lamp", "int oil"), row(1, "door", "char *key"), "reused binary-break"),
        Case(
            "another name", row(1, "lamp", "int oil", "int wick"), row(1, "light", "int oil", "int wick"),
            "renamed source-break"),
        Case("underscores", row(1, "lamp"), row(1, "_lamp"), "renamed source-break"),
        Case("calls without arguments are told by name", row(1, "lamp"), row(1, "door"), "reused binary-break"),
        Case("compat", row(1, "lamp"), row(1, "lamp", kinds: "COMPAT14"), "made-compat compatible"),
        Case(
            "compat of what had a row of its own", row(1, "olamp", "struct lamp *old"),
            row(1, "lamp", "struct lamp *old", kinds: "COMPAT14"), "made-compat compatible"),
        Case(
            "compat of another call", row(1, "olamp", "struct lamp *old"),
            row(1, "lamp", "long old", kinds: "COMPAT14"), "reused binary-break"),
        Case(
            "another release", row(1, "lamp", kinds: "COMPAT13"), row(1, "lamp", kinds: "COMPAT14"),
            "compat-level information"),
        Case("current again", row(1, "lamp", kinds: "COMPAT14"), row(1, "lamp"), "made-current compatible"),
        Case(
            "obsolete compat", row(1, "lamp", kinds: "COMPAT11"), row(1, placeholder: "OBSOL", "freebsd11_lamp"),
            "obsoleted binary-break"),
        Case("a slot", row(1, placeholder: "RESERVED"), slot(1), "slots-added compatible"),
        Case("no slot", slot(1), row(1, placeholder: "RESERVED"), "slots-removed binary-break"),
        Case(
            "another placeholder", row(1, placeholder: "UNIMPL"), row(1, placeholder: "RESERVED"),
            "placeholder information"),
        Case("result", row(1, "lamp"), row(1, "lamp", result: "ssize_t"), "result source-break"),
        Case(
            "an argument more", row(1, "lamp", "int a"), row(1, "lamp", "int a", "int b"), "argument-added binary-break"
        ),
        Case(
            "an argument less", row(1, "lamp", "int a", "int b"), row(1, "lamp", "int a"),
            "argument-removed binary-break"),
        Case("an argument's name", row(1, "lamp", "int a"), row(1, "lamp", "int b"), "argument-name information"),
        Case("audit", row(1, "lamp"), row(1, "lamp", audit: "AUE_LAMP"), "audit information"),
        Case(
            "allowed in capability mode", row(1, "lamp"), row(1, "lamp", kinds: "STD|CAPENABLED"),
            "capability-granted compatible"),
        Case(
            "refused in capability mode", row(1, "lamp", kinds: "STD|CAPENABLED"), row(1, "lamp"),
            "capability-withdrawn binary-break"),
        Case("annotations", row(1, "lamp", "_In_ int *a"), row(1, "lamp", "_Out_ int *a"), "annotations information"),
        Case("needs a module", row(1, "lamp"), row(1, "lamp", kinds: "NOSTD"), "flags binary-break"),
        Case("needs no module", row(1, "lamp", kinds: "NOSTD"), row(1, "lamp"), "flags compatible"),
        Case("no library stub", row(1, "lamp"), row(1, "lamp", kinds: "STD|NOLIB"), "flags source-break"),
        Case("does not return", row(1, "lamp"), row(1, "lamp", kinds: "STD|NORETURN"), "flags information"),
        Case("no structure", row(1, "lamp"), row(1, "lamp", kinds: "NOARGS"), "flags information"),
        Case(
            "a multiplexer, whose prototype the header lacks anyway", row(1, "lamp", kinds: "STD|NOARGS"),
            row(1, "lamp", kinds: "SYSMUX"), "flags information"),
        Case(
            "some kernels lack it", row(1, "lamp"),
            "#ifdef OIL\n\(row(1, "lamp"))#else\n\(row(1, placeholder: "UNIMPL"))#endif\n", "condition binary-break"),
    ]

    @Test("is told by its kind and what it does", arguments: cases)
    func verdict(of item: Case) {
        #expect(verdicts(Self.first + item.old, Self.first + item.new) == item.expected)
    }

    @Test("is the mirror image of the change back", arguments: cases)
    func mirror(of item: Case) {
        let there = changes(Self.first + item.old, Self.first + item.new).map(\.kind.opposite.rawValue).sorted()
        let back = changes(Self.first + item.new, Self.first + item.old).map(\.kind.rawValue).sorted()
        #expect(there == back)
    }

    @Test("has a reason, and places in both masters")
    func places() throws {
        let change = try #require(changes(Self.first + row(1, "lamp"), Self.first + row(1, "lamp", "int oil")).first)
        #expect(change.name == "lamp")
        #expect(change.numbers == 1...1)
        #expect(change.new == "int oil")
        #expect(change.oldLocation?.line == 4)
        #expect(change.newLocation?.line == 4)
        #expect(!change.reason.isEmpty)
    }

    @Test("that names an old interface and a new number is one change")
    func superseded() throws {
        let old = row(0, "lamp", "int oil")
        let same = row(0, "lamp", "int oil", kinds: "COMPAT14") + row(1, "lamp", "int oil")
        let other = row(0, "lamp", "int oil", kinds: "COMPAT14") + row(1, "lamp", "int oil", "int wick")
        #expect(verdicts(old, same) == ["superseded compatible"])
        #expect(verdicts(old, other) == ["superseded source-break"])
        #expect(verdicts(same, old) == ["restored binary-break"])
        let change = try #require(changes(old, other).first)
        #expect(change.newNumber == 1)
        #expect(change.reason.contains("COMPAT_FREEBSD14"))
    }

    @Test("to an old interface that a row of its own keeps names no option")
    func rowOfItsOwn() throws {
        let old = row(0, "lamp", "int oil")
        let new = row(0, "freebsd14_lamp", "int oil") + row(1, "lamp", "int oil")
        let option = row(0, "lamp", "int oil", kinds: "COMPAT14") + row(1, "lamp", "int oil")
        #expect(verdicts(old, new) == ["superseded compatible"])
        #expect(try #require(changes(old, new).first).reason.contains("COMPAT") == false)
        #expect(verdicts(new, option) == ["condition binary-break"])
        #expect(verdicts(option, new) == ["condition compatible"])
    }

    @Test("of the old interface itself is seen when it is superseded")
    func supersededAndChanged() {
        let old = row(0, "lamp", "int oil")
        let new = row(0, "lamp", "long oil", kinds: "COMPAT14") + row(1, "lamp", "int oil")
        #expect(verdicts(old, new) == ["superseded compatible", "argument-type binary-break"])
    }

    @Test("of numbers is a binary break, wherever the old number went")
    func renumbered() {
        let old = row(0, "lamp", "int oil") + row(1, "door", "char *key")
        let swapped = row(0, "door", "char *key") + row(1, "lamp", "int oil")
        #expect(verdicts(old, swapped) == ["renumbered binary-break", "renumbered binary-break"])
        let moved = row(0, placeholder: "OBSOL", "lamp") + row(1, "door", "char *key") + row(2, "lamp", "int oil")
        #expect(verdicts(old, moved) == ["renumbered binary-break"])
        #expect(verdicts(moved, old) == ["renumbered binary-break"])
        let given = row(0, "window") + row(1, "door", "char *key") + row(2, "lamp", "int oil")
        #expect(verdicts(old, given) == ["added binary-break", "renumbered binary-break"])
    }

    @Test("of a name that the headers keep breaks nothing")
    func alias() {
        let old = compared(row(0, "exit", "int code"))
        let kept = compared(row(0, "_exit", "int code"), configuration: "syshdr_extra=\"#define SYS_exit SYS__exit\"\n")
        let there = TableDiff.changes(from: old, to: kept).changes
        #expect(there.map(\.kind) == [.renamed])
        #expect(there.map(\.impact) == [.compatible])
        let back = TableDiff.changes(from: kept, to: old).changes
        #expect(back.map(\.impact) == [.sourceBreak])
    }

    @Test("to an obsolete row of another name is about the call that went")
    func obsoleted() {
        let change = changes(Self.first + row(1, "lamp"), Self.first + row(1, placeholder: "OBSOL", "light")).first
        #expect(change?.name == "lamp")
        #expect(change?.new == "obsolete light")
    }

    @Test("of a band is one change")
    func band() throws {
        let band = (1...8).map(slot).joined()
        let change = try #require(changes(Self.first, Self.first + band).first)
        #expect(change.kind == .slotsAdded)
        #expect(change.numbers == 1...8)
        let maximum = try #require(changes(Self.first, Self.first + band).last)
        #expect(maximum.kind == .maximum)
        #expect((maximum.old, maximum.new) == ("1", "9"))
    }

    @Test("of one argument among others is found at its place")
    func alignment() {
        let old = row(0, "lamp", "int a", "int b", "int c")
        let inserted = changes(old, row(0, "lamp", "int a", "int x", "int b", "int c"))
        #expect(inserted.map(\.kind) == [.argumentAdded])
        #expect(inserted.first?.new == "int x")
        let removed = changes(old, row(0, "lamp", "int b", "int c"))
        #expect(removed.map(\.kind) == [.argumentRemoved])
        #expect(removed.first?.old == "int a")
    }
}
