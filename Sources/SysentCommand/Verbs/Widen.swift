import ArgumentParser
import Authoring

/// `sysent widen`
struct Widen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "widen",
        _superCommandName: Sysent.name,
        abstract: "Add slots for loadable system calls.",
        discussion: """
            Appends lkmnosys rows behind the last call of the native master, with a comment that says which numbers and why, \
            and regenerates every table that uses that master. Prints the plan and the differences; nothing is written \
            without --in-place or --patches.

            EXAMPLES
              sysent widen --slots 48 --sample
              sysent widen --slots 48 --tree /usr/src --patches patches
              sysent widen --slots 48 --at 650 --label 'Mach traps' --tree /usr/src --in-place
            """
    )

    @Option(help: ArgumentHelp("How many slots to add.", valueName: "count"))
    var slots: Int

    @Option(
        help: ArgumentHelp(
            "Where the band begins: 'tail', or a number; what lies ahead is reserved.", valueName: "place"))
    var at = Place(.tail)

    @Option(help: ArgumentHelp("What the band is for; heads its comment.", valueName: "text"))
    var label: String?

    @OptionGroup var options: TreeOptions
    @OptionGroup var delivery: DeliveryOptions

    func validate() throws {
        if slots < 1 { throw ValidationError("--slots takes a number from 1 up.") }
        if let label,
            label.isEmpty || label.contains(where: { $0.isNewline || $0.unicodeScalars.contains { $0.value < 32 } })
        {
            throw ValidationError("--label takes one line of text.")
        }
    }

    func run() throws {
        let widening = Widening(slots: slots, at: at.place, label: label)
        let scope: Scope = delivery.masterOnly ? .masterOnly : .complete
        try Delivery(options: options, delivery: delivery).run { tables in
            try Plan.widen(tables, by: widening, scope: scope)
        }
    }

    /// `tail` or a number.
    struct Place: ExpressibleByArgument {
        let place: Widening.Place

        init(_ place: Widening.Place) { self.place = place }

        init?(argument: String) {
            if argument == "tail" {
                place = .tail
            } else if let number = Int(argument), number >= 0 {
                place = .number(number)
            } else {
                return nil
            }
        }

        var defaultValueDescription: String { place.description }
    }
}
