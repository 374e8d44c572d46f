import ArgumentParser

/// `sysent slots`
struct Slots: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slots",
        abstract: "Say which slots a running kernel would hand out, before one runs.",
        discussion: """
            EXAMPLES
              sysent slots plan mach_traps.yml --tree /usr/src
              sysent slots simulate reload.yml --tree /usr/src
            """,
        subcommands: [SlotsPlan.self, SlotsSimulate.self]
    )
}
