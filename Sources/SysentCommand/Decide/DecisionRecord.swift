import Decisions
import SlotModel
import TrapModules

/// `sysent decide --format json`
struct DecisionRecord: Encodable {
    let tree: String
    let next: String?
    let demand: DemandRecord
    let tables: [TableRecord]
    let reservedRows: Int
    let adopted: String?
    let ways: [WayRecord]
    let planFigures: [FigureRecord]
    let rollout: RolloutRecord?

    struct DemandRecord: Encodable {
        let modules: [String]
        let calls: Int
        let callsOf32Bit: Int
        let carriedByMIG: [String]
    }

    struct TableRecord: Encodable {
        let name: String
        let rows: Int
        let free: Int
    }

    struct WayRecord: Encodable {
        let kind: String
        let verdict: String
        let reasons: [String]
        let slots: [SlotRecord]
        let numbers: [Int]
        let calls: [CallRecord]
        let movedCalls: [String]
        let files: [FileRecord]
        let filesByHand: [String]
        let hasOwnNumbers: Bool
        let takenByNext: [Int]
        let obstacles: [String]
        let remarks: [String]
        let effectOn32Bit: [String]
        let tracing: [String]
        let nextRelease: [String]
    }

    struct SlotRecord: Encodable {
        let table: String
        let needed: Int
        let free: Int
        let freeAfter: Int
    }

    struct CallRecord: Encodable {
        let name: String
        let number: Int?
    }

    struct FileRecord: Encodable {
        let path: String
        let added: Int
        let removed: Int
    }

    struct FigureRecord: Encodable {
        let name: String
        let planned: String
        let measured: String
        let agrees: Bool?
    }

    struct RolloutRecord: Encodable {
        let steps: [StepRecord]
        let ticket: TicketRecord
    }

    struct StepRecord: Encodable {
        let title: String
        let tasks: [TaskRecord]
        let proofs: [TaskRecord]
    }

    struct TaskRecord: Encodable {
        let text: String
        let command: String?
    }

    struct TicketRecord: Encodable {
        let title: String
        let scope: [String]
        let markers: [String]
        let links: [String]
    }

    init(_ prose: DecisionProse) {
        let decision = prose.decision
        tree = prose.tree
        next = prose.next
        demand = DemandRecord(
            modules: decision.demand.manifests.map(\.module),
            calls: decision.demand.traps.count,
            callsOf32Bit: decision.demand.narrow.count,
            carriedByMIG: decision.demand.carriedByMIG.map(\.name)
        )
        tables = decision.capacity.tables.map {
            TableRecord(name: $0.table.rawValue, rows: $0.size, free: $0.free.count)
        }
        reservedRows = decision.capacity.reserved.count
        adopted = decision.adopted?.kind.rawValue
        ways = decision.ways.map(WayRecord.init)
        planFigures = decision.figures.map {
            FigureRecord(name: $0.name, planned: $0.planned, measured: $0.measured, agrees: $0.agrees)
        }
        rollout = prose.rollout.map(RolloutRecord.init)
    }
}

extension DecisionRecord.WayRecord {
    fileprivate init(_ way: Way) {
        kind = way.kind.rawValue
        verdict = way.verdict.rawValue
        reasons = way.reasons
        slots = way.slots.map {
            DecisionRecord.SlotRecord(
                table: $0.table.rawValue, needed: $0.needed, free: $0.free, freeAfter: $0.freeAfter)
        }
        numbers = way.numbers
        calls = way.assigned.map { DecisionRecord.CallRecord(name: $0.call, number: $0.number) }
        movedCalls = way.moved
        files = way.files.map {
            DecisionRecord.FileRecord(path: $0.path, added: $0.added, removed: $0.removed)
        }
        filesByHand = way.byHand
        hasOwnNumbers = way.hasOwnNumbers
        takenByNext = way.taken
        obstacles = way.obstacles
        remarks = way.remarks
        effectOn32Bit = way.narrow
        tracing = way.trace
        nextRelease = way.next
    }
}

extension DecisionRecord.RolloutRecord {
    fileprivate init(_ rollout: Rollout) {
        let record = { (task: Rollout.Task) in
            DecisionRecord.TaskRecord(text: task.text, command: task.command.isEmpty ? nil : task.command)
        }
        steps = rollout.steps.map {
            DecisionRecord.StepRecord(title: $0.title, tasks: $0.tasks.map(record), proofs: $0.proofs.map(record))
        }
        ticket = DecisionRecord.TicketRecord(
            title: rollout.ticket.title, scope: rollout.ticket.scope, markers: rollout.ticket.markers,
            links: rollout.ticket.links)
    }
}
