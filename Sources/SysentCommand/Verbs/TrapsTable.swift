import ArgumentParser
import Edits
import Findings
import Reports
import SourceTree
import SyscallTable
import TrapModules

/// `sysent traps table`
struct TrapsTable: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Show the traps of XNU by a numbering scheme, as rows, header or stubs; or check a file against it.",
        discussion: """
            The schemes: xnu-x86_64 (class 1 in the top byte of eax), xnu-arm64 (negative, in x16), xnu-i386 (negative, in eax), \
            band-600 (rows of syscalls.master, trap N at 600 + N) and by-name (the first free slots, found in sysctl(8)).

            Without --emit: the list of traps, with their numbers, words, and the routine of MIG that does the same at no slot. \
            With --tree the rows follow the tree's last one, and numbers of the band that are calls there are reported.

            With --check a syscalls.master, a header of numbers, or XNU's syscall_sw.c or syscall_sw.h is held against the scheme. \
            Exits with 1 when there is an error or a warning.

            EXAMPLES
              sysent traps table --scheme xnu-arm64
              sysent traps table --scheme xnu-x86_64 --emit stubs --trap mach_msg_trap
              sysent traps table --scheme band-600 --emit rows --base 700 --tree /usr/src
              sysent traps table --scheme band-600 --check sys/kern/syscalls.master
            """
    )

    @Option(help: ArgumentHelp("xnu-x86_64, xnu-arm64, xnu-i386, band-600 or by-name.", valueName: "name"))
    var scheme: NumberingScheme

    @Option(help: ArgumentHelp("What to write: rows, header or stubs.", valueName: "what"))
    var emit: Emitted?

    @Option(help: ArgumentHelp("These traps only, by name or number. May be repeated.", valueName: "trap"))
    var trap: [String] = []

    @Option(help: ArgumentHelp("Where the band begins.", valueName: "number"))
    var base = NumberingScheme.bandBase

    @Option(help: ArgumentHelp("With by-name: the node of sysctl(8).", valueName: "node"))
    var node = "mach.syscall"

    @Option(help: ArgumentHelp("The tree whose table takes the rows.", valueName: "dir"))
    var tree: String?

    @Option(help: ArgumentHelp("Hold this file against the scheme.", valueName: "file"))
    var check: String?

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    /// What is written.
    enum Emitted: String, ExpressibleByArgument, CaseIterable, Sendable {
        case rows, header, stubs
    }

    func validate() throws {
        if check != nil, emit != nil { throw ValidationError("--check and --emit exclude one another.") }
        if format == .json, emit != nil { throw ValidationError("--emit writes text.") }
        if !(0...100_000).contains(base) { throw ValidationError("--base: no table has such a number.") }
    }

    func run() throws {
        let console = Console.standard
        let traps = try chosen()
        let tables = try tree.map { try Self.load($0) }
        let collisions = scheme == .band600 ? tables.map { self.collisions(traps, $0) } ?? [] : []
        if let check {
            let result = try TrapTableCheck(try UserFile(check).read(), path: check, scheme: scheme, base: base)
            return try report(result.count, result.findings + collisions, console)
        }
        let last = tables.map { $0.table.calls.map(\.number).max() ?? 0 }
        let table = TrapTable(scheme, traps: traps, base: base, last: last, node: node)
        switch emit {
        case .rows: console.print(Array(table.rows.utf8))
        case .header: console.print(Array(table.header.utf8))
        case .stubs: console.print(Array(table.stubs.utf8))
        case nil:
            if format == .json {
                console.print(try JSONDocument.encode(TrapListRecord(scheme, traps, base, collisions)))
            } else {
                console.print(Array(list(traps).utf8))
            }
        }
        console.report(collisions)
        if !collisions.isEmpty { throw ExitCode.findings }
    }

    private func report(_ count: Int, _ findings: [Finding], _ console: Console) throws {
        if format == .json {
            console.print(
                try JSONDocument.encode(
                    TrapCheckRecord(scheme: scheme.rawValue, traps: count, findings: findings.map(FindingRecord.init))))
        } else {
            console.printFindings(findings)
            console.printError("\(count) traps, \(findings.count) findings\n")
        }
        if findings.contains(where: { $0.severity != .note }) { throw ExitCode.findings }
    }

    private func chosen() throws(Refusal) -> [XNUTrap] {
        guard !trap.isEmpty else { return scheme.traps }
        var traps: [XNUTrap] = []
        for name in trap {
            guard
                let found = Int(name).map({ number in XNUTrap.all.first { $0.number == abs(number) } })
                    ?? XNUTrap.named(name)
            else {
                throw Refusal(
                    "unknown-trap", "XNU has no trap '\(name)'",
                    notes: [Note("'sysent traps table --scheme \(scheme.rawValue)' lists them")])
            }
            if !traps.contains(found) { traps.append(found) }
        }
        return traps
    }

    private static func load(_ directory: String) throws(Refusal) -> TreeTables.Table {
        guard try DiskView(root: directory).kind(of: .root) == .directory else {
            throw Refusal("missing-tree", at: Location(path: directory), "no such directory")
        }
        let tables = try TreeTables.load(DiskView(root: directory), as: nil)
        try tables.refuseSharedErrors()
        guard let native = tables.tables.first(where: { $0.site.directory == TreePath("sys/kern") }) else {
            throw Refusal("no-native-table", "this tree has no table in sys/kern")
        }
        return native
    }

    private func collisions(_ traps: [XNUTrap], _ table: TreeTables.Table) -> [Finding] {
        var calls: [Int: (name: String, location: Location)] = [:]
        for call in table.table.calls
        where call.kinds.level != .none && call.kinds.level != .obsolete && calls[call.number] == nil {
            calls[call.number] = (call.name, table.table.master.rows[call.row].location)
        }
        return TrapTableCheck.collisions(traps, base: base) { calls[$0] }
    }

    private func list(_ traps: [XNUTrap]) -> String {
        let rows =
            [["trap", "number", "words", "32-bit", "name", "MIG"]]
            + traps.map { trap in
                [
                    "\(trap.number)",
                    scheme.number(of: trap, base: base).map { TrapListRecord.spelled($0, scheme) }
                        ?? "\(node).\(trap.name)",
                    "\(trap.arguments.count)", trap.isWideOnly ? "-" : "\(trap.words)", trap.name, trap.mig ?? "-",
                ]
            }
        let widths = rows[0].indices.map { column in rows.map { $0[column].utf8.count }.max() ?? 0 }
        return rows.map { row in
            let line = zip(row.dropLast(), widths).map { $0.padded(to: $1 + 2) }.joined()
            return line + (row.last ?? "") + "\n"
        }.joined()
    }
}

