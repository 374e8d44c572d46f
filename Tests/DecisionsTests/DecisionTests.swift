import Decisions
import SlotModel
import TestSupport
import Testing

@Suite("A decision") struct DecisionTests {
    @Test("changes nothing where the slots that are there do")
    func enough() throws {
        let decision = try Grounds().decide(Grounds.manifest([0, 3]))
        #expect(decision.adopted?.kind == .asItIs)
        #expect(decision[.asItIs].assigned.map(\.number) == [1, 2])
        #expect(decision[.asItIs].files.isEmpty)
        #expect([.widenTail, .widenBand, .reserved].allSatisfy { decision[$0].verdict == .needless })
        #expect(decision[.multiplexor].verdict == .rejected)
    }

    @Test("adds slots behind the last call where some are missing: the change is really planned")
    func widen() throws {
        let decision = try Grounds().decide(Grounds.manifest([0, 0, 0, 1]))
        let way = decision[.widenTail]
        #expect(decision.adopted?.kind == .widenTail)
        #expect(way.numbers == [8, 9])
        #expect(way.assigned.map(\.number) == [1, 2, 8, 9])
        #expect(way.moved == [])
        #expect(
            way.slots == [
                Way.Slots(table: .native, needed: 4, free: 2, freeAfter: 4),
                Way.Slots(table: .freebsd32, needed: 4, free: 2, freeAfter: 4),
            ])
        let master = try #require(way.files.first { $0.path == "sys/kern/syscalls.master" })
        #expect(master.removed == 0 && master.added > 2)
        #expect(way.files.contains { $0.path == "sys/compat/freebsd32/freebsd32_sysent.c" && $0.added == 2 })
        #expect(decision[.asItIs].verdict == .impossible)
        #expect(
            decision[.asItIs].reasons == [
                "4 wanted of the native table, 2 free: 2 short", "4 wanted of the freebsd32 table, 2 free: 2 short",
            ])
        #expect(decision[.asItIs].remarks == ["without a number: m2, m3"])
    }

    @Test("sees that a 32-bit table that is not regenerated is searched past its end")
    func narrow() throws {
        let decision = try Grounds().decide(Grounds.manifest([0, 0, 0]))
        #expect(
            decision[.widenTail].narrow == [
                "the table of 32-bit programs grows with it, from 8 to 9 rows",
                "where sys/kern alone is regenerated, SYS_MAXSYSCALL is 9 and that table has 8 rows: a registration in it searches past its end",
            ])
        let native = try Grounds().decide(Grounds.manifest([0, 0, 0], ""))
        #expect(native[.widenTail].narrow.last?.hasSuffix("that table has 8 rows") == true)
        #expect(native[.widenTail].slots.map(\.table) == [.native])
    }

    @Test("tries the RESERVED rows, and what it costs to make slots of them")
    func reserved() throws {
        let decision = try Grounds().decide(Grounds.manifest([0, 0, 0, 0]))
        let way = decision[.reserved]
        #expect(way.verdict == .possible)
        #expect(way.remarks.first?.hasPrefix("0 of 4 RESERVED rows can be claimed as they are") == true)
        #expect(way.numbers == [3, 4])
        #expect(way.assigned.map(\.number) == [1, 2, 3, 4])
        #expect(way.reasons == ["2 rows of the tree would change"])
        let many = try Grounds().decide(Grounds.manifest(Array(repeating: 0, count: 8)))
        #expect(many[.reserved].verdict == .impossible)
        #expect(many[.reserved].reasons == ["6 rows are wanted, and 4 are RESERVED"])
    }

    @Test("knows what stands where a labelled band would begin, and what it costs to keep numbers ahead of it")
    func band() throws {
        let collision = try Grounds().decide(Grounds.manifest([0, 0, 0, 0]), at: 7)
        #expect(collision[.widenBand].verdict == .impossible)
        #expect(collision[.widenBand].reasons == ["a band at 7-8 would collide with 7 (door)"])
        let free = try Grounds().decide(Grounds.manifest([0, 0, 0, 0]), at: 20)
        #expect(free[.widenBand].numbers == [20, 21])
        #expect(free[.widenBand].verdict == .possible)
        #expect(free[.widenBand].remarks == ["12 numbers ahead of the band, 8-19, would be kept for nothing else"])
        #expect(free.adopted?.kind == .widenTail)
    }

    @Test("prefers numbers that the next release leaves free")
    func next() throws {
        let next = try Grounds(Grounds.master(Grounds.call(8, "mat") + Grounds.call(9, "wick")))
        let decision = try Grounds().decide(Grounds.manifest([0, 0, 0, 0]), next: next, at: 10)
        #expect(decision[.widenTail].taken == [8, 9])
        #expect(
            decision[.widenTail].next == [
                "the next release gives 8-9 to calls of its own: mat, wick",
                "in the next release the band stands at 10-11",
            ])
        #expect(decision.adopted?.kind == .widenBand)
        #expect(decision["churn"].agrees == false)
    }

    @Test("folds calls behind one number as far as words go, and says what they would have to share")
    func folded() throws {
        let audited = try Grounds.manifest([7, 1], "audit: AUE_DOOR", name: "a")
        let decision = try Grounds().decide(audited, Grounds.manifest([0, 6], "capability: true", name: "b"))
        let way = decision[.multiplexor]
        #expect(way.verdict == .rejected)
        #expect(way.slots.map(\.needed) == [2])
        #expect(way.remarks.contains { $0.hasSuffix("so a number of their own: a0 (7)") })
        #expect(way.remarks.contains("2 audit events would have to be one: AUE_DOOR, AUE_NULL"))
        #expect(way.remarks.contains("capability mode allows 2 of 3 calls, and would have to allow all or none"))
        #expect(decision[.moduleTable].slots == way.slots)
    }

    @Test("finds the code that a separate table would hook into, in the tree")
    func separate() throws {
        var changed = try Grounds()
        changed.tree["sys/amd64/amd64/trap.c"] = "int\ncpu_fetch_syscall_args(void)\n{\n}\n"
        let way = try Grounds().decide(Grounds.manifest([0, 0, 0]), next: changed)[.separateTable]
        #expect(way.byHand == ["sys/amd64/amd64/trap.c", "sys/amd64/ia32/ia32_syscall.c"])
        #expect(way.verdict == .rejected)
        #expect(way.narrow.first?.contains("ia32_fetch_syscall_args (sys/amd64/ia32/ia32_syscall.c)") == true)
        #expect(way.next == ["of 2 files the next release changes 1 in 3 lines: each such release is a rebase by hand"])
    }

    @Test("takes a band of before back, where that one is too small")
    func widened() throws {
        let slots = (8...9).map { "\($0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }.joined()
        let decision = try Grounds(Grounds.master(slots)).decide(Grounds.manifest(Array(repeating: 0, count: 7)))
        let way = decision[.widenTail]
        #expect(decision.adopted?.kind == .widenTail)
        #expect(way.numbers == [8, 9, 10, 11, 12])
        #expect(way.slots.first == Way.Slots(table: .native, needed: 7, free: 4, freeAfter: 7))
        #expect(
            way.remarks == [
                "the band that the tree was widened by is taken back first, and made anew with the slots that are missing"
            ])
    }

    @Test("sets the plan's figures beside what is measured, and says where they differ")
    func figures() throws {
        let decision = try Grounds().decide(Grounds.manifest([0, 0, 6]))
        #expect(decision["loadable-slots"].agrees == false)
        #expect(decision["loadable-slots"].measured == "2 free slots: 1-2")
        #expect(decision["names"].agrees == false)
        #expect(decision["placement"].agrees == true)
        #expect(decision["mig"].agrees == nil)
        #expect(decision["churn"].agrees == nil)
        #expect(
            decision["regeneration"].measured.hasPrefix("made elsewhere: 4 files of the change, sys/compat/freebsd32/"))
        #expect(decision["wide-traps"].measured.hasPrefix("1 call of more than five words; the kernel takes 8, "))
    }
}
