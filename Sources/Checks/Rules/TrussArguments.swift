import Findings
import SourceTree
import SyscallTable

/// truss(1) shows the arguments that the call has.
struct TrussArguments: Rule {
    let documentation = RuleDocumentation(
        "truss-arguments",
        .warning,
        checks: """
            Every entry of decoded_syscalls[] in usr.bin/truss/syscalls.c shows as many arguments as the prototype \
            has, each at its place; and those of 64 bits, and no others, as Quad or QuadHex. An entry that shows fewer \
            is a note.
            """,
        matters: """
            What truss(1) shows of an argument that the call does not have is what the register happened to hold. On \
            32-bit ABIs a Quad takes two words: where it is missing, or stands for a pointer, every argument behind is \
            shown wrong.
            """,
        example: "'.nargs = 2, .args = { { Int, 0 }, { Itimerval | OUT, 2 } }': the second argument is number 1.",
        exceptions: """
            A decoder that takes the next argument as well, as Utrace and PipeFds do; those of released trees are \
            listed. In trees up to FreeBSD 11, whose dev_t is narrower, nothing is said about Quad.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let table = try TrussTable(tree) else { return [] }
        let calls = tree.tracedCalls
        return table.rows.flatMap { row in
            // A name may stand in several tables; one that fits is enough.
            let all = (calls[row.name] ?? []).filter { !$0.isNarrow }.map { findings(row, $0, tree) }
            return all.min { $0.count < $1.count } ?? []
        }
    }

    private func findings(_ row: TrussTable.Row, _ call: TracedCall, _ tree: CheckedTree) -> [Finding] {
        let declared = call.row.prototype?.arguments ?? []
        let note = Note("\(call.row.name) is declared here", at: call.row.location)
        let report = { (severity: Severity, place: Location, message: String) in
            Finding(severity, name, at: place, message, notes: [note], about: row.name)
        }
        let has = "\(row.name) has \(declared.count) argument\(declared.count == 1 ? "" : "s")"
        var findings: [Finding] = []
        if row.count != declared.count {
            findings.append(
                report(row.count < declared.count ? .note : .warning, row.location, "\(has); truss shows \(row.count)"))
        } else if row.arguments.count != row.count {
            findings.append(
                report(
                    .warning, row.location,
                    "\(row.name): truss shows \(row.count), and says how for \(row.arguments.count)"))
        }
        var previous = -1
        for argument in row.arguments {
            defer { previous = argument.index }
            if argument.index >= declared.count {
                findings.append(report(.warning, argument.location, "\(has); there is no number \(argument.index)"))
            } else if argument.index <= previous {
                let message = "\(row.name): argument number \(argument.index) is shown behind number \(previous)"
                findings.append(report(.warning, argument.location, message))
            } else if tree.tables.generator.edition != .shell {
                let isWide = declared[argument.index].isWide
                guard isWide != argument.type.hasPrefix("Quad") else { continue }
                let words = isWide ? "two words" : "one word"
                let message =
                    "\(row.name): argument '\(declared[argument.index].name)' takes \(words) on 32-bit ABIs; "
                    + "truss shows it as \(argument.type)"
                findings.append(report(.warning, argument.location, message))
            }
        }
        return findings
    }
}
