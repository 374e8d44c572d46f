import ArgumentParser
import Findings
import Reports
import SourceTree
import SyscallTable

/// `sysent show`
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        _superCommandName: Sysent.name,
        abstract:
            "Show a call: its number, prototype and kinds, what each ABI makes of it and why, where it is mentioned.",
        discussion: """
            The native table is searched first, then the others. A name may be that of the call, of its handler (sys_open) or \
            of its number (SYS_open).

            EXAMPLES
              sysent show open --sample
              sysent show 210-219 --tree /usr/src
              sysent show pread --tree /usr/src --format json
            """
    )

    @Argument(help: "A name, a number, or a range of numbers.")
    var call: String

    @OptionGroup var options: TreeOptions

    @Option(help: ArgumentHelp("Look in this table only: its directory or the end of it.", valueName: "name"))
    var table: String?

    @Option(help: "The form of the result: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let tables = try options.tables()
        try tables.refuseErrors()
        let found = try CallSearch(tables: tables, only: try table.map { try tables.choose([$0]) }).find(call)
        switch format {
        case .text: options.console.print(Array(found.map(\.text).joined(separator: "\n").utf8))
        case .json: options.console.print(try JSONDocument.encode(ShowRecord(calls: found)))
        }
    }
}

/// `sysent show --format json`
private struct ShowRecord: Encodable {
    let calls: [CallRecord]
}
