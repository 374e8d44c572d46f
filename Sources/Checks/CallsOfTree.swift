import Findings
import SourceTree
import SyscallTable

extension CheckedTree {
    /// The calls of the native table that programs can make today, each name once: neither placeholders nor loadable
    /// slots, nor interfaces of older releases.
    var presentCalls: [Syscall] {
        guard let native else { return [] }
        var seen: Set<String> = []
        return native.table.calls.filter { call in
            call.isNative && !call.has(.noDefinition) && !call.alias.isEmpty && call.alias != "nosys"
                && seen.insert(call.publicName).inserted
        }
    }

    /// Where the row of a native call begins.
    func place(_ call: Syscall) -> Location? { native?.row(call).location }
}
