import ArgumentParser
import Companions
import Edits
import Findings
import Reports
import SourceTree
import SyscallTable

/// `sysent tables`
struct Tables: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        _superCommandName: Sysent.name,
        abstract: "List the tables of a tree: what they are made of, what they make, and why they were found.",
        discussion: """
            EXAMPLES
              sysent tables --sample
              sysent tables --tree /usr/src --format json
            """
    )

    @OptionGroup var options: TreeOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let console = options.console
        let tables = try options.tables()
        switch format {
        case .json: console.print(try JSONDocument.encode(TablesRecord(tables)))
        case .text: console.print(Array(text(tables).utf8))
        }
        console.report(tables.findings)
        if tables.findings.hasErrors { throw ExitCode.refused }
    }

    private func text(_ tables: TreeTables) -> String {
        var lines = ["edition \(tables.generator.edition): \(tables.generatorReason)"]
        for table in tables.tables {
            let site = table.site
            lines.append("")
            lines.append("\(site.directory)")
            lines.append("  master         \(site.master)")
            lines.append("  configuration  \(site.configuration.map(\.string) ?? "none")")
            lines.append("  rows           \(table.table.calls.count), MAXSYSCALL \(table.table.size)")
            for reason in site.reasons { lines.append("  found          \(reason)") }
            for output in table.outputs { lines.append("  makes          \(output.path)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// `sysent tables --format json`
private struct TablesRecord: Encodable {
    let edition: String
    let editionReason: String
    let tables: [Table]
    let findings: [FindingRecord]

    struct Table: Encodable {
        let directory: String
        let master: String
        let configuration: String?
        let rows: Int
        let maxSyscall: Int
        let reasons: [String]
        let companions: [String: String]
    }

    init(_ tables: TreeTables) {
        edition = tables.generator.edition.rawValue
        editionReason = tables.generatorReason
        self.tables = tables.tables.map { table in
            Table(
                directory: table.site.directory.string,
                master: table.site.master.string,
                configuration: table.site.configuration?.string,
                rows: table.table.calls.count,
                maxSyscall: table.table.size,
                reasons: table.site.reasons,
                companions: Dictionary(
                    uniqueKeysWithValues: table.outputs.map { ($0.companion.rawValue, $0.path.string) })
            )
        }
        findings = tables.findings.map(FindingRecord.init)
    }
}
