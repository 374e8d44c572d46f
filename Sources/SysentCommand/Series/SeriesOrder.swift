import ArgumentParser
import PatchSeries
import SystemPackage

/// `sysent series drop`
struct SeriesDrop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Take patches out of the series and remove their files.",
        discussion: """
            The other patches keep their names. 'series verify' says whether they still apply.

            EXAMPLES
              sysent series drop 0004 --patches patches
            """
    )

    @Argument(help: ArgumentHelp("The patches, by name or by number.", valueName: "patch"))
    var names: [String]

    @OptionGroup var series: SeriesOptions

    func run() throws {
        let left = try PatchSeries.drop(names, from: FilePath(series.patches))
        for name in left { Console.standard.print(name) }
    }
}

/// `sysent series reorder`
struct SeriesReorder: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reorder",
        abstract: "Move a patch ahead of another one and number all of them anew.",
        discussion: """
            EXAMPLES
              sysent series reorder 0004 --before 0002 --patches patches
              sysent series reorder 0001 --last --patches patches
            """
    )

    @Argument(help: ArgumentHelp("The patch, by name or by number.", valueName: "patch"))
    var name: String

    @Option(help: ArgumentHelp("The patch that is to follow it.", valueName: "patch"))
    var before: String?

    @Flag(help: "Move it to the end.")
    var last = false

    @OptionGroup var series: SeriesOptions

    func validate() throws {
        if (before == nil) == !last { throw ValidationError("Give --before PATCH, or --last.") }
    }

    func run() throws {
        let names = try PatchSeries.reorder(name, before: before, in: FilePath(series.patches))
        for name in names { Console.standard.print(name) }
    }
}

/// `sysent series renumber`
struct SeriesRenumber: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renumber",
        abstract: "Number the patches from 0001 in the order of the series.",
        discussion: """
            EXAMPLES
              sysent series renumber --patches patches
            """
    )

    @OptionGroup var series: SeriesOptions

    func run() throws {
        for name in try PatchSeries.renumber(FilePath(series.patches)) { Console.standard.print(name) }
    }
}
