import ArgumentParser
import Checks
import Edits
import Findings
import ProjectFile
import Reports
import SourceTree

/// `sysent check`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        _superCommandName: Sysent.name,
        abstract: "Check that a tree's tables, their companions and the other places of each call agree.",
        discussion: """
            Exits with 1 when there is an error or a warning that nothing allows. Notes are counted; --notes shows them. What \
            cannot be read is reported, the rest is checked, and the status is 2.

            A comment '; sysent: allow RULE reason' directly above an entry of a master allows a finding of that entry. So \
            does an entry of 'suppressions' in the file .sysent.yml at the tree's root: its rule and a reason, and a path or \
            a call if it is not to hold everywhere. 'sysent explain RULE' says what a rule means.

            With --base the change since another tree is checked as well: numbers reused, calls renumbered or removed, \
            signatures changed in place, capability mode withdrawn, and what must be part of the same change. A comment \
            that allows such a finding holds for the change that brings the comment, and for no later one.

            EXAMPLES
              sysent check --sample
              sysent check --tree /usr/src --rule stale-companion --rule header-number
              sysent check --tree /usr/src --base origin/main
              sysent check --tree /usr/src --base /usr/src.14 --rule signature-changed
              sysent check --tree /usr/src --format sarif > sysent.sarif
              sysent check --tree /usr/src --baseline sysent.baseline --write-baseline
            """
    )

    @OptionGroup var options: TreeOptions

    @Option(help: ArgumentHelp("Run this rule only. May be repeated.", valueName: "name"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp(
            "Check the change since this tree as well: a directory, or a revision of the tree's git repository.",
            valueName: "rev or dir"))
    var base: String?

    @Option(help: "The form of the result: text, json, sarif or github.")
    var format = Format.text

    @Option(help: ArgumentHelp("The findings that this file names do not count.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Write the findings that count now into the file that --baseline names.")
    var writeBaseline = false

    @Flag(help: "Show notes as well.")
    var notes = false

    @Flag(help: "Say on standard error how long each rule took.")
    var timing = false

    @Flag(
        help: "Mend what is shown and has exactly one sensible mending, and regenerate the companions.")
    var fix = false

    @Option(help: ArgumentHelp("A checkout of syzkaller; calls without a description are reported.", valueName: "dir"))
    var syzkaller: String?

    /// The form of a report.
    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json, sarif, github
    }

    func validate() throws {
        if base == "" { throw ValidationError("--base names neither a revision nor a directory.") }
        if base == nil, let name = rule.first(where: RuleRegistry.needsBase) {
            throw ValidationError("The rule \(name) looks at a change; it goes with --base.")
        }
        if writeBaseline, baseline == nil { throw ValidationError("--write-baseline goes with --baseline.") }
        if writeBaseline, fix { throw ValidationError("--write-baseline and --fix exclude one another.") }
    }

    func run() throws {
        let console = options.console
        for name in rule where RuleRegistry.documentation(of: name) == nil { throw Explain.unknown(name) }
        let known = try writeBaseline ? nil : baseline.map { try BaselineFile.read($0) }
        var view = try options.view()
        let run = CheckRun(
            wanted: Set(rule), baseline: known?.fingerprints ?? [], project: try Self.project(of: view))
        let outside = try syzkaller.map { try Self.directory($0) }
        let before = try base.map { try baseTables($0) }
        var tables = try options.tables(of: view)
        var report = run.report(on: CheckedTree(tables, base: before, syzkaller: outside))
        if fix {
            let edit = try FixPlan(tables, report.shown(notes: notes, rules: rule)).edit()
            let written = try AtomicWriter(root: try options.root()).apply(edit)
            for path in written { console.printError("wrote \(path)\n") }
            view = try options.view()
            tables = try options.tables(of: view)
            report = run.report(on: CheckedTree(tables, base: before, syzkaller: outside))
        }
        if timing { console.printError(CheckText.timing(report)) }
        if writeBaseline, let baseline {
            try BaselineFile.write(report, to: baseline)
            console.print("wrote \(report.open.count) findings to \(baseline)")
            if report.isIncomplete { throw ExitCode.refused }
            return
        }
        try CheckOutput(report: report, tree: CheckedTree(tables), rules: rule, showsNotes: notes, console: console)
            .print(format)
        if report.isIncomplete { throw ExitCode.refused }
        if report.open.contains(where: { $0.finding.severity != .note }) { throw ExitCode.findings }
    }

    /// The tables of the base. What is doubtful there is not of this change; what is wrong there cannot be compared with.
    private func baseTables(_ name: String) throws(Refusal) -> TreeTables {
        let tables = try options.tables(of: try options.view(ofBase: name))
        try tables.refuseSharedErrors()
        return tables
    }

    /// The project file of the tree, if it has one.
    private static func project(of view: any TreeView) throws(Refusal) -> ProjectFile? {
        let path = TreePath(ProjectFile.name)
        guard try view.exists(path) else { return nil }
        return try ProjectFile(try view.read(path), path: view.label(path))
    }

    private static func directory(_ path: String) throws(Refusal) -> DiskView {
        let view = DiskView(root: path)
        guard try view.kind(of: .root) == .directory else {
            throw Refusal("missing-tree", at: Location(path: path), "no such directory")
        }
        return view
    }
}
