import Edits
import Findings
import SourceTree

/// The versions of the system calls' map exist.
struct SymbolVersion: Rule {
    let documentation = RuleDocumentation(
        "symbol-version",
        .error,
        checks: "Every version in the symbol map of the system calls is defined in lib/libc/Versions.def.",
        matters: "A symbol of a version that is not defined is dropped from the library, or the build stops.",
        example: """
            'FBSD_1.10 {' in Symbol.sys.map while Versions.def ends at FBSD_1.9. Define it, or use the newest one.
            """,
        exceptions: "Never, as long as the library is built from Versions.def."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        let definitions = SymbolMap.definitions
        guard let map = try SymbolMap.ofCalls(in: tree.view), let bytes = try tree.read(definitions) else { return [] }
        let known = Set(SymbolMap(bytes, path: definitions).versions.map(\.name))
        return map.versions.filter { !known.contains($0.name) }.map {
            finding(
                at: tree.location(map.path, line: $0.line, column: $0.column),
                "\(definitions) does not define the version \($0.name)"
            )
        }
    }
}
