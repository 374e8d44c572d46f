import ArgumentParser
import Authoring

/// `sysent stub`
struct Stub: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stub",
        abstract: "Add stubs of a newer branch's calls to an older branch.",
        discussion: """
            A program that was built against the newer branch is killed by SIGSYS when it makes a call that the kernel does not \
            have. A stub answers ENOSYS instead, until the call itself is merged: 'sysent add' then takes its place. Numbers \
            that lie between are kept for what the newer branch has there.

            Without names every call that the older branch lacks gets a stub.

            EXAMPLES
              sysent stub lamp --tree /usr/src --onto /usr/src-14
              sysent stub --tree /usr/src@main --onto /usr/src-14 --in-place
              sysent stub --number-only --onto /usr/src-14 --patches patches
            """
    )

    @Argument(help: ArgumentHelp("The calls (default: all that the older branch lacks).", valueName: "name"))
    var names: [String] = []

    @Option(
        help: ArgumentHelp(
            "The newer branch: a directory, or REPO@REV (default: the enclosing tree).", valueName: "tree"))
    var tree = "."

    @Option(help: ArgumentHelp("The older branch, which gets the stubs.", valueName: "tree"))
    var onto: String

    @Flag(help: "Keep the numbers alone: a program that makes the call is killed by SIGSYS.")
    var numberOnly = false

    @OptionGroup var delivery: DeliveryOptions

    func run() throws {
        let newer = try TreeSide(tree).tables
        let options = try TreeOptions.parse(["--tree", onto])
        let scope: Scope = delivery.masterOnly ? .masterOnly : .complete
        try Delivery(options: options, delivery: delivery).run { tables in
            try Plan.stub(Stubs(names, numbersOnly: numberOnly), from: newer, onto: tables, scope: scope)
        }
    }
}
