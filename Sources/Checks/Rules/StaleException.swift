import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// The exception lists of a configuration name calls that exist.
struct StaleException: Rule {
    let documentation = RuleDocumentation(
        "stale-exception",
        .warning,
        editions: [.lua, .modular],
        checks: """
            Every name in obsol, unimpl, syscall_abi_change and syscall_no_abi_change of a syscalls.conf is the name \
            of a row of the table's master. --fix takes out what is not.
            """,
        matters: """
            An exception for a call that was renamed no longer holds, and nothing says so: the 32-bit table quietly \
            takes the native handler, or a wrapper appears that nobody wrote.
            """,
        example: "unimpl=\"nfssvcc\" exempts nothing. Correct the name, or take it out.",
        exceptions: "Names of loadable calls that are kept for a master of another branch."
    )

    private static let lists = ["obsol", "unimpl", "syscall_abi_change", "syscall_no_abi_change"]

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        // The generator of FreeBSD 13 does not know these settings.
        guard tree.tables.generator.particulars.projection == .full else { return [] }
        var findings: [Finding] = []
        for table in tree.tables.tables {
            guard let path = table.site.configuration, let bytes = try tree.read(path) else { continue }
            let names = Set(table.table.master.rows.map(\.name))
            let dialect = tree.tables.generator.particulars.configuration.dialect
            let syntax = ConfigurationSyntax.parse(bytes, path: tree.view.label(path), dialect: dialect)
            for key in Self.lists {
                guard let setting = syntax[key] else { continue }
                for word in bytes.words(in: setting.range) where !names.contains(bytes.text(word)) {
                    findings.append(
                        finding(
                            at: setting.location,
                            "\(key) names '\(bytes.text(word))', and \(table.site.master) has no call of that name",
                            fixIt: fixIt(word, in: setting.range)
                        )
                    )
                }
            }
        }
        return findings
    }

    /// Takes a name out of a list, with the blank ahead of it, or behind the first.
    private func fixIt(_ word: Range<Int>, in list: Range<Int>) -> FixIt {
        let start = word.lowerBound > list.lowerBound ? word.lowerBound - 1 : word.lowerBound
        let end = start == word.lowerBound && word.upperBound < list.upperBound ? word.upperBound + 1 : word.upperBound
        return FixIt("take the name out", edits: [TextEdit(range: start..<end, replacement: [])])
    }
}
