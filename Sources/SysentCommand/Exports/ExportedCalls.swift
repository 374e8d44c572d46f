import Edits
import SourceTree
import SyscallTable

/// The numbers of a table for programs in another language: the calls for which `syscall.h` defines a number.
struct ExportedCalls {
    /// What the numbers were made of, one line: nothing in it depends on the time or the machine.
    let provenance: String
    /// What stands ahead of the names in C, such as `SYS_`.
    let prefix: String
    /// The calls in the order of their numbers, each name and each number once.
    let calls: [Call]
    /// Further names of their numbers.
    let aliases: [NumberAlias]

    struct Call {
        /// The name without ``prefix``.
        let name: String
        let number: Int
        /// The declaration in C; `nil` for a row without one.
        let declaration: String?
    }

    init(_ calls: [Syscall], of table: TreeTables.Table, edition: Edition) {
        provenance =
            "Made by sysent from \(table.site.master), table \(table.site.directory), edition \(edition.rawValue), "
            + "MAXSYSCALL \(table.table.size)."
        prefix = table.table.configuration["syscallprefix"]
        var seen: Set<String> = []
        var numbers: Set<Int> = []
        // Rows of several arms of a conditional have one number, and mostly one name.
        self.calls = calls.filter(\.hasNumberSymbol).sorted { $0.number < $1.number }.compactMap { call in
            guard seen.insert(call.symbol.uppercased()).inserted, numbers.insert(call.number).inserted else {
                return nil
            }
            return Call(
                name: call.symbol, number: call.number, declaration: call.declaration)
        }
        let names = Set(self.calls.map(\.name))
        aliases = table.table.numberAliases.filter {
            names.contains($0.symbol) && seen.insert($0.name.uppercased()).inserted
        }
    }
}

extension Syscall {
    fileprivate var declaration: String? {
        guard let result else { return nil }
        let list = arguments.map { $0.type + ($0.type.hasSuffix("*") ? "" : " ") + $0.name }
        return result + (result.hasSuffix("*") ? "" : " ") + name
            + "(\(list.isEmpty ? "void" : list.joined(separator: ", ")))"
    }
}
