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
            let lines = LineMap(bytes)
            let syntax = ConfigurationSyntax.parse(bytes, path: tree.view.label(path), dialect: dialect)
            for key in Self.lists {
                guard let setting = syntax[key] else { continue }
                let listed = bytes.words(in: setting.range).map { (bytes.text($0), $0.lowerBound) }
                let kept = listed.map(\.0).filter(names.contains).joined(separator: " ")
                let edit = TextEdit(range: setting.range, replacement: Array(kept.utf8))
                findings += listed.filter { !names.contains($0.0) }.map { name, offset in
                    finding(
                        at: Location(path: tree.view.label(path), offset: offset, in: lines),
                        "\(key) names '\(name)', and \(table.site.master) has no call of that name",
                        fixIt: FixIt("take out of \(key) what names no call", edits: [edit])
                    )
                }
            }
        }
        return findings
    }
}
