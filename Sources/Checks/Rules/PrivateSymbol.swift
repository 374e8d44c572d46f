import Companions
import Edits
import Findings
import SourceTree
import SyscallTable

/// The private symbols of a call are exported in pairs.
struct PrivateSymbol: Rule {
    let documentation = RuleDocumentation(
        "private-symbol",
        .warning,
        editions: [.shell, .lua],
        checks: """
            In the private version of libc's map of the system calls, FBSDprivate_1.0, '_lamp' and '__sys_lamp' stand \
            both or neither. Since FreeBSD 15 the generator makes all of them.
            """,
        matters: """
            The names are for the other libraries of the base system, which take either: '_lamp' for what a program may \
            replace, '__sys_lamp' for the call itself. Half a pair is most often a line that was lost.
            """,
        example: """
            '__sys_lamp;' and no '_lamp;', where every other call has both. --fix adds the line.
            """,
        exceptions: """
            A call whose one name is all that anybody needs; those of released trees are listed, with reasons, and \
            reported as allowed.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard tree.native?.path(of: .symbolMap) == nil, let map = try SymbolMap.ofCalls(in: tree.view)
        else { return [] }
        let exported = try SymbolMap.names(with: map, in: tree)
        let calls = Set(tree.presentCalls.map(\.publicName))
        return map.entries.filter { SymbolMap.isPrivate($0.version) }.compactMap { entry in
            let isRaw = entry.name.hasPrefix("__sys_") && calls.contains(String(entry.name.dropFirst(6)))
            guard isRaw || entry.name.hasPrefix("_") else { return nil }
            let call = String(entry.name.dropFirst(isRaw ? 6 : 1))
            let other = (isRaw ? "_" : "__sys_") + call
            guard calls.contains(call), !exported.contains(other) else { return nil }
            return finding(
                at: tree.location(map.path, line: entry.line, column: entry.column),
                "\(entry.name) is exported without \(other)",
                fixIt: map.insertion(of: other, in: entry.version).map { FixIt("add \(other)", edits: [$0]) },
                about: call
            )
        }
    }
}
