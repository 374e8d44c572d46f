import Companions
import Edits
import Findings
import SourceTree

/// The system calls' map names a symbol once.
struct DuplicateSymbol: Rule {
    let documentation = RuleDocumentation(
        "duplicate-symbol",
        .error,
        checks: """
            The symbol map of the system calls names no symbol twice, and none that another map of the same library \
            has already: the generated one of private symbols (syscalls.map), or that of an architecture. Twice in one \
            version is a warning.
            """,
        matters: """
            The maps of a library are put together. A symbol in two versions stops the build; twice in one it is a \
            warning there as well.
            """,
        example: """
            '_lamp;' in FBSDprivate_1.0 of Symbol.sys.map, where the generator makes '_lamp' and '__sys_lamp' by \
            itself. --fix takes the second one out where both are of one version.
            """,
        exceptions: "A map that no makefile names, or that is for a library of its own."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let map = try SymbolMap.ofCalls(in: tree.view) else { return [] }
        var seen: [String: (version: String, location: Location)] = [:]
        var others = try SymbolMap.ofSameLibrary(as: map, in: tree)
        if let path = tree.native?.path(of: .symbolMap), let bytes = try tree.read(path) {
            others.removeAll { $0.path == path }
            others.append(SymbolMap(bytes, path: path))
        }
        for other in others {
            for entry in other.entries {
                seen[entry.name] = (entry.version, tree.location(other.path, line: entry.line, column: entry.column))
            }
        }
        var findings: [Finding] = []
        for entry in map.entries {
            let place = tree.location(map.path, line: entry.line, column: entry.column)
            guard let first = seen[entry.name] else {
                seen[entry.name] = (entry.version, place)
                continue
            }
            let isSame = first.version == entry.version
            findings.append(
                Finding(
                    isSame ? .warning : .error, name, at: place,
                    isSame
                        ? "\(entry.name) is exported twice" : "\(entry.name) is exported as \(first.version) as well",
                    notes: [Note("named here as well", at: first.location)],
                    fixIt: isSame ? map.removal(of: entry).map { FixIt("take the second line out", edits: [$0]) } : nil,
                    about: tree.callName(ofSymbol: entry.name)
                )
            )
        }
        return findings
    }
}
