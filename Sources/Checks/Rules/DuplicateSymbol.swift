import Companions
import Findings
import SourceTree

/// The system calls' map names a symbol once.
struct DuplicateSymbol: Rule {
    let documentation = RuleDocumentation(
        "duplicate-symbol",
        .warning,
        checks: """
            The symbol map of the system calls names no symbol twice, neither in one version nor in two, and none \
            that the generated map of private symbols (syscalls.map) has already.
            """,
        matters: "Which version a program is linked to would depend on the order of lines, and linkers complain.",
        example: """
            '_lamp;' in FBSDprivate_1.0 of Symbol.sys.map, where the generator makes '_lamp' and '__sys_lamp' by \
            itself.
            """,
        exceptions: "A symbol that a C file exports in two versions on purpose; name it there."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let map = try SymbolMap.ofCalls(in: tree) else { return [] }
        var seen: [String: Location] = [:]
        if let path = tree.native?.path(of: .symbolMap), let bytes = try tree.read(path) {
            for entry in SymbolMap(bytes, path: path).entries {
                seen[entry.name] = tree.location(path, line: entry.line)
            }
        }
        var findings: [Finding] = []
        for entry in map.entries {
            let place = tree.location(map.path, line: entry.line)
            if let first = seen[entry.name] {
                let note = Note("named here as well", at: first)
                findings.append(finding(at: place, "\(entry.name) is exported twice", notes: [note]))
            } else {
                seen[entry.name] = place
            }
        }
        return findings
    }
}
