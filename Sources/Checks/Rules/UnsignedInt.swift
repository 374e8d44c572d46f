import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// Arguments use `u_int` and `u_long`, as the master's own rules want.
struct UnsignedInt: Rule {
    let documentation = RuleDocumentation(
        "unsigned-int",
        .warning,
        editions: [.lua, .modular],
        checks: "No argument is declared as 'unsigned', 'unsigned int' or 'unsigned long'.",
        matters: """
            The generator of the 32-bit table knows types by their text: it replaces u_long, and does not see that \
            'unsigned long' is the same. The rules at the head of the master therefore ask for u_int and u_long.
            """,
        example: "'unsigned int flags' should read 'u_int flags'; --fix changes it, and the companions with it.",
        exceptions: "Never wrong by the rules; harmless for 'unsigned int', whose size is the same everywhere."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        // The rules came with the projection of the 32-bit table from the native master.
        guard tree.tables.generator.particulars.projection == .full, let native = tree.native else { return [] }
        let master = native.table.master
        return master.rows.flatMap { row in
            (row.prototype?.arguments ?? []).compactMap { argument in finding(of: argument, row, master) }
        }
    }

    private func finding(of argument: DeclaredArgument, _ row: Row, _ master: Master) -> Finding? {
        let words = argument.type.words(in: 0..<argument.type.count)
        guard let index = words.firstIndex(where: { argument.type.holds("unsigned", at: $0) }) else { return nil }
        var replacement = "u_int"
        var end = words[index].upperBound
        if index + 1 < words.count {
            let next = argument.type.text(words[index + 1])
            switch next.prefix(while: { $0 != "*" }) {
            case "int": end = words[index + 1].lowerBound + 3
            case "long":
                // 'unsigned long long' has no short name.
                if index + 2 < words.count, argument.type.text(words[index + 2]).hasPrefix("long") { return nil }
                end = words[index + 1].lowerBound + 4
                replacement = "u_long"
            case "": break
            default: return nil
            }
        }
        let written = argument.type.text(words[index].lowerBound..<end)
        return finding(
            at: master.syntax.location(argument.offset),
            "argument '\(argument.name)' of \(row.name) is declared as '\(written)'; the master's rules ask for \(replacement)",
            fixIt: fixIt(argument, written, replacement, master)
        )
    }

    /// The edit, where the type stands in the file as it was read.
    private func fixIt(_ argument: DeclaredArgument, _ written: String, _ replacement: String, _ master: Master)
        -> FixIt?
    {
        let start = argument.offset
        let bytes = master.syntax.bytes
        let range = start..<min(bytes.count, start + argument.text.count)
        guard bytes[range].elementsEqual(argument.text),
            let offset = bytes.firstIndex(of: "unsigned", in: range),
            bytes[offset...].starts(with: written.utf8)
        else { return nil }
        let edit = TextEdit(range: offset..<offset + written.utf8.count, replacement: Array(replacement.utf8))
        return FixIt("write \(replacement)", edits: [edit])
    }
}
