import Authoring
import Edits
import Findings
import PatchSeries
import TableMerge
import TestSupport
import Testing

@Suite("A series is carried to another base by what its patches mean")
struct CarryTests {
    private static let slots = (3...5).map {
        "\($0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
    }

    @Test("A patch that applies as it is stays byte for byte")
    func applies() throws {
        let fixture = try CarriedFixture()
        try fixture.widen(Widening(slots: 3))
        let carried = try fixture.carry()
        #expect(carried.words == ["applies"])
        #expect(carried.patches[0].bytes == (try fixture.sandbox.read("patches/" + carried.patches[0].name)))
    }

    @Test("A recorded band moves behind the calls that took its numbers, with message and companions made anew")
    func recordedBand() throws {
        let fixture = try CarriedFixture()
        try fixture.widen(Widening(slots: 3))
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let carried = try fixture.carry()
        #expect(carried.words == ["redone"])
        #expect(
            carried.patches[0].moves.map { "\($0.old) \($0.new) \($0.holder ?? "-")" } == [
                "3 4 fresh", "4 5 -", "5 6 -",
            ])
        #expect(try carried.drift() == [])
        let mail = String(decoding: carried.patches[0].bytes ?? [], as: UTF8.self)
        #expect(mail.contains("Add 3 slots for loadable system calls, 4-6;"))
        #expect(mail.contains("Sysent-Intent: widen slots=3 at=tail\n"))
    }

    @Test("A recorded band at a number of its own stays there, and is refused when its numbers are taken")
    func fixedBand() throws {
        let fixture = try CarriedFixture()
        try fixture.widen(Widening(slots: 2, at: .number(4)))
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let moved = try fixture.carry()
        #expect(moved.words == ["redone"])
        #expect(moved.patches[0].moves == [])
        #expect(try moved.drift() == [])
        try fixture.commit("upstream", appending: CarriedFixture.call(4, "fresher"))
        let collided = try fixture.carry()
        #expect(collided.words == ["conflict"])
        #expect(collided.patches[0].findings.map(\.rule) == ["band-collides"])
    }

    @Test("A band that was added by hand moves as well, and the message speaks of its new numbers")
    func inferredBand() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("Append the slots 3-5", appending: Self.slots.joined())
        try fixture.makePatch("0001-band.patch")
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let carried = try fixture.carry()
        #expect(carried.words == ["redone"])
        #expect(carried.patches[0].intent?.text == "adds 3-5 lkmnosys")
        #expect(String(decoding: carried.patches[0].bytes ?? [], as: UTF8.self).contains("Append the slots 4-6\n"))
        #expect(try carried.drift() == [])
    }

    @Test("A patch whose pre-image the repository lacks is carried by the rows that it adds")
    func missingPreimage() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("slots", appending: Self.slots.joined())
        try fixture.makePatch("0001-band.patch")
        let mail = String(decoding: try fixture.sandbox.read("patches/0001-band.patch"), as: UTF8.self)
        let unknown = mail.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix("index ") ? "index 1234567..7654321 100644" : String($0)
        }
        try fixture.sandbox.write("patches/0001-band.patch", unknown.joined(separator: "\n"))
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let carried = try fixture.carry()
        #expect(carried.words == ["redone"])
        #expect(try carried.drift() == [])
    }

    @Test("The number of a call is published: it moves only when that is asked for, and then it is a binary break")
    func publishedNumber() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("mine", appending: CarriedFixture.call(3, "mine") + CarriedFixture.call(4, "mine_too"))
        try fixture.makePatch("0001-mine.patch")
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh") + CarriedFixture.call(4, "fresher"))
        let refused = try fixture.carry()
        #expect(refused.words == ["conflict"])
        #expect(refused.patches[0].findings.map(\.rule) == ["published-number", "published-number"])
        let moved = try fixture.carry(RebaseOptions(renumbersPublished: true))
        #expect(moved.words == ["redone"])
        #expect(moved.patches[0].moves.map { "\($0.name) \($0.new)" } == ["mine 5", "mine_too 6"])
        #expect(moved.patches[0].findings.map(\.severity) == [.warning, .warning])
        #expect(try moved.drift() == [])
    }

    @Test("A call of two masters does not get a number in each")
    func partedNumber() throws {
        let narrow = "sys/compat/narrow/syscalls.master"
        let fixture = try CarriedFixture { tree in
            tree.with(narrow, CarriedFixture.masterText)
                .with("sys/compat/narrow/Makefile", ".include \"../../conf/sysent.mk\"\n")
                .with(
                    "sys/compat/narrow/syscalls.conf",
                    TableTree.narrow.replacing("_prefix=\"narrow_", with: "_prefix=\"freebsd32_"))
        }
        func rows(_ calls: String) -> [String: String] { [narrow: CarriedFixture.masterText + calls] }
        let mine = CarriedFixture.call(3, "mine")
        try fixture.commit("mine\n\nSysent-Intent: unpublished", appending: mine, rows(mine))
        try fixture.makePatch("0001-mine.patch")
        let fresh = CarriedFixture.call(3, "fresh")
        try fixture.commit("upstream", appending: fresh, rows(fresh))
        #expect(try fixture.carry().words == ["redone"])
        try fixture.commit("upstream", appending: CarriedFixture.call(4, "fresher"))
        let carried = try fixture.carry()
        #expect(carried.words == ["conflict"])
        #expect(carried.patches[0].findings.map(\.rule) == ["parted-number"])
    }

    @Test("A call that says that it is unpublished may move")
    func unpublishedNumber() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("mine\n\nSysent-Intent: unpublished", appending: CarriedFixture.call(3, "mine"))
        try fixture.makePatch("0001-mine.patch")
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let carried = try fixture.carry()
        #expect(carried.words == ["redone"])
    }

    @Test("A patch whose call the base has under another number is already upstream")
    func upstreamCall() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("mine", appending: CarriedFixture.call(3, "shared"))
        try fixture.makePatch("0001-shared.patch")
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh") + CarriedFixture.call(4, "shared"))
        let carried = try fixture.carry()
        #expect(carried.words == ["upstream"])
        #expect(carried.patches[0].present.map(\.number) == [4])
        #expect(carried.patches[0].bytes == nil)
    }

    @Test("A patch that the base has to the letter is already upstream")
    func upstreamText() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("text", ["README": "one\ntwo\n"])
        try fixture.makePatch("0001-text.patch")
        try fixture.commit("upstream", ["README": "one\ntwo\n"])
        #expect(try fixture.carry().words == ["upstream"])
    }

    @Test("A patch of other files is merged by git, and keeps its head")
    func mergedText() throws {
        let lines = (1...30).map { "line \($0)\n" }
        func text(_ changes: [Int: String]) -> String {
            lines.enumerated().map { changes[$0.offset + 1] ?? $0.element }.joined()
        }
        let fixture = try CarriedFixture()
        try fixture.commit("base", ["notes": text([:])])
        try fixture.commit("mine", ["notes": text([10: "mine\n"])])
        try fixture.makePatch("0001-notes.patch")
        try fixture.commit("upstream", ["notes": text([8: "theirs\n"])])
        let carried = try fixture.carry()
        #expect(carried.words == ["merged"])
        #expect(try carried.text("notes") == text([8: "theirs\n", 10: "mine\n"]))
        let old = String(decoding: try fixture.sandbox.read("patches/0001-notes.patch"), as: UTF8.self)
        let new = String(decoding: carried.patches[0].bytes ?? [], as: UTF8.self)
        #expect(new.split(separator: "\n---\n")[0] == old.split(separator: "\n---\n")[0])
    }

    @Test("A patch that git cannot merge stops with the file, and the patches behind it are judged without it")
    func textConflict() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("base", ["notes": "one\n", "other": "one\n"])
        try fixture.commit("mine", ["notes": "mine\n"])
        try fixture.makePatch("0001-notes.patch")
        try fixture.commit("more", ["other": "two\n"])
        try fixture.makePatch("0002-other.patch")
        try fixture.commit("upstream", ["notes": "theirs\n"])
        let carried = try fixture.carry()
        #expect(carried.words == ["conflict", "applies"])
        #expect(carried.patches[0].findings.map { $0.location?.path } == ["notes"])
        #expect(!carried.isComplete)
    }

    @Test("Companions that a patch brings are made anew when the table has moved on")
    func staleCompanions() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("master", appending: CarriedFixture.call(3, "mine"))
        try fixture.makePatch("0001-mine.patch")
        try fixture.commit(
            "upstream",
            [CarriedFixture.master: CarriedFixture.masterText.replacing("long oil", with: "int oil")])
        let carried = try fixture.carry()
        #expect(carried.words == ["redone"])
        #expect(try carried.drift() == [])
    }

    @Test("A message that speaks of another band than the rows make is reported")
    func staleMessage() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("Append the slots 12-14", appending: Self.slots.joined())
        try fixture.makePatch("0001-band.patch")
        let carried = try fixture.carry()
        #expect(carried.words == ["applies"])
        #expect(carried.patches[0].findings.map(\.rule) == ["stale-message"])
    }

    @Test("Two patches that add calls keep their order behind the base's new ones")
    func twoPatches() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("first", appending: CarriedFixture.call(3, "first"))
        let first = try fixture.sandbox.git("src", "format-patch", "-1", "--stdout")
        try fixture.commit("second", appending: CarriedFixture.call(4, "second"))
        let second = try fixture.sandbox.git("src", "format-patch", "-1", "--stdout")
        try fixture.sandbox.git("src", "reset", "--quiet", "--hard", "HEAD~2")
        try fixture.sandbox.write("patches/0001-first.patch", first)
        try fixture.sandbox.write("patches/0002-second.patch", second)
        try fixture.sandbox.write("patches/series", "0001-first.patch\n0002-second.patch\n")
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let carried = try fixture.carry(RebaseOptions(renumbersPublished: true))
        #expect(carried.words == ["redone", "redone"])
        #expect(carried.patches.flatMap(\.moves).map { "\($0.name) \($0.new)" } == ["first 4", "second 5"])
        #expect(try carried.drift() == [])
    }

    @Test("The repository is what it was, down to the times of its files")
    func untouched() throws {
        let fixture = try CarriedFixture()
        try fixture.widen(Widening(slots: 3))
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"))
        let before = try fixture.sandbox.fingerprint("src")
        _ = try fixture.carry()
        #expect(try fixture.sandbox.fingerprint("src") == before)
    }

    @Test("The carried series replaces the old one, and what is upstream goes")
    func replaced() throws {
        let fixture = try CarriedFixture()
        try fixture.commit("text", ["README": "one\n"])
        try fixture.makePatch("0001-text.patch")
        try fixture.widen(Widening(slots: 3))
        try fixture.commit("upstream", appending: CarriedFixture.call(3, "fresh"), ["README": "one\n"])
        try PatchSeries.replace(fixture.carry())
        #expect(
            try fixture.sandbox.names(in: "patches") == [
                "0002-kern-add-3-slots-for-loadable-system-calls.patch", "series",
            ])
        #expect(try fixture.carry().words == ["applies"])
    }

    @Test("A new directory takes the carried series, and one that holds files is refused")
    func exported() throws {
        let fixture = try CarriedFixture()
        try fixture.widen(Widening(slots: 3))
        let carried = try fixture.carry()
        try PatchSeries.export(carried, to: fixture.sandbox.path("new"))
        #expect(try fixture.sandbox.names(in: "new") == fixture.sandbox.names(in: "patches"))
        #expect(
            refusal { try PatchSeries.export(carried, to: fixture.sandbox.path("patches")) }?.rule == "patch-exists")
    }
}
