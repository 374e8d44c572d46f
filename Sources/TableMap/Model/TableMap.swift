import Findings
import SyscallTable
import TableDiff

/// A table as a picture shows it: one cell for each number.
public struct TableMap: Sendable {
    /// The tree, as the user named it.
    public let tree: String
    /// The directory in which the table is made, such as `sys/kern`.
    public let table: String
    /// The numbers from 0 on, each once.
    public let cells: [Cell]
    /// The runs of slots for loadable calls, ascending.
    public let bands: [Band]

    /// What stands at a number.
    public struct Cell: Sendable {
        /// The number.
        public let number: Int
        /// What the number is.
        public let kind: Kind
        /// The name of the call; of the module's call where a slot is claimed; empty where there is none.
        public let name: String
        /// Who claims the slot.
        public let claim: Claim?
        /// The rows of the number: several where they stand in different arms of a conditional.
        public let rows: [Row]
    }

    /// A row of the table.
    public struct Row: Sendable {
        /// The call.
        public let call: Syscall
        /// The declaration, or what else the row says.
        public let declaration: String
        /// Whether some kernels lack the row.
        public let isConditional: Bool
        /// The symbol of the number, such as `SYS_read`; `nil` for a row without one.
        public let symbol: String?
        /// The master and the line.
        public let place: String
    }

    /// A call that a module registers in a slot.
    public struct Claim: Sendable, Hashable {
        /// The module.
        public let module: String
        /// The call.
        public let call: String

        /// Names a call of a module.
        public init(module: String, call: String) {
            self.module = module
            self.call = call
        }
    }

    /// A run of slots for loadable calls.
    public struct Band: Sendable, Hashable {
        /// The numbers.
        public let numbers: ClosedRange<Int>
        /// How many of them a module claims.
        public let claimed: Int
    }

    /// What a number is. The raw values are part of the interface.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A call that is compiled in.
        case present = "static"
        /// A call that is compiled in and that the tree it comes from does not have.
        case own = "private"
        /// A call as a past release had it.
        case compat
        /// A number that a certain module takes, `NOSTD`.
        case module
        /// A slot that a module claims.
        case claimed
        /// A slot that is free.
        case free
        /// A call that is gone, of which the name is kept.
        case obsolete
        /// `RESERVED`
        case reserved
        /// `UNIMPL`
        case unimplemented
        /// A number without a row.
        case missing
    }
}

extension TableMap {
    /// Draws up `table`.
    ///
    /// - Parameters:
    ///   - table: the table, with the directory in which it is made.
    ///   - tree: the tree, as the user named it.
    ///   - claims: the calls that modules register, by number.
    ///   - own: the numbers of calls that the tree this one comes from does not have.
    public init(_ table: ComparedTable, of tree: String, claims: [Int: Claim] = [:], own: Set<Int> = []) {
        let calls = Dictionary(grouping: table.table.calls, by: \.number)
        let cells = (0..<table.table.size).map { number in
            Cell(number, calls[number] ?? [], of: table.table, claims[number], isOwn: own.contains(number))
        }
        self.tree = tree
        self.table = table.directory
        self.cells = cells
        bands = Self.bands(of: cells)
    }

    /// How many numbers there are of each kind that there is.
    public var counts: [(kind: Kind, count: Int)] {
        Kind.allCases.map { kind in (kind, cells.count { $0.kind == kind }) }.filter { $0.1 > 0 }
    }

    private static func bands(of cells: [Cell]) -> [Band] {
        var bands: [Band] = []
        for cell in cells where cell.isSlot {
            let claimed = cell.kind == .claimed ? 1 : 0
            if let last = bands.last, last.numbers.upperBound == cell.number - 1 {
                bands[bands.count - 1] = Band(
                    numbers: last.numbers.lowerBound...cell.number, claimed: last.claimed + claimed)
            } else {
                bands.append(Band(numbers: cell.number...cell.number, claimed: claimed))
            }
        }
        return bands
    }
}

extension TableMap.Cell {
    /// Whether the number is a slot for loadable calls.
    public var isSlot: Bool { kind == .free || kind == .claimed }

    fileprivate init(
        _ number: Int, _ calls: [Syscall], of table: SyscallTable, _ claim: TableMap.Claim?, isOwn: Bool
    ) {
        self.number = number
        // Where some kernels have a call and others a placeholder, the call is what counts.
        let main = calls.min { TableMap.Kind($0).rank < TableMap.Kind($1).rank }
        let plain = main.map(TableMap.Kind.init) ?? .missing
        self.claim = plain == .free ? claim : nil
        kind = self.claim != nil ? .claimed : isOwn && plain.isCall ? .own : plain
        name = self.claim?.call ?? main.map(Self.name) ?? ""
        rows = calls.map { TableMap.Row($0, of: table) }
    }

    private static func name(_ call: Syscall) -> String {
        switch TableMap.Kind(call) {
        case .free, .claimed, .reserved, .missing: ""
        case .present, .own, .compat, .module: call.symbol
        // What comments call it, where the row has no name of its own.
        case .obsolete, .unimplemented: call.name.isEmpty ? call.comment : call.name
        }
    }
}

extension TableMap.Row {
    fileprivate init(_ call: Syscall, of table: SyscallTable) {
        let row = table.master.rows[call.row]
        self.call = call
        isConditional = !row.arm.isUnconditional
        symbol = call.hasNumberSymbol ? table.configuration["syscallprefix"] + call.symbol : nil
        place = row.location.line.map { "\(row.location.path):\($0)" } ?? row.location.path
        guard let result = call.result, TableMap.Kind(call).isCall || TableMap.Kind(call) == .module else {
            declaration = ""
            return
        }
        let arguments = call.arguments.map { $0.type.hasSuffix("*") ? $0.type + $0.name : $0.type + " " + $0.name }
        declaration =
            "\(result)\(result.hasSuffix("*") ? "" : " ")\(call.symbol)(\(arguments.isEmpty ? "void" : arguments.joined(separator: ", ")))"
    }
}

extension TableMap.Kind {
    init(_ call: Syscall) {
        switch call.kinds.level {
        case .native where call.isLoadable: self = .free
        case .native: self = call.has(.noStandard) ? .module : .present
        case .compat: self = .compat
        case .obsolete: self = .obsolete
        case .none: self = call.has(.reserved) ? .reserved : .unimplemented
        }
    }

    /// Whether a function of the kernel stands behind the number.
    var isCall: Bool {
        switch self {
        case .present, .own, .compat: true
        case .module, .claimed, .free, .obsolete, .reserved, .unimplemented, .missing: false
        }
    }

    /// The lower, the more the row says of its number.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
