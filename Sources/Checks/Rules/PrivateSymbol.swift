import Companions
import Edits
import Findings
import SourceTree
import SyscallTable

/// The private symbols of a call are exported in pairs, and whatever other libraries use of them.
struct PrivateSymbol: Rule {
    let documentation = RuleDocumentation(
        "private-symbol",
        .warning,
        editions: [.shell, .lua],
        checks: """
            In the private version of libc's map of the system calls, FBSDprivate_1.0, '_lamp' and '__sys_lamp' stand \
            both or neither; and the maps of libc export what the threads library and librt use of them. Since FreeBSD \
            15 the generator makes all of them.
            """,
        matters: """
            The names are for the other libraries of the base system. One that is not exported is found when the \
            threads library is linked at the earliest, and when a program is started at the latest.
            """,
        example: """
            '__sys_lamp;' and no '_lamp;', where every other call has both. --fix adds the line.
            """,
        exceptions: """
            A call whose one name is all that anybody needs; those of released trees are listed, with reasons, and \
            reported as allowed. A library with a function of its own of that name.
            """
    )

    private static let users = ["lib/libthr", "lib/librt"]

    private static func isSource(_ name: String) -> Bool { name.hasSuffix(".c") || name.hasSuffix(".h") }

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard tree.native?.path(of: .symbolMap) == nil, let map = try SymbolMap.ofCalls(in: tree),
            let section = map.versions.last(where: \.isPrivate)
        else { return [] }
        var exported = Set(map.entries.map(\.name))
        for other in try SymbolMap.others(than: map, in: tree) { exported.formUnion(other.entries.map(\.name)) }
        return halves(map, exported, tree) + (try used(map, section, exported, tree))
    }

    /// The symbols whose other half is missing.
    private func halves(_ map: SymbolMap, _ exported: Set<String>, _ tree: CheckedTree) -> [Finding] {
        let calls = Set(tree.presentCalls.map(\.publicName))
        return map.entries.filter { SymbolMap.isPrivate($0.version) }.compactMap { entry in
            let isRaw = entry.name.hasPrefix("__sys_") && calls.contains(String(entry.name.dropFirst(6)))
            guard isRaw || entry.name.hasPrefix("_") else { return nil }
            let call = String(entry.name.dropFirst(isRaw ? 6 : 1))
            let other = (isRaw ? "_" : "__sys_") + call
            guard calls.contains(call), !exported.contains(other) else { return nil }
            return finding(
                at: tree.location(map.path, line: entry.line),
                "\(entry.name) is exported without \(other)",
                fixIt: map.insertion(of: other, in: entry.version).map { FixIt("add \(other)", edits: [$0]) },
                about: call
            )
        }
    }

    /// The symbols that other libraries use and no map exports.
    private func used(
        _ map: SymbolMap,
        _ section: SymbolMap.Version,
        _ exported: Set<String>,
        _ tree: CheckedTree
    ) throws(Refusal) -> [Finding] {
        var wanted: [String: String] = [:]
        for call in tree.presentCalls.map(\.publicName) {
            for name in ["_" + call, "__sys_" + call] where !exported.contains(name) { wanted[name] = call }
        }
        var findings: [Finding] = []
        for library in Self.users {
            for path in try tree.view.files(below: TreePath(library), where: Self.isSource) {
                let bytes = try tree.view.read(path)
                let tokens = CTokens(bytes)
                let lines = LineMap(bytes)
                for index in 0..<tokens.count where tokens.begins("_", at: index) {
                    let name = tokens.text(index)
                    guard let call = wanted.removeValue(forKey: name) else { continue }
                    let use = Location(path: tree.view.label(path), offset: tokens.offset(index), in: lines)
                    let edit = map.insertion(of: name, in: section.name)
                    findings.append(
                        finding(
                            at: tree.location(map.path, line: section.line),
                            "\(library) uses \(name), and no symbol map of libc exports it",
                            notes: [Note("used here", at: use)],
                            fixIt: edit.map { FixIt("add \(name)", edits: [$0]) },
                            about: call
                        )
                    )
                }
            }
        }
        return findings
    }
}
