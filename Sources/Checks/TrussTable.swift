import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The table by which truss(1) decodes calls: `decoded_syscalls[]` of usr.bin/truss/syscalls.c.
struct TrussTable {
    /// A call as truss decodes it.
    struct Row {
        /// The name, as the table of names of an ABI has it.
        let name: String
        /// Where the name stands.
        let location: Location
        /// How many arguments are shown.
        let count: Int
        /// How each is shown, in order.
        let arguments: [Argument]
    }

    /// An argument as truss decodes it.
    struct Argument {
        /// How it is shown, such as `QuadHex`.
        let type: String
        /// Which of the call's arguments it is.
        let index: Int
        /// Where it stands.
        let location: Location
    }

    static let path = TreePath("usr.bin/truss/syscalls.c")

    /// The rows in file order.
    let rows: [Row]

    /// Reads the table; `nil` in a tree without truss.
    init?(_ tree: CheckedTree) throws(Refusal) {
        guard let bytes = try tree.read(Self.path) else { return nil }
        let tokens = CTokens(bytes)
        let lines = LineMap(bytes)
        let label = tree.view.label(Self.path)
        var rows: [Row] = []
        for index in 0..<tokens.count where tokens.holds(".", at: index) && tokens.holds("name", at: index + 1) {
            guard tokens.holds("=", at: index + 2), let name = tokens.string(index + 3) else { continue }
            let location = { (index: Int) in Location(path: label, offset: tokens.offset(index), in: lines) }
            let (count, arguments) = Self.fields(tokens, index + 4, location)
            rows.append(Row(name: name, location: location(index + 3), count: count, arguments: arguments))
        }
        self.rows = rows
    }

    /// Reads the fields behind the name up to the brace that ends the row.
    private static func fields(_ tokens: CTokens, _ start: Int, _ location: (Int) -> Location) -> (Int, [Argument]) {
        var count = 0
        var arguments: [Argument] = []
        var position = start
        while position < tokens.count, !tokens.holds("}", at: position) {
            if tokens.holds("nargs", at: position), let number = tokens.number(position + 2) { count = number }
            guard tokens.holds("{", at: position) else {
                position += 1
                continue
            }
            let end = tokens.end(of: "{", "}", at: position)
            for open in position + 1..<end where tokens.holds("{", at: open) {
                let close = tokens.end(of: "{", "}", at: open) - 1
                guard tokens.isName(open + 1), let index = tokens.number(close - 1) else { continue }
                arguments.append(Argument(type: tokens.text(open + 1), index: index, location: location(open)))
            }
            position = end
        }
        return (count, arguments)
    }
}

extension CheckedTree {
    /// The prototypes of the calls that truss(1) can meet, by the names under which it does: those of the tables of names,
    /// where a call of the 32-bit ABI loses its prefix.
    var tracedCalls: [String: [TracedCall]] {
        var calls: [String: [TracedCall]] = [:]
        for table in tables.tables {
            let isNarrow = table.prefix == "freebsd32_"
            for call in table.table.calls {
                guard var name = table.table.tracedName(call) else { continue }
                if isNarrow, name.hasPrefix(table.prefix) { name.removeFirst(table.prefix.count) }
                calls[name, default: []].append(TracedCall(row: table.row(call), isNarrow: isNarrow))
            }
        }
        return calls
    }
}

/// A call that truss(1) can meet.
struct TracedCall {
    /// Its row.
    let row: Row
    /// Whether it is one of the 32-bit ABI, whose arguments truss counts as those of the native call.
    let isNarrow: Bool
}

extension SyscallTable {
    /// The name of `call` in the table of names, `NAME` or `compat11.NAME`; `nil` for a placeholder.
    fileprivate func tracedName(_ call: Syscall) -> String? {
        switch call.kinds.level {
        case .native: call.publicName
        case .compat(let level):
            configuration.compatOption(level).map { "\($0.flag.lowercased()).\(call.publicName)" }
        case .none, .obsolete: nil
        }
    }
}
