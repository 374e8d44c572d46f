import ArgumentParser

/// `sysent traps`
struct Traps: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "traps",
        abstract: "Make the wiring of a module's system calls from a manifest.",
        discussion: """
            EXAMPLES
              sysent traps generate mach_traps.yml
              sysent traps generate mach_traps.yml --check
            """,
        subcommands: [TrapsGenerate.self]
    )
}
