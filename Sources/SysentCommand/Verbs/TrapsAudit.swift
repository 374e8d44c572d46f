import ArgumentParser
import Checks
import Edits
import Findings
import Reports
import SlotModel
import SourceTree
import SyscallTable
import TrapModules

/// `sysent traps audit`
struct TrapsAudit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Say what the sources of a module register, and what is wrong with them.",
        discussion: """
            Reads the C files below the directories as they are, the kernel's side and the programs' side together, and shows each \
            call that is registered: in which order, with how many words, behind which test, under which name its number is found, \
            who looks it up, and whether MIG could carry it at no slot. Then what does not fit together, as 'sysent check' does; \
            'sysent explain RULE' says what a rule means.

            With --tree the calls are held against the slots of that tree's tables. With --accept it is asked whether a multiplexor \
            is gone: every operation of the sources that --before names must have a slot of its own, its programs must hand over as \
            many words as its row has, and nothing of the multiplexor may be left. Only what bears on that is reported.

            Exits with 1 when there is an error or a warning. Notes are counted; --notes shows them.

            EXAMPLES
              sysent traps audit src/mach_kmod src/libmach
              sysent traps audit sys/compat/mach ../userland/src/libmach --tree /usr/src
              sysent traps audit new/src --accept --before old/src
              sysent traps audit /usr/src/sys/kern --format json
            """
    )

    @Argument(help: ArgumentHelp("Directories, or files, of both sides.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("Hold the calls against the slots of this tree's tables.", valueName: "dir"))
    var tree: String?

    @Flag(help: "Ask whether a multiplexor is gone.")
    var accept = false

    @Option(
        help: ArgumentHelp("With --accept: the sources that had the multiplexor. May be repeated.", valueName: "path"))
    var before: [String] = []

    @Option(
        help: ArgumentHelp(
            "With --accept: a call that must have a slot of its own. May be repeated.", valueName: "name"))
    var expect: [String] = []

    @Option(help: ArgumentHelp("Report this rule only. May be repeated.", valueName: "name"))
    var rule: [String] = []

    @Flag(help: "Show notes as well.")
    var notes = false

    @Option(help: "The form of the result: text, json or github.")
    var format = Format.text

    @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
    var color = Console.Colour.auto

    /// The form of a report.
    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json, github
    }

    func validate() throws {
        if !accept, !before.isEmpty || !expect.isEmpty {
            throw ValidationError("--before and --expect go with --accept.")
        }
    }

    func run() throws {
        let console = Console(colour: color)
        for name in rule where RuleRegistry.documentation(of: name) == nil { throw Explain.unknown(name) }
        let audit = TrapAudit(try ModuleSources.code(paths))
        guard !audit.calls.isEmpty || audit.hasUserSide || !audit.arrays.isEmpty else {
            throw Refusal(
                "no-system-calls", at: Location(path: paths[0]),
                "no C file below registers a system call or looks one up")
        }
        let demand = try tree.map { try self.demand(audit, $0) }
        let acceptance = accept ? try self.acceptance(audit) : nil
        let own = accept ? audit.findings.filter { Acceptance.rules.contains($0.rule) } : audit.findings
        var findings = own + (demand?.findings ?? []) + (acceptance?.findings ?? [])
        if !rule.isEmpty { findings = findings.filter { rule.contains($0.rule) } }
        let report = TrapAuditReport(
            audit: audit, demand: demand, acceptance: acceptance, findings: findings, showsNotes: notes || !rule.isEmpty
        )
        switch format {
        case .text:
            console.print(Array(report.text.utf8))
            console.printFindings(report.shown)
            console.printError(report.summary)
        case .json: console.print(try JSONDocument.encode(report.record))
        case .github:
            let text = GitHubText { $0 }
            console.print(Array(report.shown.map { text.render($0) }.joined().utf8))
        }
        if findings.contains(where: { $0.severity != .note }) { throw ExitCode.findings }
    }

    private func acceptance(_ audit: TrapAudit) throws(Refusal) -> Acceptance {
        let old = before.isEmpty ? nil : TrapAudit(try ModuleSources.code(before))
        if let old, old.multiplexors.isEmpty {
            throw Refusal("no-multiplexor", at: Location(path: before[0]), "no call of these sources is many in one")
        }
        return Acceptance(audit, before: old, expected: expect, texts: try ModuleSources.texts(paths))
    }

    private func demand(_ audit: TrapAudit, _ directory: String) throws(Refusal) -> SlotDemand {
        guard try DiskView(root: directory).kind(of: .root) == .directory else {
            throw Refusal("missing-tree", at: Location(path: directory), "no such directory")
        }
        let tables = try TreeTables.load(DiskView(root: directory), as: nil)
        let kernel = try TreeKernel(tables).kernel
        let numbers = CallNumbers(tables)
        let demand = SlotDemand(audit, on: kernel) { numbers.number($1, in: $0) }
        guard let missing = demand.tables.map(\.shortfall).max(), missing > 0 else { return demand }
        return demand.advising("\(try WidenAdvice(missing: missing, tables).text) would do")
    }
}

/// The numbers of a tree's calls by their constants.
struct CallNumbers {
    private var numbers: [SlotTable: [String: Int]] = [:]

    init(_ tables: TreeTables) {
        for table in tables.tables {
            let name = table.site.directory.name
            guard table.site.directory == TreePath("sys/kern") || name == "freebsd32" else { continue }
            let key: SlotTable = name == "freebsd32" ? .freebsd32 : .native
            for call in table.table.calls { numbers[key, default: [:]][call.name] = call.number }
        }
    }

    /// The number of `SYS_NAME`, or of `FREEBSD32_SYS_NAME`.
    func number(_ constant: String, in table: SlotTable) -> Int? {
        for prefix in ["FREEBSD32_SYS_", "SYS_"] where constant.hasPrefix(prefix) {
            return numbers[table]?[String(constant.dropFirst(prefix.count))]
        }
        return nil
    }
}
