import Edits
import Findings
import SlotModel
import SourceTree
import TrapModules

/// A figure of the plan of June 2026 to widen the band for Mach traps, beside what is measured here.
///
/// The plan compared these ways for a module of Mach traps on FreeBSD 15.0. Its figures are stated as it states them.
public struct PlanFigure: Sendable {
    /// What it is about. The names are part of the interface.
    public let name: String
    /// What the plan says.
    public let planned: String
    /// What is measured.
    public let measured: String
    /// Whether the two agree; `nil` where one does not speak of the other's subject.
    public let agrees: Bool?

    static func all(_ ground: Ground, _ ways: [Way]) throws(Refusal) -> [PlanFigure] {
        let figures = Figures(ground: ground, ways: ways)
        return figures.tables + figures.demand + figures.change + figures.others
    }
}

private struct Figures {
    let ground: Ground
    let ways: [Way]

    private var native: Capacity.Table? { ground.capacity[.native] }
    private var tail: Way? { ways.first { $0.kind == .widenTail } }

    private func way(_ kind: Way.Kind) -> Way? { ways.first { $0.kind == kind } }

    private func figure(_ name: String, _ planned: String, _ measured: String, _ agrees: Bool?) -> PlanFigure {
        PlanFigure(name: name, planned: planned, measured: measured, agrees: agrees)
    }

    var tables: [PlanFigure] {
        let free = native?.free ?? []
        let size = native?.size ?? 0
        return [
            figure(
                "loadable-slots", "exactly ten slots for loadable calls, 210-219",
                free.isEmpty ? "no free slot" : "\(free.count.counted("free slot")): \(free.inWords)",
                free == Array(210...219)),
            figure("table-size", "SYS_MAXSYSCALL is 599", "SYS_MAXSYSCALL is \(size)", size == 599),
        ]
    }

    var demand: [PlanFigure] {
        let demand = ground.demand
        let count = demand.traps.count
        let free = native?.free.count ?? 0
        let wide = demand.unfolded(narrow: false)
        let beyondFive = demand.traps.filter { $0.words(wide: true) > 5 }
        let carried = demand.carriedByMIG.count
        return [
            figure(
                "demand", "about 32 slots are needed: 10 in use, 6 to 8 wide traps, headroom",
                "the manifests have \(count.counted("call")); \(ground.plan.shortfall) more slots are needed than there are",
                (30...34).contains(count)),
            figure(
                "band-size", "48 more slots",
                ground.plan.shortfall == 0
                    ? "none is needed; 48 would leave \(free + 48 - count) free"
                    : "\(ground.plan.shortfall) would do; 48 would leave \(free + 48 - count) free",
                ground.plan.shortfall > 24 && ground.plan.shortfall <= 48),
            figure(
                "wide-traps", "6 to 8 traps cannot be folded into a multiplexor, which leaves five words",
                "\(beyondFive.count.counted("call")) of more than five words; the kernel takes \(TrapManifest.wordLimit), "
                    + "\(demand.words) through syscall(2) on each of these architectures, so that \(wide.count) cannot be folded",
                (6...8).contains(wide.count)),
            figure(
                "mig", "about 40 of 59 XNU traps have a MIG routine that does as well",
                "\(carried) of \(count.counted("call")) name one in the manifests", nil),
        ]
    }

    var change: [PlanFigure] {
        guard let tail, !tail.numbers.isEmpty else { return [] }
        let planned: Set<String> = [
            "sys/kern/syscalls.master", "sys/kern/init_sysent.c", "sys/kern/syscalls.c", "sys/kern/systrace_args.c",
            "sys/sys/syscall.h", "sys/sys/syscall.mk", "sys/sys/sysproto.h",
        ]
        let touched = Set(tail.files.map(\.path))
        let more = touched.subtracting(planned).sorted()
        let fewer = planned.subtracting(touched).sorted()
        var measured = "\(touched.count.counted("file"))"
        if !more.isEmpty { measured += "; beyond those: \(more.joined(separator: ", "))" }
        if !fewer.isEmpty { measured += "; unchanged: \(fewer.joined(separator: ", "))" }
        let own = Set(ground.native.outputs.map(\.path.string) + [ground.native.site.master.string])
        let elsewhere = touched.subtracting(own).sorted()
        return [
            figure(
                "files",
                "syscalls.master and six companions: init_sysent.c, syscalls.c, systrace_args.c, syscall.h, syscall.mk, sysproto.h",
                measured, touched == planned),
            figure(
                "regeneration", "'make -C sys/kern sysent' makes all companions anew",
                elsewhere.isEmpty
                    ? "all files of the change are made there"
                    : "made elsewhere: \(elsewhere.count.counted("file")) of the change, \(elsewhere.joined(separator: ", "))",
                elsewhere.isEmpty),
            figure(
                "tail-numbers", "behind the last call stand 599-646",
                "behind the last call stand \(tail.numbers.inWords)",
                tail.numbers.first == 599),
            figure(
                "placement", "the search for a free slot walks the whole table, so that the place does not matter",
                tail.assigned.allSatisfy { $0.number != nil }
                    ? "each call finds a slot, the last at \(tail.assigned.compactMap(\.number).max() ?? 0)"
                    : "\(tail.assigned.count { $0.number == nil }) calls find none",
                tail.assigned.allSatisfy { $0.number != nil }),
            figure(
                "names", "each trap is named in ktrace and DTrace", tail.trace.joined(separator: " "),
                tail.trace.isEmpty ? nil : false),
            figure(
                "churn", "to append rows is additive, so that releases cost little",
                tail.next.isEmpty ? "no tree of a next release was given" : tail.next.joined(separator: "; "),
                tail.next.isEmpty ? nil : tail.taken.isEmpty),
        ]
    }

    var others: [PlanFigure] {
        let capacity = ground.capacity
        let band = way(.widenBand)
        let hooks = way(.separateTable)?.byHand.count ?? 0
        return [
            figure(
                "labelled-band", "a labelled band at 600-647 is as good as one behind the last call",
                band.map { way in
                    way.isNeedless
                        ? "no slot is missing"
                        : way.obstacles.isEmpty
                            ? "\(way.numbers.inWords) can be had" : way.obstacles.joined(separator: "; ")
                } ?? "",
                band.flatMap { $0.isNeedless ? nil : $0.obstacles.isEmpty }),
            figure(
                "reserved-slots", "RESERVED slots could be claimed",
                way(.reserved)?.remarks.first ?? "", capacity.reserved.isEmpty ? nil : false),
            figure(
                "entry-hook", "a separate table needs a small hook in the code that enters a call",
                "entry code that takes a number from the registers: \(hooks.counted("file"))", nil),
        ]
    }
}
