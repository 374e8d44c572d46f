import ArgumentParser
import Edits
import Findings
import Reports
import SourceTree
import SyscallTable

/// `sysent list`
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        _superCommandName: Sysent.name,
        abstract: "List the rows of a table.",
        discussion: """
            Without a filter all rows are listed; several filters list the rows that any of them lets through.

            go, rust, zig and syzlang-calls hold the calls that have a number in syscall.h, with a first line that says what \
            they were made of.

            EXAMPLES
              sysent list --sample
              sysent list --loadable --tree /usr/src
              sysent list --table freebsd32 --compat --format csv
              sysent list --tree /usr/src --format go > zsysnum.go
            """
    )

    @OptionGroup var options: TreeOptions

    @Option(help: ArgumentHelp("The table: its directory or the end of it.", valueName: "name"))
    var table = "sys/kern"

    @Flag(help: "Numbers without a call: RESERVED and UNIMPL rows, and the first number behind the table.")
    var free = false

    @Flag(help: "Slots for loadable calls (lkmnosys) and calls that a module brings (NOSTD).")
    var loadable = false

    @Flag(help: "Calls as older releases had them.")
    var compat = false

    @Option(help: "The form of the result: text, json, csv, go, rust, zig or syzlang-calls.")
    var format = ListFormat.text

    enum ListFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, go, rust, zig
        case syzlangCalls = "syzlang-calls"
    }

    func run() throws {
        let tables = try options.tables()
        try tables.refuseErrors()
        let console = options.console
        for chosen in try tables.choose([table]) {
            let calls = chosen.table.calls.filter(isWanted)
            let rows = calls.map { ListRecord.Row($0, of: chosen.table) } + firstFree(chosen.table)
            let exported = ExportedCalls(calls, of: chosen, edition: tables.generator.edition)
            switch format {
            case .text: console.print(Array(text(rows).utf8))
            case .csv: console.print(Array(csv(rows).utf8))
            case .go: console.print(Array(exported.go.utf8))
            case .rust: console.print(Array(exported.rust.utf8))
            case .zig: console.print(Array(exported.zig.utf8))
            case .syzlangCalls: console.print(Array(exported.syzlangCalls.utf8))
            case .json:
                let record = ListRecord(
                    table: chosen.site.directory.string, edition: tables.generator.edition.rawValue,
                    master: chosen.site.master.string, maxSyscall: chosen.table.size, rows: rows)
                console.print(try JSONDocument.encode(record))
            }
        }
    }

    private func isWanted(_ call: Syscall) -> Bool {
        guard free || loadable || compat else { return true }
        switch call.kinds.level {
        case .none: return free
        case .compat: return compat || (loadable && call.has(.noStandard))
        case .native: return loadable && (call.isLoadable || call.has(.noStandard))
        case .obsolete: return false
        }
    }

    private func firstFree(_ table: SyscallTable) -> [ListRecord.Row] {
        free ? [ListRecord.Row(firstFree: table.size)] : []
    }

    private func text(_ rows: [ListRecord.Row]) -> String {
        let kindsWidth = rows.map(\.kinds.utf8.count).max() ?? 0
        let stateWidth = rows.map(\.state.utf8.count).max() ?? 0
        return rows.map { row in
            let number = String(row.number)
            let columns = [
                String(repeating: " ", count: max(0, 5 - number.utf8.count)) + number,
                row.state.padded(to: stateWidth),
                row.kinds.padded(to: kindsWidth),
                row.name,
            ]
            return columns.joined(separator: "  ").trimmedRight + "\n"
        }.joined()
    }

    private func csv(_ rows: [ListRecord.Row]) -> String {
        let head = "number,state,kinds,name,symbol,audit,capability_mode,arguments\n"
        return head
            + rows.map { row in
                [
                    String(row.number), row.state, row.kinds, row.name, row.symbol ?? "", row.audit,
                    row.capabilityMode ? "yes" : "no", String(row.arguments),
                ].map(\.csvField).joined(separator: ",") + "\n"
            }.joined()
    }
}

/// `sysent list --format json`
private struct ListRecord: Encodable {
    let table: String
    let edition: String
    let master: String
    let maxSyscall: Int
    let rows: [Row]

    struct Row: Encodable {
        let number: Int
        let state: String
        let kinds: String
        let name: String
        let symbol: String?
        let audit: String
        let capabilityMode: Bool
        let arguments: Int

        init(_ call: Syscall, of table: SyscallTable) {
            number = call.number
            state = call.state
            kinds = call.kinds.words.joined(separator: "|")
            name = call.name
            symbol = call.hasNumberSymbol ? table.configuration["syscallprefix"] + call.symbol : nil
            audit = call.audit
            capabilityMode = call.has(.capabilityEnabled)
            arguments = call.arguments.count
        }

        init(firstFree number: Int) {
            self.number = number
            (state, kinds, name, symbol, audit, capabilityMode, arguments) = ("next", "", "", nil, "", false, 0)
        }
    }
}

extension Syscall {
    /// What the row is, in a word.
    var state: String {
        switch kinds.level {
        case .native where isLoadable: "slot"
        case .native where has(.noStandard): "module"
        case .native: "call"
        case .compat(3): "compat43"
        case .compat(let level): "compat\(level)"
        case .obsolete: "obsolete"
        case .none: has(.reserved) ? "reserved" : "unimplemented"
        }
    }
}

extension String {
    /// The text with spaces behind it up to `width` columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }

    /// The text without spaces behind it.
    var trimmedRight: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// The text as a field of RFC 4180.
    fileprivate var csvField: String {
        guard contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return self }
        return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
