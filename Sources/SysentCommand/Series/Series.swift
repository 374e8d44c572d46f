import ArgumentParser

/// `sysent series`
struct Series: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract: "Work with a series of patches: verify it, and carry it to the next release.",
        discussion: """
            A series is a directory of patches with a file 'series' that names them in order, one a line. What a patch of a \
            table means is read from its trailer Sysent-Intent, or from the rows that it adds and removes; so it can be \
            done again on a tree whose numbers have moved on.

            EXAMPLES
              sysent series list --patches patches
              sysent series verify --patches patches --onto /usr/src@HEAD
              sysent series forecast --patches patches --tree /usr/src --onto releng/15.1
              sysent series rebase --patches patches --tree /usr/src --onto releng/15.1 --in-place
            """,
        subcommands: [
            SeriesList.self, SeriesShow.self, SeriesVerify.self, SeriesForecast.self, SeriesRebase.self,
            SeriesDrop.self, SeriesReorder.self, SeriesRenumber.self,
        ]
    )
}

/// Where a series lies.
struct SeriesOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The patch directory.", valueName: "dir"))
    var patches = "patches"
}
