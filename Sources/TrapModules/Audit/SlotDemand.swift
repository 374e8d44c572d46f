import Findings
import SlotModel

/// What the calls of some sources want of a tree's tables, and which slot each would get.
public struct SlotDemand: Sendable {
    /// The number of each call, in the order of ``TrapAudit/calls``; `nil` where it gets none, or the sources do not say which
    /// it asks for.
    public let numbers: [Int?]
    /// What each table has and needs.
    public let tables: [SlotPlan.Demand]
    /// What is wrong.
    public private(set) var findings: [Finding]

    /// Lets the calls of `audit` be registered on `kernel`, in their order.
    ///
    /// - Parameters:
    ///   - audit: the calls.
    ///   - kernel: the kernel, on which nothing has claimed a slot.
    ///   - number: the number of a constant such as `SYS_lamp` in a table of the kernel.
    public init(_ audit: TrapAudit, on kernel: SlotKernel, number: (SlotTable, String) -> Int?) {
        var free: [SlotTable: [Int]] = [:]
        var wanted: [SlotTable: Int] = [:]
        var total: [SlotTable: Int] = [:]
        for table in SlotTable.allCases {
            // Row 0 is never handed out.
            guard let rows = kernel.tables[Self.table(table)] else { continue }
            free[table] = rows.freeSlots.filter { $0 > 0 }
            total[table] = free[table]?.count
        }
        var numbers: [Int?] = []
        var findings: [Finding] = []
        var short: Set<SlotTable> = []
        for call in audit.calls {
            let table = call.registration.table
            switch call.registration.number {
            case .dynamic:
                wanted[table, default: 0] += 1
                if let slot = free[table]?.first {
                    free[table]?.removeFirst()
                    numbers.append(slot)
                    continue
                }
                numbers.append(nil)
                if free[table] != nil { short.insert(table) }
            case .fixed(let constant, let value):
                let asked = value ?? number(table, constant)
                numbers.append(asked)
                guard let asked, kernel.tables[Self.table(table)] != nil else { continue }
                if let finding = Self.claim(call, asked, kernel) { findings.append(finding) }
                free[table]?.removeAll { $0 == asked }
            case .unknown: numbers.append(nil)
            }
        }
        tables = SlotTable.allCases.compactMap { table in
            guard let wanted = wanted[table], let free = total[table] else { return nil }
            return SlotPlan.Demand(table: Self.table(table), wanted: wanted, free: free)
        }
        for demand in tables where demand.shortfall > 0 {
            let place = zip(audit.calls, numbers).first {
                $0.0.registration.number.isDynamic && $0.1 == nil && Self.table($0.0.registration.table) == demand.table
            }
            findings.append(
                Finding(
                    .error, "slot-shortage", at: place?.0.registration.location,
                    "\(demand.wanted) calls want a slot of the \(demand.table.rawValue) table, and \(demand.free) are free: \(demand.shortfall) short"
                ))
        }
        self.numbers = numbers
        self.findings = findings
    }

    /// With a note on what would make room.
    public func advising(_ note: String) -> SlotDemand {
        var demand = self
        demand.findings = findings.map { finding in
            guard finding.rule == "slot-shortage" else { return finding }
            return Finding(
                finding.severity, finding.rule, at: finding.location, finding.message,
                notes: finding.notes + [Note(note)])
        }
        return demand
    }

    private static func table(_ table: SlotTable) -> SlotKernel.Table { table == .native ? .native : .freebsd32 }

    /// A number that is asked for by itself has to be a slot.
    private static func claim(_ call: AuditedCall, _ number: Int, _ kernel: SlotKernel) -> Finding? {
        let location = call.registration.location
        guard let row = kernel.row(number, of: table(call.registration.table)) else {
            return Finding(
                .error, "unclaimable-number", at: location,
                "\(call.name) asks for number \(number), and the table ends before it", about: call.name)
        }
        switch row.handler {
        case .lkmnosys, .lkmressys: return nil
        case .nosys:
            return Finding(
                .error, "unclaimable-number", at: location,
                "\(call.name) asks for number \(number), which is no slot: kern_syscall_register says EEXIST",
                about: call.name)
        case .call(let name):
            return Finding(
                .error, "unclaimable-number", at: location,
                "\(call.name) asks for number \(number), which is the call '\(name)'", about: call.name)
        }
    }
}
