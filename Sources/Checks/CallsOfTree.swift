import Findings
import SourceTree
import SyscallTable

extension CheckedTree {
    /// The calls of the native table that programs can make today, each name once: neither placeholders nor loadable
    /// slots, nor interfaces of older releases, nor stubs of calls that are to be merged.
    var presentCalls: [Syscall] {
        guard let native else { return [] }
        var seen: Set<String> = []
        let stubs = Set(MasterRemarks(native.table.master).remarks.filter { $0.kind == .stub }.compactMap(\.row))
        return native.table.calls.filter { call in
            call.isNative && !call.has(.noDefinition) && !call.alias.isEmpty && call.alias != "nosys"
                && !stubs.contains(call.row) && seen.insert(call.publicName).inserted
        }
    }

    /// The names under which the library can have calls of the native table.
    var symbolNames: Set<String> {
        guard let native else { return [] }
        return Set(native.table.calls.map { $0.isNative ? $0.publicName : $0.symbol })
    }

    /// The names that a symbol may be of: as it stands, and without the beginnings of private symbols.
    func forms(ofSymbol name: String) -> [String] {
        [name] + ["__sys_", "_"].filter(name.hasPrefix).map { String(name.dropFirst($0.utf8.count)) }
    }

    /// The call whose symbol `name` is; the symbol itself when it is of none.
    func callName(ofSymbol name: String) -> String {
        let calls = symbolNames
        return forms(ofSymbol: name).first(where: calls.contains) ?? name
    }

    /// Where the row of a native call begins.
    func place(_ call: Syscall) -> Location? { native?.row(call).location }
}
