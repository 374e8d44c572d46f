import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// truss(1) decodes the call.
struct MissingTruss: Rule {
    let documentation = RuleDocumentation(
        "missing-truss",
        .note,
        checks: "usr.bin/truss/syscalls.c has an entry for every present native call.",
        matters: """
            truss(1) prints the arguments of a call that it does not know as numbers, and not even their count is \
            right.
            """,
        example: "An entry with the name lamp, one argument and its type in decoded_syscalls[].",
        exceptions: "Calls that hardly any program makes. Released trees lack many."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        let path = TreePath("usr.bin/truss/syscalls.c")
        guard let bytes = try tree.read(path) else { return [] }
        var decoded: Set<String> = []
        var position = 0
        while let field = bytes.firstIndex(of: ".name = \"", in: position..<bytes.count) {
            let start = field + 9
            let end = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x0A } ?? bytes.count
            decoded.insert(bytes.text(start..<end))
            position = end
        }
        return tree.presentCalls.filter { !decoded.contains($0.publicName) }.map {
            finding(at: tree.place($0), "\(path) does not decode \($0.publicName)")
        }
    }
}
