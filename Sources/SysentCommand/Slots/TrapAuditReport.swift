import Findings
import Reports
import SlotModel
import TrapModules

/// What `sysent traps audit` says.
struct TrapAuditReport {
    let audit: TrapAudit
    let demand: SlotDemand?
    let acceptance: Acceptance?
    let findings: [Finding]
    let showsNotes: Bool

    /// The findings that are shown.
    var shown: [Finding] { findings.filter { showsNotes || $0.severity != .note } }

    /// How many findings of which severity there are.
    var summary: String {
        var parts = Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        if parts.isEmpty { parts = ["nothing to say"] }
        let hidden = findings.count - shown.count
        return
            "\(audit.fileCount) files, \(audit.calls.count) calls: \(parts.joined(separator: ", "))\(hidden > 0 ? "; notes are shown by --notes" : "")\n"
    }

    // MARK: Text

    var text: String {
        var lines = calls
        lines += multiplexors
        lines += orders
        lines += capacity
        lines += routines
        lines += accepted
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// The table of the calls, in the order in which they are registered.
    private var calls: [String] {
        var rows = [["", "call", "words", "number", "found as", "handler", "guard", "programs"]]
        for (index, call) in audit.calls.enumerated() {
            rows.append([
                "\(index + 1)", call.name + (call.registration.table == .freebsd32 ? " (32-bit)" : ""), words(call),
                number(index), call.registration.published?.name ?? "-",
                handler(call), guarding(call), users(call),
            ])
        }
        guard rows.count > 1 else { return [] }
        let widths = rows[0].indices.map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0.padded(to: $1 + 2) }.joined()
            return String(cells.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func words(_ call: AuditedCall) -> String {
        guard let words = call.registration.words else { return "?" }
        guard let fields = call.fields, fields.count != words, words > 0 || fields.map(\.name) != ["dummy"] else {
            return "\(words)"
        }
        return "\(words) of \(fields.count)"
    }

    private func number(_ index: Int) -> String {
        let registration = audit.calls[index].registration
        let predicted = demand?.numbers[index].map(String.init)
        switch registration.number {
        case .dynamic: return demand == nil ? "first free" : predicted ?? "none"
        case .fixed(let text, let value): return predicted ?? value.map(String.init) ?? text
        case .unknown: return "?"
        }
    }

    private func handler(_ call: AuditedCall) -> String {
        guard let handler = call.handler else { return call.registration.handler.map { $0 + " (not here)" } ?? "?" }
        return handler.real
    }

    private func guarding(_ call: AuditedCall) -> String {
        guard let guarding = call.handler?.guarding else { return "-" }
        return "\(guarding.answer) without \(guarding.tests.joined(separator: ", "))"
    }

    private func users(_ call: AuditedCall) -> String {
        guard !call.users.isEmpty else {
            return call.names.isEmpty ? "-" : call.names.map(\.function).joined(separator: ", ")
        }
        return call.users.map { "\($0.function)/\($0.arguments.count)" }.joined(separator: ", ")
    }

    private var multiplexors: [String] {
        audit.multiplexors.flatMap { multiplexor in
            ["", "\(multiplexor.name) is \(multiplexor.operations.count) calls in one, by '\(multiplexor.selector)':"]
                + multiplexor.operations.map { operation in
                    let name = [operation.constant, operation.function].compactMap { $0 }.joined(separator: " -> ")
                    let users =
                        operation.users.isEmpty ? "" : ", asked for by \(operation.users.joined(separator: ", "))"
                    let count = operation.arguments.count == 1 ? "1 word" : "\(operation.arguments.count) words"
                    return "  \(operation.number.map(String.init) ?? "?")  \(name), \(count)\(users)"
                }
        }
    }

    /// Which of the variables are taken back in which order.
    private var orders: [String] {
        guard !audit.deregistrations.isEmpty else { return [] }
        return ["", "taken back: \(audit.deregistrations.map(\.offset).joined(separator: ", "))"]
    }

    private var capacity: [String] {
        guard let demand, !demand.tables.isEmpty else { return [] }
        return [""]
            + demand.tables.map { table in
                let left = table.shortfall > 0 ? "\(table.shortfall) short" : "\(table.free - table.wanted) left"
                return "\(table.table.rawValue): \(table.wanted) wanted, \(table.free) free, \(left)"
            }
    }

    private var routines: [String] {
        let carried = audit.calls.filter { $0.mig != nil && $0.registration.table == .native }
        guard !carried.isEmpty else { return [] }
        return [
            "",
            "MIG could carry \(carried.count) of \(audit.calls.count { $0.registration.table == .native }) at no slot:",
        ]
            + carried.compactMap { call in
                call.mig.map { routine in
                    let server =
                        routine.server.map { ", answered at \($0.path):\($0.line ?? 1)" }
                        ?? ", no server among the sources"
                    return "  \(call.name): \(routine.name) of \(routine.subsystem)\(server)"
                }
            }
    }

    private var accepted: [String] {
        guard let acceptance else { return [] }
        var lines = [""]
        for outcome in acceptance.operations {
            let now = outcome.call.map { "\($0), \(outcome.wordsAfter.map(String.init) ?? "?") words" } ?? "no slot"
            lines.append("\(outcome.operation) (\(outcome.wordsBefore) words): \(now)")
        }
        lines.append(isAccepted ? "accepted: the multiplexor is gone" : "not accepted")
        return lines
    }

    /// Whether nothing speaks against it that a multiplexor is gone.
    var isAccepted: Bool { !findings.contains { $0.severity != .note } }

    // MARK: JSON

    var record: Record { Record(self) }

    /// `sysent traps audit --format json`
    struct Record: Encodable {
        let calls: [Call]
        let deregistrations: [Back]
        let helperArrays: [Array]
        let multiplexors: [Mux]
        let resolved: [Resolved]
        let demand: [Demand]?
        let acceptance: Accepted?
        let files: Int
        let findings: [FindingRecord]

        struct Place: Encodable {
            let path: String
            let line: Int?

            init(_ location: Location) {
                path = location.path
                line = location.line
            }
        }

        struct Call: Encodable {
            let order: Int
            let name: String
            let table: String
            let style: String
            let isDynamic: Bool
            let constant: String?
            let number: Int?
            let words: Int?
            let fields: [String]?
            let handler: String?
            let realHandler: String?
            let structure: String?
            let audit: String?
            let isCapabilityEnabled: Bool
            let guardTests: [String]?
            let guardAnswer: String?
            let filled: [String]?
            let offset: String?
            let published: String?
            let condition: String?
            let origin: String
            let xnuTrap: Int?
            let mig: String?
            let migServer: Place?
            let users: [User]
            let place: Place
        }

        struct User: Encodable {
            let function: String
            let words: Int
            let arguments: [String]
            let absent: String?
            let place: Place
        }

        struct Back: Encodable {
            let offset: String
            let table: String
            let place: Place
        }

        struct Array: Encodable {
            let name: String
            let entries: Int
            let endsAt: Int?
            let isRegistered: Bool
            let place: Place
        }

        struct Mux: Encodable {
            let call: String
            let handler: String
            let selector: String
            let operations: [Operation]
            let place: Place
        }

        struct Operation: Encodable {
            let number: Int?
            let constant: String?
            let function: String?
            let words: Int
            let users: [String]
        }

        struct Resolved: Encodable {
            let name: String
            let function: String
            let place: Place
        }

        struct Demand: Encodable {
            let table: String
            let wanted: Int
            let free: Int
            let shortfall: Int
        }

        struct Accepted: Encodable {
            let isAccepted: Bool
            let operations: [Outcome]
            let words: [String]
        }

        struct Outcome: Encodable {
            let operation: String
            let call: String?
            let wordsBefore: Int
            let wordsAfter: Int?
        }

        init(_ report: TrapAuditReport) {
            let audit = report.audit
            calls = audit.calls.enumerated().map { index, call in Self.call(call, index, report.demand) }
            deregistrations = audit.deregistrations.map {
                Back(offset: $0.offset, table: $0.table.rawValue, place: Place($0.location))
            }
            helperArrays = audit.arrays.map {
                Array(
                    name: $0.name, entries: $0.count, endsAt: $0.firstEnd, isRegistered: $0.isRegistered,
                    place: Place($0.location))
            }
            multiplexors = audit.multiplexors.map { multiplexor in
                Mux(
                    call: multiplexor.name, handler: multiplexor.handler, selector: multiplexor.selector,
                    operations: multiplexor.operations.map {
                        Operation(
                            number: $0.number, constant: $0.constant, function: $0.function, words: $0.arguments.count,
                            users: $0.users)
                    }, place: Place(multiplexor.location))
            }
            resolved = audit.names.map { Resolved(name: $0.name, function: $0.function, place: Place($0.location)) }
            demand = report.demand?.tables.map {
                Demand(table: $0.table.rawValue, wanted: $0.wanted, free: $0.free, shortfall: $0.shortfall)
            }
            acceptance = report.acceptance.map { acceptance in
                Accepted(
                    isAccepted: report.isAccepted,
                    operations: acceptance.operations.map {
                        Outcome(
                            operation: $0.operation, call: $0.call, wordsBefore: $0.wordsBefore,
                            wordsAfter: $0.wordsAfter)
                    }, words: acceptance.words)
            }
            files = audit.fileCount
            findings = report.findings.map(FindingRecord.init)
        }

        private static func call(_ call: AuditedCall, _ index: Int, _ demand: SlotDemand?) -> Call {
            let registration = call.registration
            var constant: String?
            var number = demand?.numbers[index]
            if case .fixed(let text, let value) = registration.number {
                constant = text
                number = number ?? value
            }
            return Call(
                order: index + 1, name: call.name, table: registration.table.rawValue,
                style: registration.style.rawValue,
                isDynamic: registration.number.isDynamic, constant: constant, number: number ?? nil,
                words: registration.words,
                fields: call.fields?.map { $0.type + " " + $0.name }, handler: registration.handler,
                realHandler: call.handler?.real,
                structure: registration.structure, audit: registration.audit,
                isCapabilityEnabled: registration.isCapabilityEnabled,
                guardTests: call.handler?.guarding?.tests, guardAnswer: call.handler?.guarding?.answer,
                filled: call.handler?.filled,
                offset: registration.offset, published: registration.published?.name, condition: registration.condition,
                origin: registration.origin,
                xnuTrap: call.trap?.number, mig: call.mig?.name, migServer: call.mig?.server.map(Place.init),
                users: call.users.map {
                    User(
                        function: $0.function, words: $0.arguments.count, arguments: $0.arguments, absent: $0.absent,
                        place: Place($0.location))
                }, place: Place(registration.location))
        }
    }
}
