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
            Every present native call (but for NOLIB ones) is exported by a symbol map of the base system's \
            libraries: lib/libsys/Symbol.sys.map, or lib/libc/sys/Symbol.map up to FreeBSD 14, or one of those of \
            libc, librt and libthr.
            """,
        matters: "A stub that no map exports is in the library, and no program can link it.",
        example: "A new call 'lamp' needs a line 'lamp;' in the newest version of Symbol.sys.map, such as FBSD_1.8.",
        exceptions: """
            Calls that only other code of the library uses, or whose symbol a C file versions by itself. Those of \
            released trees are listed, with reasons, and reported as allowed.
            """
    )

    private static let libraries = ["lib/libsys", "lib/libc", "lib/librt", "lib/libthr"]

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let map = try SymbolMap.ofCalls(in: tree) else { return [] }
        let listed = Set(map.entries.map(\.name))
        var missing = tree.presentCalls.filter { !listed.contains($0.publicName) && !$0.has(.noLibrary) }
        guard !missing.isEmpty else { return [] }
        for library in Self.libraries {
            let paths = try tree.view.files(below: TreePath(library)) {
                $0.hasSuffix(".map") && ($0.hasPrefix("Symbol") || $0 == "pthread.map")
            }
            for path in paths where path != map.path {
                guard let bytes = try tree.read(path) else { continue }
                let names = Set(SymbolMap(bytes, path: path).entries.map(\.name))
                missing.removeAll { names.contains($0.publicName) }
            }
        }
        let note = Note("the system calls are exported here", at: tree.location(map.path))
        return missing.map {
            finding(at: tree.place($0), "no symbol map exports \($0.publicName)", notes: [note])
        }
    }
}
