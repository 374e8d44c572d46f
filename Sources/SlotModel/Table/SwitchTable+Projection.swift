import Findings
import SyscallTable

extension SwitchTable {
    /// The rows that the generator's `init_sysent.c` has for `table`.
    ///
    /// Calls of past releases are taken to be compiled in. For a number that stands in several arms of a conditional the
    /// first arm is taken; whether its row can be claimed must not depend on the arm.
    ///
    /// - Throws: a `Refusal` with rule `conditional-slot` where it does.
    public init(_ table: SyscallTable) throws(Refusal) {
        var rows: [SlotRow?] = Array(repeating: nil, count: table.size)
        for call in table.calls {
            let row = SlotRow(call, table.particulars.format)
            guard let other = rows[call.number] else {
                rows[call.number] = row
                continue
            }
            guard other.isClaimedAlike(row) else {
                throw Refusal(
                    "conditional-slot",
                    at: table.master.rows[call.row].location,
                    "whether number \(call.number) is a slot depends on a conditional"
                )
            }
        }
        self.init(rows.map { $0 ?? .empty })
    }
}

extension SlotRow {
    /// `write_native_entry` and its like in scripts/init_sysent.lua.
    init(_ call: Syscall, _ format: CompanionFormat) {
        switch call.kinds.level {
        case .none, .obsolete:
            self = .empty
        case .native where call.has(.multiplexer):
            self.init(.nosys, isCapabilityEnabled: call.has(.capabilityEnabled))
        case .compat where call.has(.noStandard):
            self.init(.lkmressys, threads: .absent)
        case .native where call.has(.noStandard):
            self.init(
                .lkmressys,
                words: call.arguments.count,
                isCapabilityEnabled: call.has(.capabilityEnabled) && format.flagsOfNoStandard,
                threads: .absent
            )
        case .native:
            let handler: Handler =
                switch call.handler {
                case "lkmnosys": .lkmnosys
                case "lkmressys": .lkmressys
                case "nosys": .nosys
                default: .call(call.handler)
                }
            // The argument structure of a slot, `struct nosys_args`, is one word.
            self.init(
                handler,
                words: call.has(.noDefinition) && call.arguments.isEmpty ? 1 : call.arguments.count,
                isCapabilityEnabled: call.has(.capabilityEnabled),
                threads: call.has(.notStatic) ? .absent : .static
            )
        case .compat:
            self.init(
                .call(call.handler),
                words: call.arguments.count,
                isCapabilityEnabled: call.has(.capabilityEnabled),
                threads: call.has(.notStatic) ? .absent : .static
            )
        }
    }

    fileprivate func isClaimedAlike(_ other: SlotRow) -> Bool {
        switch (handler, other.handler) {
        case (.lkmnosys, .lkmnosys), (.lkmressys, .lkmressys): threads == other.threads
        case (.lkmnosys, _), (.lkmressys, _), (_, .lkmnosys), (_, .lkmressys): false
        default: true
        }
    }
}
