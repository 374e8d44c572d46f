import ArgumentParser

/// `sysent traps`
struct Traps: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "traps",
        abstract: "Audit the system calls of modules, and make their wiring from a manifest.",
        discussion: """
            EXAMPLES
              sysent traps audit src/mach_kmod src/libmach
              sysent traps manifest src/mach_kmod src/libmach --module mach_traps
              sysent traps generate mach_traps.yml
              sysent traps generate mach_traps.yml --check
              sysent traps table --scheme xnu-arm64
            """,
        subcommands: [TrapsAudit.self, TrapsManifest.self, TrapsGenerate.self, TrapsTable.self]
    )
}
