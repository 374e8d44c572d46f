import ArgumentParser
import Edits
import Findings
import SourceTree
import TrapModules

/// `sysent traps manifest`
struct TrapsManifest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest",
        abstract: "Write a manifest of the calls that the sources of a module register.",
        discussion: """
            The manifest is one that 'sysent traps generate' and 'sysent slots plan' take: names, handlers, arguments with their \
            types, what programs call and what they get where there is no such call. What the sources leave open is marked with '?'. \
            With --split-multiplexor the operations of a call that is many in one become calls of their own.

            EXAMPLES
              sysent traps manifest src/mach_kmod src/libmach --module mach_traps > mach_traps.yml
              sysent traps manifest old/src --module mach_traps --split-multiplexor
            """
    )

    @Argument(help: ArgumentHelp("Directories, or files, of both sides.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("The name of the module (default: that of the first directory).", valueName: "name"))
    var module: String?

    @Flag(help: "Make each operation of a multiplexor a call of its own.")
    var splitMultiplexor = false

    func run() throws {
        let audit = TrapAudit(try ModuleSources.code(paths))
        let name = module ?? TreePath(paths[0]).name.replacing("-", with: "_").replacing(".", with: "_")
        let manifest = try AuditManifest(audit, module: name, splitsMultiplexors: splitMultiplexor)
        let bytes = Array(manifest.text.utf8)
        // What is written can be read: a manifest with a fault in it would only fail later.
        _ = try TrapManifest.read(bytes, path: "\(name).yml")
        Console.standard.print(bytes)
    }
}