extension NumberingScheme: ExpressibleByArgument {}

/// `sysent traps table --format json`
private struct TrapListRecord: Encodable {
    let scheme: String
    let traps: [Trap]
    let findings: [FindingRecord]

    struct Trap: Encodable {
        let trap: Int
        let number: Int?
        let spelled: String?
        let name: String
        let arguments: [String]
        let words: Int
        let words32: Int?
        let returnsPort: Bool
        let mig: String?
    }

    static func spelled(_ number: Int, _ scheme: NumberingScheme) -> String {
        scheme == .xnuX86_64 ? "0x" + String(number, radix: 16) : "\(number)"
    }

    init(_ scheme: NumberingScheme, _ traps: [XNUTrap], _ base: Int, _ collisions: [Finding]) {
        self.scheme = scheme.rawValue
        self.traps = traps.map { trap in
            let number = scheme.number(of: trap, base: base)
            return Trap(
                trap: trap.number, number: number, spelled: number.map { Self.spelled($0, scheme) }, name: trap.name,
                arguments: trap.arguments.map { "\($0.name):\($0.width.rawValue)" }, words: trap.arguments.count,
                words32: trap.isWideOnly ? nil : trap.words,
                returnsPort: trap.returnsPort, mig: trap.mig)
        }
        findings = collisions.map(FindingRecord.init)
    }
}

/// `sysent traps table --check --format json`
private struct TrapCheckRecord: Encodable {
    let scheme: String
    let traps: Int
    let findings: [FindingRecord]
}
