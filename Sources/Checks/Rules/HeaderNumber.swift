import Companions
import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The numbers that user code is compiled with are the places of the handlers.
struct HeaderNumber: Rule {
    let documentation = RuleDocumentation(
        "header-number",
        .error,
        checks: """
            Each '#define SYS_name N' of the committed header of numbers names a call of the table at index N, no \
            call lacks its define, and SYS_MAXSYSCALL is the size of the table.
            """,
        matters: """
            The number in the header is what programs pass; the kernel takes it for an index. Where the two differ a \
            program calls another function than it means to, with its own arguments.
            """,
        example: """
            syscall.h says SYS_open 6 while the sixth row is close: every open() of a new program closes a \
            descriptor.
            """,
        exceptions: "Never, as long as the header is the one that the configuration's 'syshdr' names."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var findings: [Finding] = []
        for table in tree.tables.tables {
            guard let path = table.path(of: .numbers), let bytes = try tree.read(path) else { continue }
            findings += compare(Defines(bytes), table, tree.view.label(path))
        }
        return findings
    }

    private func compare(_ defines: Defines, _ table: TreeTables.Table, _ label: String) -> [Finding] {
        let prefix = table.table.configuration["syscallprefix"]
        var calls: [String: [Int]] = [:]
        for call in table.table.calls where call.hasNumberSymbol {
            calls[prefix + call.symbol, default: []].append(call.number)
        }
        calls[prefix + "MAXSYSCALL"] = [table.table.size]
        // The name in the master, whatever this ABI calls it.
        let name = { (symbol: String) in
            let name = symbol.dropFirst(prefix.count)
            return String(name.hasPrefix(table.prefix) ? name.dropFirst(table.prefix.count) : name)
        }
        var findings: [Finding] = []
        for define in defines.list where define.name.hasPrefix(prefix) {
            let place = Location(path: label, line: define.line, column: 1)
            guard let numbers = calls[define.name] else {
                let message = "\(define.name) is \(define.number) here, and \(table.site.master) has no such call"
                findings.append(finding(at: place, message, about: name(define.name)))
                continue
            }
            // A name may stand in several arms of a conditional, with a number each.
            if !numbers.contains(define.number) {
                let expected = numbers.map(String.init).joined(separator: " or ")
                let message =
                    "\(define.name) is \(define.number) here, and \(expected) in the table of \(table.site.master)"
                findings.append(
                    finding(at: place, message, notes: notes(define.name, table), about: name(define.name)))
            }
        }
        let present = Set(defines.list.map(\.name))
        for (symbol, numbers) in calls where !present.contains(symbol) {
            let message = "\(symbol), which is \(numbers[0]) in the table of \(table.site.master), is not defined here"
            findings.append(
                finding(at: Location(path: label), message, notes: notes(symbol, table), about: name(symbol)))
        }
        return findings
    }

    private func notes(_ symbol: String, _ table: TreeTables.Table) -> [Note] {
        let prefix = table.table.configuration["syscallprefix"]
        return table.table.calls.filter { $0.hasNumberSymbol && prefix + $0.symbol == symbol }.map {
            Note("row \($0.number) of the table", at: table.row($0).location)
        }
    }
}
