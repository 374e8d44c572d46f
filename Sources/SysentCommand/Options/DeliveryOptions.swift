import ArgumentParser

/// What becomes of a change: shown, written, or handed out as a patch.
struct DeliveryOptions: ParsableArguments {
    @Flag(help: "Write the change into the tree.")
    var inPlace = false

    @Option(help: ArgumentHelp("Write the change as the next patch of the series in this directory.", valueName: "dir"))
    var patches: String?

    @Flag(help: "Change the master alone; the companions are left to the build.")
    var masterOnly = false

    @Flag(help: "Write nothing and print nothing but findings; exit with 1 when something would change.")
    var check = false

    @Option(
        help: ArgumentHelp(
            "The commit that the patch is made for (default: HEAD). Files that are checked out must agree with it.",
            valueName: "rev"
        )
    )
    var base: String?

    @Option(
        help: ArgumentHelp("The patch's author (default: git's user.name and user.email).", valueName: "name <email>"))
    var author: String?

    @Option(
        help: ArgumentHelp(
            "The patch's date (default: SOURCE_DATE_EPOCH, else that of the base commit).",
            valueName: "date"
        )
    )
    var date: String?

    @Flag(help: "Let the patch say that nobody has its numbers yet, so that a rebase may move them.")
    var unpublished = false

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func validate() throws {
        if [inPlace, patches != nil, check].filter({ $0 }).count > 1 {
            throw ValidationError("--in-place, --patches and --check exclude one another.")
        }
        if patches == nil, base != nil || author != nil || date != nil || unpublished {
            throw ValidationError("--base, --author, --date and --unpublished go with --patches.")
        }
    }
}
