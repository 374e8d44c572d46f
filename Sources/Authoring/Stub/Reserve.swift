import Checks
import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Numbers that are to be kept for calls to come.
public struct Reservation: Sendable, Hashable {
    /// The names of the calls.
    public var names: [String]
    /// Who keeps the numbers.
    public var owner: String
    /// Why.
    public var reason: String
    /// The number of the first one; `nil` for the next free one.
    public var number: Int?

    /// Wants numbers for `names`.
    public init(_ names: [String], owner: String, reason: String, number: Int? = nil) {
        self.names = names
        self.owner = owner
        self.reason = reason
        self.number = number
    }

    /// The fields of the trailer `Sysent-Intent`.
    var trailer: String {
        let number = number.map { " number=\($0)" } ?? ""
        return "names=\(names.joined(separator: ",")) owner=\(TrailerFields.quoted(owner))"
            + " reason=\(TrailerFields.quoted(reason))\(number)"
    }

    init(trailer text: String) throws(Refusal) {
        var fields = try TrailerFields(text, verb: "reserve")
        guard let names = fields.take("names"), let owner = fields.take("owner"), let reason = fields.take("reason")
        else { throw TrailerFields.malformed(text) }
        let number = fields.take("number")
        guard fields.isEmpty, number == nil || number.flatMap({ Int($0) }) != nil else {
            throw TrailerFields.malformed(text)
        }
        self.init(
            names.split(separator: ",").map(String.init), owner: owner, reason: reason,
            number: number.flatMap { Int($0) })
    }
}

extension Plan {
    /// Plans rows that keep numbers: `UNIMPL` with the name of the call, and a comment that says for whom and why.
    ///
    /// - Throws: a `Refusal` when a number is taken, a name is none or is there, or the tree has errors.
    public static func reserve(_ tables: TreeTables, _ reservation: Reservation, scope: Scope = .complete)
        throws(Refusal) -> Plan
    {
        try reservation.refuseText()
        let masters = try CallMasters(tables)
        let first = reservation.number ?? masters.free
        let last = first + reservation.names.count - 1
        guard first >= 0, last <= Master.highestNumber else {
            throw Refusal("number-too-large", "\(last) is not between 0 and \(Master.highestNumber)")
        }
        var draft = Draft(tables.view)
        for master in masters.all {
            let isNative = master.path == masters.native.path
            var rows: [PlaceholderRow] = []
            for (offset, name) in reservation.names.enumerated() {
                try masters.refuseExisting(name)
                let remark = "; sysent: reserved \(name) \(reservation.owner): \(reservation.reason)\n"
                let row = "\(first + offset)\tAUE_NULL\tUNIMPL\t\(name)\n"
                rows.append(PlaceholderRow(number: first + offset, name: name, text: (isNative ? remark : "") + row))
            }
            try masters.write(rows, into: master, to: &draft, of: tables, because: "kept by \(reservation.owner)")
        }
        let names = reservation.names.joined(separator: ", ")
        let numbers = (first...last).hyphenated
        return try draft.plan(
            .reserve(reservation),
            numbers: first...last,
            in: tables,
            scope: scope,
            splits: false,
            subject: "kern: reserve \(numbers) for \(names)",
            summary: ["Reserve \(numbers) for \(names), by \(reservation.owner): \(reservation.reason)."]
        )
    }
}

extension Reservation {
    /// The texts go into a comment of one line.
    fileprivate func refuseText() throws(Refusal) {
        guard !names.isEmpty else { throw Refusal("malformed-option", "no call is named") }
        guard Set(names).count == names.count else { throw Refusal("malformed-option", "a call is named twice") }
        for (what, text) in [("--owner", owner), ("--reason", reason)] {
            guard text.utf8.contains(where: { $0 > 0x20 }), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw Refusal("malformed-label", "\(what) is one line of text, without control characters")
            }
        }
        guard !owner.contains(":") else {
            throw Refusal("malformed-label", "--owner has no colon: it parts the owner from the reason")
        }
    }
}
