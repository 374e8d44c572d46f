import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// `capabilities.conf` names calls that exist.
struct StaleCapability: Rule {
    let documentation = RuleDocumentation(
        "stale-capability",
        .warning,
        editions: [.shell, .lua],
        checks: "Every entry of a capabilities.conf is the name of a call of a table that reads the file.",
        matters: """
            An entry that names nothing enables nothing: the call that was meant stays forbidden in capability mode, \
            or a call that later takes the name is allowed there without anybody having decided it.
            """,
        example: """
            'cap_rights_get' in capabilities.conf where the table calls it __cap_rights_get. --fix takes such lines \
            out.
            """,
        exceptions: "Entries for calls of tables that the tree no longer carries."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        var findings: [Finding] = []
        for file in try CapabilityFile.all(in: tree) {
            let names = file.callNames
            let symbols = Set(file.tables.flatMap(\.table.calls).map { $0.compatPrefix + $0.alias })
            for entry in file.syntax.entries where !names.contains(entry.name) {
                let message =
                    symbols.contains(entry.name)
                    ? "the generator compares names without their release, so '\(entry.name)' enables nothing"
                    : "no table that reads this file has a call '\(entry.name)'"
                let edit = file.removal(of: entry)
                findings.append(
                    finding(
                        at: entry.location, message,
                        fixIt: edit.map { FixIt("take the line out", edits: [$0]) }, about: entry.name))
            }
        }
        return findings
    }
}
