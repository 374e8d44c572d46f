import ArgumentParser
import Findings
import PatchSeries

/// `sysent series verify`
struct SeriesVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say of each patch whether it applies to a tree, and what is wrong with it.",
        discussion: """
            Applies the series to the revision exactly, without fuzz and without touching the repository, and regenerates the \
            tables. Exits with 1 when a patch is not as it should be for that tree.

            EXAMPLES
              sysent series verify --patches patches --onto /usr/src@HEAD
              sysent series verify --patches patches --tree /usr/src --onto releng/15.1 --format json
            """
    )

    @OptionGroup var series: SeriesOptions
    @OptionGroup var options: TreeOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let tree = try SeriesTree(options)
        let carried = try tree.carry(series.patches, RebaseOptions(generator: options.edition?.generator))
        try SeriesReport(carried, wording: .verify, takers: tree.takers(of: carried)).show(format, options.console)
        let isFine = carried.patches.allSatisfy { patch in
            guard case .applies = patch.verdict else { return false }
            return !patch.findings.contains { $0.severity != .note }
        }
        if !isFine { throw ExitCode.findings }
    }
}

/// `sysent series forecast`
struct SeriesForecast: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Say what a rebase would do: what moves, what can be dropped, what needs a person.",
        discussion: """
            Changes nothing. Exits with 0 when a rebase would go through, with 1 when a patch needs a person.

            EXAMPLES
              sysent series forecast --patches patches --tree /usr/src --onto releng/15.1
            """
    )

    @OptionGroup var series: SeriesOptions
    @OptionGroup var options: TreeOptions
    @OptionGroup var numbers: NumberOptions

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let carried = try SeriesTree(options).carry(series.patches, numbers.rebase(options))
        try SeriesReport(carried, wording: .forecast).show(format, options.console)
        if !carried.isComplete { throw ExitCode.findings }
    }
}

/// How far numbers may move.
struct NumberOptions: ParsableArguments {
    @Flag(help: "Move the numbers of published calls as well: programs that use them have to be built again.")
    var renumberPublished = false

    @Option(
        help: ArgumentHelp("The revision that the series was made for, where its patches do not say.", valueName: "rev")
    )
    var from: String?

    func rebase(_ options: TreeOptions) -> RebaseOptions {
        RebaseOptions(
            renumbersPublished: renumberPublished, generator: options.edition?.generator, origin: from)
    }
}
