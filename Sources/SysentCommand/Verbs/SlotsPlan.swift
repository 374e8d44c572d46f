import ArgumentParser
import Findings
import Reports
import SlotModel
import SourceTree
import TrapModules

/// `sysent slots plan`
struct SlotsPlan: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Predict the number of every trap of some modules, in load order.",
        discussion: """
            Loads the modules that the manifests describe, one after the other, on the tree's table. Exits with 1 when slots are \
            missing, and says how many and which 'sysent widen' adds them.

            EXAMPLES
              sysent slots plan Examples/mach/mach_traps.yml --tree /usr/src
              sysent slots plan base.yml extra.yml --table freebsd32 --tree /usr/src
            """
    )

    @Argument(help: ArgumentHelp("The manifests, in load order.", valueName: "manifest"))
    var manifests: [String]

    @Option(help: ArgumentHelp("Whose numbers to show: native or freebsd32.", valueName: "table"))
    var table = SlotKernel.Table.native

    @OptionGroup var options: TreeOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        var read: [TrapManifest] = []
        for path in manifests { read.append(try TrapManifest.read(try UserFile(path).read(), path: path)) }
        let tables = try options.tables()
        let kernel = try TreeKernel(tables)
        if kernel.kernel.tables[table] == nil {
            throw Refusal("unknown-table", "this tree has no table for 32-bit programs (freebsd32)")
        }
        let plan = SlotPlan(read, on: kernel.kernel)
        let advice = plan.shortfall > 0 ? try WidenAdvice(missing: plan.shortfall, tables) : nil
        let findings = plan.findings.map { finding in
            guard let advice, finding.rule == "slot-shortage" else { return finding }
            return finding.adding(Note("\(advice.text) would do"))
        }
        let report = SlotPlanReport(plan: plan, table: table, advice: advice, findings: findings)
        switch format {
        case .text: options.console.print(Array(report.text.utf8))
        case .json: options.console.print(try JSONDocument.encode(report.record))
        }
        options.console.report(findings)
        if findings.hasErrors { throw ExitCode.findings }
    }
}

extension SlotKernel.Table: ExpressibleByArgument {}

extension Finding {
    fileprivate func adding(_ note: Note) -> Finding {
        Finding(severity, rule, at: location, message, notes: notes + [note], fixIt: fixIt)
    }
}
