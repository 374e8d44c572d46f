import ArgumentParser
import Authoring

/// `sysent reserve`
struct Reserve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve",
        abstract: "Keep numbers for system calls to come.",
        discussion: """
            Adds a row without a call for each name, with a comment that says who keeps the number and why. 'sysent check' \
            shows them as notes, and 'sysent add' of the name takes the number.

            EXAMPLES
              sysent reserve lamp oil --owner Lamplight --reason 'in review' --sample
              sysent reserve lamp --owner me --reason 'a branch' --number 610 \\
                  --tree /usr/src --patches patches
            """
    )

    @Argument(help: ArgumentHelp("The names of the calls.", valueName: "name"))
    var names: [String]

    @Option(help: ArgumentHelp("Who keeps the numbers.", valueName: "name"))
    var owner: String

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("The number of the first one (default: the next free one).", valueName: "number"))
    var number: Int?

    @OptionGroup var options: TreeOptions
    @OptionGroup var delivery: DeliveryOptions

    func run() throws {
        let scope: Scope = delivery.masterOnly ? .masterOnly : .complete
        let reservation = Reservation(names, owner: owner, reason: reason, number: number)
        try Delivery(options: options, delivery: delivery).run { tables in
            try Plan.reserve(tables, reservation, scope: scope)
        }
    }
}
