import Findings
import Reports
import SlotModel
import TrapModules

/// What `sysent slots plan` says.
struct SlotPlanReport {
    let plan: SlotPlan
    let table: SlotKernel.Table
    let advice: WidenAdvice?
    let findings: [Finding]

    var text: String {
        var lines: [String] = []
        let traps = plan.modules.flatMap(\.manifest.traps)
        let width = (traps.map(\.name.utf8.count).max() ?? 0) + 2
        for module in plan.modules {
            let manifest = module.manifest
            let end = module.error.map { "does not load: \($0.name)" } ?? "loads"
            lines.append("\(manifest.module) (\(manifest.path)): \(end)")
            for trap in manifest.traps {
                let number = module.number(of: trap, in: table).map(String.init) ?? missing(trap, in: module)
                lines.append("  \(trap.name.padded(to: width))\(number)")
            }
        }
        for demand in plan.demands {
            let left = max(0, demand.free - demand.wanted)
            lines.append(
                "\(demand.table.rawValue): \(demand.wanted) wanted, \(demand.free) free, "
                    + (demand.shortfall > 0 ? "\(demand.shortfall) short" : "\(left) left"))
        }
        let mig = traps.filter { $0.mig != nil }.map(\.name)
        if !mig.isEmpty { lines.append("MIG offers without a slot: \(mig.joined(separator: ", "))") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Why a call has no number.
    private func missing(_ trap: Trap, in module: SlotPlan.Module) -> String {
        if table == .freebsd32, !trap.isNarrow { return "none: not for 32-bit programs" }
        let claim = module.claims.first { $0.call.name == trap.name && $0.call.table == table }
        return claim?.error.map { "none: \($0.name)" } ?? "none: not reached"
    }

    var record: Record { Record(self) }

    /// `sysent slots plan --format json`
    struct Record: Encodable {
        let table: String
        let modules: [Module]
        let tables: [Table]
        let shortfall: Int
        let widenSlots: Int?
        let narrowBand: [Int]?
        let findings: [FindingRecord]

        struct Module: Encodable {
            let name: String
            let manifest: String
            let isLoaded: Bool
            let error: String?
            let traps: [TrapRecord]
        }

        struct TrapRecord: Encodable {
            let name: String
            let number: Int?
            let words: Int
            let owner: String?
            let mig: String?
        }

        struct Table: Encodable {
            let name: String
            let wanted: Int
            let free: Int
            let short: Int
        }

        init(_ report: SlotPlanReport) {
            table = report.table.rawValue
            modules = report.plan.modules.map { module in
                Module(
                    name: module.manifest.module,
                    manifest: module.manifest.path,
                    isLoaded: module.error == nil,
                    error: module.error?.name,
                    traps: module.manifest.traps.map { trap in
                        TrapRecord(
                            name: trap.name,
                            number: module.number(of: trap, in: report.table),
                            words: trap.words(wide: report.table == .native),
                            owner: trap.owner,
                            mig: trap.mig
                        )
                    }
                )
            }
            tables = report.plan.demands.map {
                Table(name: $0.table.rawValue, wanted: $0.wanted, free: $0.free, short: $0.shortfall)
            }
            shortfall = report.plan.shortfall
            widenSlots = report.advice?.slots
            narrowBand = report.advice?.band.map { [$0.lowerBound, $0.upperBound] }
            findings = report.findings.map(FindingRecord.init)
        }
    }
}
