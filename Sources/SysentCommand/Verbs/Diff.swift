import ArgumentParser
import Findings
import Reports
import SourceTree
import TableDiff

/// `sysent diff`
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        _superCommandName: Sysent.name,
        abstract: "Say what changed between the tables of two trees, and what it does to programs.",
        discussion: """
            A tree is a directory, or REPO@REV: a revision of a git repository, whatever is checked out. Calls are compared by \
            meaning: name, interface and number, in every table by itself; an ABI's prefix, the form of the master and what \
            only one generator can say are no differences.

            Each change is a binary break (a program built before stops working or does something else), a source break (a \
            source may have to change), compatible, or information. Binary breaks that a kernel option heals, such as \
            COMPAT_FREEBSD12, count as compatible and name the option.

            With --since, any number of trees from the oldest to the newest: which is the first that has the call?

            Exit status: 0 no difference, 1 differences, 2 could not compare. With --since: 0 found, 1 nowhere.

            EXAMPLES
              sysent diff /usr/src@releng/14.3 /usr/src
              sysent diff src@v1 src@v2 --table freebsd32 --format markdown
              sysent diff old new --format html > changes.html
              sysent diff old new --impact binary-break
              sysent diff --since renameat2 src@releng/13.5 src@releng/14.3 src@main
            """
    )

    @Argument(help: ArgumentHelp("The older and the newer tree.", valueName: "tree"))
    var trees: [String]

    @Option(
        help: ArgumentHelp("Compare this table only: its directory or the end of it.", valueName: "name"))
    var table: String?

    @Option(help: ArgumentHelp("Show changes of this impact only; may be repeated.", valueName: "impact"))
    var impact: [Impact] = []

    @Option(help: ArgumentHelp("Say since which of the trees there is this call.", valueName: "call"))
    var since: String?

    @Option(help: "The form of the result: text, json, markdown or html, a page of one file.")
    var format = DiffFormat.text

    @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
    var color = Console.Colour.auto

    enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown, html
    }

    func validate() throws {
        if since == nil, trees.count != 2 { throw ValidationError("Name two trees, the older and the newer.") }
        if since != nil, trees.isEmpty { throw ValidationError("Name the trees, from the oldest to the newest.") }
        if since != nil, format == .markdown { throw ValidationError("--since is told as text, json or html.") }
        if since != nil, !impact.isEmpty { throw ValidationError("--impact and --since exclude one another.") }
    }

    func run() throws {
        let sides = try trees.map { try TreeSide($0) }
        if let since { return try tell(since, sides) }
        let report = DiffReport(
            old: sides[0], new: sides[1],
            tables: TableDiff.changes(from: try compared(sides)[0], to: try compared(sides)[1]),
            impacts: impact.isEmpty ? Impact.allCases : impact
        )
        let console = Console(colour: color)
        switch format {
        case .text: console.print(Array(report.text.utf8))
        case .markdown: console.print(Array(report.markdown.utf8))
        case .html: console.print(report.page.bytes)
        case .json: console.print(try JSONDocument.encode(DiffRecord(report)))
        }
        try refuseBlocked(sides, console)
        if !report.isEmpty { throw ExitCode.findings }
    }

    private func tell(_ name: String, _ sides: [TreeSide]) throws {
        let console = Console(colour: color)
        let histories = CallHistory.all(of: name, in: zip(sides, try compared(sides)).map { ($0.name, $1) })
        let answer = SinceText(name: name, histories: histories)
        switch format {
        case .json: console.print(try JSONDocument.encode(SinceRecord(name, histories, sides: sides.map(\.name))))
        case .html: console.print(answer.page.bytes)
        case .text, .markdown: console.print(Array(answer.text.utf8))
        }
        try refuseBlocked(sides, console)
        if histories.isEmpty { throw ExitCode.findings }
    }

    private func compared(_ sides: [TreeSide]) throws -> [[ComparedTable]] {
        let tables = try sides.map { try $0.compared(table) }
        if let table, tables.allSatisfy(\.isEmpty) {
            throw Refusal("unknown-table", "'\(table)' names no table of \(trees.joined(separator: " or "))")
        }
        return tables
    }

    /// What could not be read was not compared; that must not pass for no difference.
    private func refuseBlocked(_ sides: [TreeSide], _ console: Console) throws {
        let blocked = sides.filter { side in
            side.tables.blocked.contains { site in table.map { site.isCalled($0) } ?? true }
        }
        guard !blocked.isEmpty else { return }
        console.report(blocked.flatMap { $0.tables.findings.filter { $0.severity == .error } })
        throw ExitCode.refused
    }
}

extension Impact: ExpressibleByArgument {}
