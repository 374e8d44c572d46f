import ArgumentParser
import Authoring

/// `sysent narrow`
struct Narrow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "narrow",
        _superCommandName: Sysent.name,
        abstract: "Take back a band of slots that 'widen' added.",
        discussion: """
            Takes the band that ends the table, with its comment and the numbers that were reserved ahead of it. A band with \
            rows behind it stays: their numbers would have to change.

            EXAMPLES
              sysent narrow --tree /usr/src
              sysent narrow --band 603-650 --tree /usr/src --patches patches
            """
    )

    @Option(help: ArgumentHelp("The band (default: the one that ends the table).", valueName: "first-last"))
    var band: NumberRange?

    @OptionGroup var options: TreeOptions
    @OptionGroup var delivery: DeliveryOptions

    func run() throws {
        let scope: Scope = delivery.masterOnly ? .masterOnly : .complete
        try Delivery(options: options, delivery: delivery).run { tables in
            try Plan.narrow(tables, band: band?.numbers, scope: scope)
        }
    }
}

/// `603-650`, or a single number.
struct NumberRange: ExpressibleByArgument {
    let numbers: ClosedRange<Int>

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count <= 2, let first = parts.first ?? nil, let last = parts.last ?? nil, first >= 0, first <= last
        else {
            return nil
        }
        numbers = first...last
    }
}
