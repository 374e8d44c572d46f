import ArgumentParser
import BootCheck
import Dispatch

/// The command line: options are parsed here, one module is called, and its result is reported.
public struct Sysent: ParsableCommand {
    /// What the program is for.
    public static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Engineer the system-call tables of FreeBSD and of the kernels derived from it.",
        discussion: """
            Every verb works on the source tree that encloses the current directory, on --tree DIR, or on the small tree \
            that is built in (--sample). Only 'generate' and '--in-place' write into a tree.

            Exit status: 0 nothing to say, 1 findings or drift, 2 could not do the work.

            EXAMPLES
              sysent tables --sample
              sysent generate --check --tree /usr/src
              sysent show open --tree /usr/src
              sysent check --tree /usr/src
              sysent widen --slots 48 --tree /usr/src --patches patches
            """,
        version: "0.1.0",
        subcommands: [
            Tables.self, Generate.self, Show.self, List.self, Check.self, Diff.self, Explain.self, Widen.self,
            Narrow.self, Add.self, Reserve.self, Stub.self, Series.self, Merge.self, MergeDriver.self, Slots.self,
            Traps.self, Map.self, Boot.self, Decide.self, Supersede.self,
        ]
    )

    static let name = "sysent"

    /// Makes a command without options.
    public init() {}

    /// Parses the arguments of the process, runs what they ask for, and ends the process with its status.
    ///
    /// Nothing here is asynchronous: an asynchronous entry would move the work to another thread, whose memory allocator
    /// asks the system far more often.
    public static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == Supervisor.command {
            exit(withError: ExitCode(Supervisor.run(Array(arguments.dropFirst()))))
        }
        ProcessMemory.reuse()
        // A second thread is set up while the arguments are parsed.
        DispatchQueue.global().async(execute: ProcessMemory.reuse)
        do {
            var command = try command(of: arguments)
            try command.run()
        } catch {
            leave(after: error)
        }
    }

    /// The command that `arguments` ask for.
    ///
    /// What follows a verb is parsed by the verb alone: to set up all verbs, and to look for a request for completions
    /// first, takes the parser longer than most verbs work. Whatever is not plainly right, a request for help among it, is
    /// left to the root, which says so in the name of all.
    private static func command(of arguments: [String]) throws -> any ParsableCommand {
        let verb = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        if let verb, let command = try? verb.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == verb {
            return command
        }
        return try parseAsRoot(arguments)
    }
}
