import Edits
import Findings
import SourceTree
import SyscallTable

/// What the system calls' map exports is there.
struct StaleSymbol: Rule {
    let documentation = RuleDocumentation(
        "stale-symbol",
        .warning,
        checks: """
            Every symbol in the map of the system calls is a call of the table, with '_' or '__sys_' ahead or without, \
            or a name that a source of the library mentions (lib/libsys, and sys, gen and the like of lib/libc).
            """,
        matters: """
            A symbol that nothing defines is not in the library, whatever the map says. Linkers that are asked to \
            complain (--no-undefined-version) stop there.
            """,
        example: """
            '__sys_lamp;' in FBSDprivate_1.0, where the call has become one of an older release. --fix takes the line \
            out.
            """,
        exceptions: "A symbol that is defined by a macro, or by a source outside of the library's directories."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let map = try SymbolMap.ofCalls(in: tree.view) else { return [] }
        let calls = tree.symbolNames
        let candidates = map.entries.filter { entry in !tree.forms(ofSymbol: entry.name).contains(where: calls.contains)
        }
        guard !candidates.isEmpty else { return [] }
        var search = IdentifierSearch(candidates.map(\.name))
        for directory in try directories(tree) where !search.wanted.isEmpty {
            for path in try tree.view.files(in: directory, where: isSource)
            where !search.wanted.isEmpty && tree.master(of: path) == nil {
                search.removeNamed(in: try tree.view.read(path))
            }
        }
        return candidates.filter { search.wanted.contains(Array($0.name.utf8)) }.map { entry in
            finding(
                at: tree.location(map.path, line: entry.line, column: entry.column),
                "nothing defines \(entry.name)",
                fixIt: map.removal(of: entry).map { FixIt("take the line out", edits: [$0]) },
                about: tree.callName(ofSymbol: entry.name)
            )
        }
    }

    /// Where the functions of the map are defined, the likely places first.
    private func directories(_ tree: CheckedTree) throws(Refusal) -> [TreePath] {
        let libsys = TreePath("lib/libsys")
        var directories = [libsys] + (try tree.view.directories(in: libsys))
        directories += ["sys", "include", "compat-43", "gen"].map { TreePath("lib/libc/\($0)") }
        for machine in try tree.view.directories(in: TreePath("lib/libc")) {
            directories += [machine.appending("sys"), machine.appending("gen")]
        }
        return directories
    }

    private func isSource(_ name: String) -> Bool {
        name.hasSuffix(".c") || name.hasSuffix(".h") || name.hasSuffix(".S") || name.hasPrefix("Makefile")
    }
}
