import ArgumentParser
import Findings
import PatchSeries
import Reports
import SystemPackage

/// `sysent series list`
struct SeriesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the patches of the series, what each touches and what it means.",
        discussion: """
            EXAMPLES
              sysent series list --patches patches
              sysent series list --patches patches --format json
            """
    )

    @OptionGroup var series: SeriesOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let patches = try PatchSeries.summaries(of: FilePath(series.patches))
        switch format {
        case .json: Console.standard.print(try JSONDocument.encode(SummaryRecord(patches)))
        case .text:
            for patch in patches {
                Console.standard.print("\(patch.name): \(patch.subject)")
                let files = patch.paths.count == 1 ? patch.paths[0] : "\(patch.paths.count) files"
                Console.standard.print("    \(files)\(patch.intent.map { "; \($0.text)" } ?? "")")
            }
        }
    }
}

/// `sysent series show`
struct SeriesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what one patch of the series touches and means.",
        discussion: """
            EXAMPLES
              sysent series show 0001 --patches patches
            """
    )

    @Argument(help: ArgumentHelp("The patch, by name or by number.", valueName: "patch"))
    var name: String

    @OptionGroup var series: SeriesOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let patch = try PatchSeries.summary(of: name, in: FilePath(series.patches))
        switch format {
        case .json: Console.standard.print(try JSONDocument.encode(SummaryRecord([patch])))
        case .text:
            Console.standard.print(patch.name)
            Console.standard.print("    \(patch.subject)")
            if let author = patch.author { Console.standard.print("    by \(author)") }
            if let base = patch.baseCommit { Console.standard.print("    made for \(base)") }
            if let intent = patch.intent { Console.standard.print("    intent: \(intent.text)") }
            for path in patch.paths { Console.standard.print("    \(path)") }
        }
    }
}

private struct SummaryRecord: Encodable {
    let patches: [Patch]

    struct Patch: Encodable {
        let name: String
        let subject: String
        let author: String?
        let baseCommit: String?
        let paths: [String]
        let intent: String?
        let isIntentRecorded: Bool
    }

    init(_ patches: [PatchSummary]) {
        self.patches = patches.map { patch in
            var isRecorded = false
            if case .recorded = patch.intent { isRecorded = true }
            return Patch(
                name: patch.name, subject: patch.subject, author: patch.author, baseCommit: patch.baseCommit,
                paths: patch.paths, intent: patch.intent?.text, isIntentRecorded: isRecorded)
        }
    }
}
