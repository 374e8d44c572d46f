import ArgumentParser
import Companions
import Edits
import Findings
import Reports
import SourceTree
import SyscallTable

/// `sysent generate`
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        _superCommandName: Sysent.name,
        abstract: "Regenerate the companions of a tree's tables.",
        discussion: """
            Writes every companion of every table that differs from what its master says, all or none. With --check, \
            --diff, --output or --stdout the tree is left as it is.

            EXAMPLES
              sysent generate --check --sample
              sysent generate --tree /usr/src --table freebsd32
              sysent generate --tree /usr/src --stdout sys/sys/syscall.h
            """
    )

    @OptionGroup var options: TreeOptions

    @Option(help: ArgumentHelp("Only this table: its directory or the end of it. May be repeated.", valueName: "name"))
    var table: [String] = []

    @Flag(help: "Write nothing; exit with 1 and name what is stale.")
    var check = false

    @Flag(help: "Write nothing; print the differences.")
    var diff = false

    @Option(help: ArgumentHelp("Write all companions below this directory instead.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("Print this companion and write nothing.", valueName: "file"))
    var stdout: String?

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        let modes = [check || diff, output != nil, stdout != nil].filter { $0 }
        if modes.count > 1 { throw ValidationError("--check and --diff, --output and --stdout exclude one another.") }
        if format == .json, diff || stdout != nil { throw ValidationError("--diff and --stdout print text.") }
    }

    func run() throws {
        let console = options.console
        let tables = try options.tables()
        let chosen = try tables.choose(table)
        try tables.refuseSharedErrors()
        console.report(tables.findings)
        try run(on: chosen, of: tables, console)
        // What is left are tables that cannot be made; the others were.
        if tables.findings.hasErrors { throw ExitCode.refused }
    }

    private func run(on chosen: [TreeTables.Table], of tables: TreeTables, _ console: Console) throws {
        if let stdout {
            console.print(try companion(stdout, of: chosen))
            return
        }
        if let output {
            return try report(export(chosen, to: output), chosen, console)
        }
        let edit = try tables.regeneration(of: chosen)
        if check || diff {
            if diff { for change in edit.changes { console.print(UnifiedDiff(change).bytes) } }
            try reportCheck(edit, tables, chosen, console)
            return
        }
        try report(AtomicWriter(root: try options.root()).apply(edit).map(\.string), chosen, console)
    }

    /// Writes all companions of `tables` below `directory`, which is made where it does not exist.
    private func export(_ tables: [TreeTables.Table], to directory: String) throws -> [String] {
        try AtomicWriter.makeRoot(directory)
        let view = DiskView(root: directory)
        return try AtomicWriter(root: directory).apply(TreeTables.export(tables).replacing(in: view)).map(view.label)
    }

    private func companion(_ name: String, of tables: [TreeTables.Table]) throws(Refusal) -> [UInt8] {
        let wanted = TreePath(name).components
        for table in tables {
            for output in table.outputs where output.path.components.suffix(wanted.count).elementsEqual(wanted) {
                return output.companion.render(table.table)
            }
        }
        let names = tables.flatMap(\.outputs).map(\.path.string).joined(separator: ", ")
        throw Refusal(
            "unknown-companion", "'\(name)' is no companion of these tables", notes: [Note("they make \(names)")])
    }
}

// MARK: - Reports

extension Generate {
    private func reportCheck(
        _ edit: TreeEdit,
        _ tables: TreeTables,
        _ chosen: [TreeTables.Table],
        _ console: Console
    ) throws {
        let stale = edit.changes.map { $0.staleness(tables.view) }
        if format == .json {
            let states = edit.changes.map { ($0.path.string, $0.expected == .absent ? "missing" : "stale") }
            console.print(
                try JSONDocument.encode(GenerateRecord(chosen, states: states, findings: stale + tables.findings)))
        } else if check {
            console.printFindings(stale)
            if stale.isEmpty { console.print(summary(chosen) + " up to date") }
        }
        if check, !stale.isEmpty { throw ExitCode.findings }
    }

    private func report(_ written: [String], _ chosen: [TreeTables.Table], _ console: Console) throws {
        if format == .json {
            let states = written.map { ($0, "written") }
            console.print(try JSONDocument.encode(GenerateRecord(chosen, states: states, findings: [])))
        } else if written.isEmpty {
            console.print(summary(chosen) + " up to date")
        } else {
            for path in written { console.print("wrote \(path)") }
        }
    }

    private func summary(_ tables: [TreeTables.Table]) -> String {
        let companions = tables.reduce(0) { $0 + $1.outputs.count }
        let names = (
            companions == 1 ? "1 companion" : "\(companions) companions",
            tables.count == 1 ? "1 table" : "\(tables.count) tables"
        )
        return "\(names.0) of \(names.1): all"
    }
}

/// `sysent generate --format json`
private struct GenerateRecord: Encodable {
    let tables: [Table]
    let findings: [FindingRecord]

    struct Table: Encodable {
        let directory: String
        let master: String
        let companions: [Companion]
    }

    struct Companion: Encodable {
        let kind: String
        let path: String
        let state: String
    }

    init(_ tables: [TreeTables.Table], states: [(path: String, state: String)], findings: [Finding]) {
        let states = Dictionary(states.map { ($0.path, $0.state) }, uniquingKeysWith: { first, _ in first })
        self.tables = tables.map { table in
            Table(
                directory: table.site.directory.string,
                master: table.site.master.string,
                companions: table.outputs.map {
                    Companion(
                        kind: $0.companion.rawValue, path: $0.path.string, state: states[$0.path.string] ?? "current")
                }
            )
        }
        self.findings = findings.map(FindingRecord.init)
    }
}
