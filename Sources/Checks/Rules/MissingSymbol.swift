import Edits
import Findings
import SourceTree
import SyscallTable

/// Programs can link the call.
struct MissingSymbol: Rule {
    let documentation = RuleDocumentation(
        "missing-symbol",
        .warning,
        checks: """
            Every present native call (but for NOLIB ones) is exported by a symbol map of the base system's libraries: \
            lib/libsys/Symbol.sys.map, or lib/libc/sys/Symbol.map up to FreeBSD 14, or one of those of libc, librt and \
            libthr.
            """,
        matters: "A stub that no map exports is in the library, and no program can link it.",
        example: """
            A new call 'lamp' needs a line 'lamp;' in the newest version of Symbol.sys.map, such as FBSD_1.8; --fix \
            adds it where the call is behind all that older versions export.
            """,
        exceptions: """
            Calls that only other code of the library uses, or whose symbol a C file versions by itself. Those of \
            released trees are listed, with reasons, and reported as allowed.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let map = try SymbolMap.ofCalls(in: tree.view) else { return [] }
        let listed = Set(map.entries.map(\.name))
        var missing = tree.presentCalls.filter { !listed.contains($0.publicName) && !$0.has(.noLibrary) }
        guard !missing.isEmpty else { return [] }
        for other in try SymbolMap.ofAllLibraries(besides: map, in: tree.view) {
            let names = Set(other.entries.map(\.name))
            missing.removeAll { names.contains($0.publicName) }
        }
        let note = Note("the system calls are exported here", at: tree.location(map.path))
        let version = try newestVersion(map, tree)
        return missing.map { call in
            finding(
                at: tree.place(call), "no symbol map exports \(call.publicName)", notes: [note],
                fixIt: version.flatMap { fixIt(call, in: $0, of: map, tree) })
        }
    }

    /// The version that new symbols are given: the last one that is not private.
    private func newestVersion(_ map: SymbolMap, _ tree: CheckedTree) throws(Refusal) -> String? {
        let definitions = TreePath("lib/libc/Versions.def")
        guard let bytes = try tree.read(definitions) else { return nil }
        return SymbolMap(bytes, path: definitions).versions.last { !$0.isPrivate }?.name
    }

    /// Adds the symbol to the newest version, where the call is certainly a new one: behind every call of an older version.
    private func fixIt(_ call: Syscall, in version: String, of map: SymbolMap, _ tree: CheckedTree) -> FixIt? {
        let older = Set(map.entries.filter { $0.version != version && !SymbolMap.isPrivate($0.version) }.map(\.name))
        guard tree.presentCalls.allSatisfy({ $0.number < call.number || !older.contains($0.publicName) }),
            let edit = map.insertion(of: call.publicName, in: version)
        else { return nil }
        return FixIt("export it as \(version)", in: tree.view.label(map.path), edits: [edit])
    }
}
