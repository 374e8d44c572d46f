import ArgumentParser
import PatchSeries
import SystemPackage

/// `sysent series rebase`
struct SeriesRebase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebase",
        abstract: "Carry the series to another revision, each patch by what it means.",
        discussion: """
            A band of slots moves to the first free numbers, or stays where it was asked to be; rows that were added by hand \
            follow the table; companions and messages are made anew; what the base holds already is dropped. Other patches \
            are merged by git. Prints what it would do; nothing is written without --in-place or --output, and nothing at \
            all while a patch needs a person (exit status 2).

            EXAMPLES
              sysent series rebase --patches patches --tree /usr/src --onto releng/15.1
              sysent series rebase --patches patches --tree /usr/src --onto releng/15.1 --output patches-15.1
            """
    )

    @OptionGroup var series: SeriesOptions
    @OptionGroup var options: TreeOptions
    @OptionGroup var numbers: NumberOptions

    @Flag(help: "Replace the patches of the series.")
    var inPlace = false

    @Option(help: ArgumentHelp("Write the series to this new directory.", valueName: "dir"))
    var output: String?

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if inPlace, output != nil { throw ValidationError("--in-place and --output exclude one another.") }
    }

    func run() throws {
        let carried = try SeriesTree(options).carry(series.patches, numbers.rebase(options))
        var written: String?
        if carried.isComplete {
            if inPlace {
                try PatchSeries.replace(carried)
                written = series.patches
            } else if let output {
                try PatchSeries.export(carried, to: FilePath(output))
                written = output
            }
        }
        try SeriesReport(carried, wording: .rebase, written: written).show(format, options.console)
        if !carried.isComplete { throw ExitCode.refused }
    }
}
