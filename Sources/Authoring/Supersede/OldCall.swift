import Compat32
import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The call whose interface is superseded.
struct OldCall {
    let name: String
    /// Its row in the native master.
    let row: Row
    /// The tree that has it.
    let tables: TreeTables
    let interface: CallInterface
    /// The level that its row gets, such as `COMPAT15`.
    let level: CompatLevel

    var number: Int { row.numbers.lowerBound }
    /// What stands ahead of its names from then on, such as `freebsd15_`.
    var prefix: String { "freebsd\(level.number)_" }
    /// The kernel option that compiles it in.
    var option: String { "COMPAT_FREEBSD\(level.number)" }

    init(_ name: String, level: CompatLevel, in tables: TreeTables) throws(Refusal) {
        let masters = try CallMasters(tables)
        let rows = masters.native.master.rows.filter { $0.name == name || $0.alternatives.name == name }
        guard let row = rows.first(where: { $0.kinds.level == .native }), let interface = CallInterface(row) else {
            let isOld = rows.contains { if case .compat = $0.kinds.level { true } else { false } }
            let message = isOld ? "the interface of '\(name)' is superseded already" : "there is no call '\(name)'"
            throw Refusal("unknown-call", at: rows.first?.location, message)
        }
        let words = row.kinds.words
        guard words.contains("STD"), row.alternatives.structure == nil, row.numbers.count == 1 else {
            throw Refusal(
                "unsupported-kind", at: row.location,
                "only a call of kind STD can be kept for old programs, and \(name) is \(words.joined(separator: "|"))")
        }
        self.name = name
        self.row = row
        self.tables = tables
        self.interface = interface
        self.level = level
    }

    /// The kind of the row and of its copies in 32-bit masters, as `STD` and `NOPROTO` become it.
    func addKind(to draft: inout Draft) throws(Refusal) {
        let masters = try CallMasters(tables)
        for banded in masters.all {
            let master = banded.master
            let file = SourceText(path: banded.path, bytes: master.syntax.bytes, lines: master.syntax.lines)
            for row in master.rows where row.numbers.contains(number) {
                guard case .entry(let entry) = master.syntax.nodes[row.node].kind, entry.header.count >= 3 else {
                    continue
                }
                let kind = "COMPAT\(level.number)"
                let words = row.kinds.words
                let kinds = words.contains("STD") ? words.map { $0 == "STD" ? kind : $0 } : [kind] + words
                try draft.replace(
                    entry.header[2], with: kinds.joined(separator: "|"), of: file,
                    because: "\(number) stays the old \(name), for programs up to FreeBSD \(level.number)")
            }
        }
    }

    /// What tables call the handlers of ``number``: native, and of 32-bit programs.
    static func handlers(of number: Int, in tables: TreeTables) -> [Handler] {
        var handlers: [Handler] = []
        for table in tables.tables where table.site.directory == TreePath("sys/kern") || table.isNarrow {
            for call in table.table.calls where call.number == number {
                let handler = Handler(function: call.handler, structure: call.structure)
                if !handlers.contains(handler) { handlers.append(handler) }
            }
        }
        return handlers
    }

    /// A function of the kernel and its argument structure.
    struct Handler: Hashable {
        let function: String
        let structure: String
    }
}
