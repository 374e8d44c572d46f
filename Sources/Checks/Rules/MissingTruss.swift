import Edits
import Findings
import SourceTree
import SyscallTable

/// truss(1) decodes the call.
struct MissingTruss: Rule {
    let documentation = RuleDocumentation(
        "missing-truss",
        .note,
        checks: "usr.bin/truss/syscalls.c has an entry for every present native call.",
        matters: """
            truss(1) prints the arguments of a call that it does not know as hexadecimal numbers, word by word: no \
            strings, no flags, no structures.
            """,
        example: "An entry with the name lamp, one argument and its type in decoded_syscalls[].",
        exceptions: "Calls that hardly any program makes. Released trees lack many."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let decoded = try TrussTable(tree).map({ Set($0.rows.map(\.name)) }) else { return [] }
        return tree.presentCalls.filter { !decoded.contains($0.publicName) }.map {
            finding(at: tree.place($0), "\(TrussTable.path) does not decode \($0.publicName)")
        }
    }
}
