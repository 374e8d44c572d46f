import Edits
import Findings
import SourceTree
import SyscallTable

/// Programs can see the call's prototype.
struct MissingDeclaration: Rule {
    let documentation = RuleDocumentation(
        "missing-declaration",
        .warning,
        checks: """
            An installed header (include/, sys/sys and the like, lib/) mentions every present native call with a \
            parenthesis behind it.
            """,
        matters: "Without a prototype a compiler refuses the call, or guesses its types.",
        example: "'int lamp(long);' belongs into a header such as include/unistd.h.",
        exceptions: """
            Calls that only the library makes. Those of released trees are listed, with reasons, and reported as \
            allowed. A mention in a comment is taken for a prototype.
            """
    )

    /// Directories of headers that are installed, with what lies below them.
    private static let deep = ["include", "sys/security"]
    /// Directories of headers that are installed.
    private static let flat = [
        "sys/sys", "sys/bsm", "sys/net", "sys/netinet", "sys/nfs", "sys/rpc", "sys/ufs/ufs", "sys/vm", "sys/kgssapi",
    ]
    private static let generated: Set = ["_libsys.h", "sysproto.h"]

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard try tree.view.isDirectory(TreePath("include")) else { return [] }
        let isHeader = { (name: String) in name.hasSuffix(".h") && !Self.generated.contains(name) }
        let calls = tree.presentCalls.filter { !$0.has(.noLibrary) }
        var search = IdentifierSearch(calls.map(\.publicName))
        var paths: [TreePath] = []
        for directory in Self.deep { paths += try tree.view.files(below: TreePath(directory), where: isHeader) }
        for directory in Self.flat { paths += try tree.view.files(in: TreePath(directory), where: isHeader) }
        for library in try tree.view.directories(in: TreePath("lib")) {
            paths += try tree.view.files(in: library, where: isHeader)
        }
        // Machine-dependent calls have their prototypes in <machine/…>.
        for parent in ["sys", "sys/arch"] {
            for directory in try tree.view.directories(in: TreePath(parent)) {
                paths += try tree.view.files(in: directory.appending("include"), where: isHeader)
            }
        }
        for path in paths where !search.wanted.isEmpty { search.removeMentioned(in: try tree.shared.read(path)) }
        return calls.filter { search.wanted.contains(Array($0.publicName.utf8)) }.map {
            finding(at: tree.place($0), "no installed header declares \($0.publicName)")
        }
    }
}
