import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Pointers say what the kernel does with what they point to.
struct PointerAnnotation: Rule {
    let documentation = RuleDocumentation(
        "pointer-annotation",
        .note,
        editions: [.lua, .modular],
        checks: """
            Every pointer argument of a present native call has a SAL annotation (_In_, _Out_, _Inout_ and their \
            kin).
            """,
        matters: """
            The annotations tell wrappers, tracers and fuzzers which memory a call reads and writes, and how much of \
            it. A pointer without one is a pointer that every reader has to look up in the handler.
            """,
        example: "'struct stat *sb' of a call that fills it in should read '_Out_ struct stat *sb'.",
        exceptions: "A pointer that is a value and never followed: an address to map at, an opaque handle."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let native = tree.native else { return [] }
        var findings: [Finding] = []
        for row in native.table.master.rows where row.kinds.level == .native {
            for argument in row.prototype?.arguments ?? [] where argument.type.contains(0x2A) {
                if ["_In", "_Out"].contains(where: { argument.annotations.contains($0) }) { continue }
                findings.append(
                    finding(
                        at: native.table.master.syntax.location(argument.offset),
                        "pointer argument '\(argument.name)' of \(row.name) does not say whether it is read or written"
                    )
                )
            }
        }
        return findings
    }
}
