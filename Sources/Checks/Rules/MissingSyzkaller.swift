import Edits
import Findings
import SourceTree
import SyscallSyntax
import SyscallTable

/// syzkaller describes the call.
struct MissingSyzkaller: Rule {
    let documentation = RuleDocumentation(
        "missing-syzkaller",
        .note,
        checks: """
            With --syzkaller DIR: a file of sys/freebsd there describes every present native call, in a form of its \
            own or in variants (lamp, lamp$variant), or by another name that syscall.h has for its number.
            """,
        matters: "A call that no description names is never fuzzed; new ones are where the bugs are.",
        example: "lamp(oil intptr) in sys/freebsd/lamp.txt.",
        exceptions: "Calls that end the fuzzer's own process or machine. Multiplexers are no calls of their own."
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let syzkaller = tree.syzkaller else { return [] }
        let directory = TreePath("sys/freebsd")
        let paths = try syzkaller.files(in: directory) { $0.hasSuffix(".txt") }
        guard !paths.isEmpty else {
            let place = Location(path: syzkaller.label(directory))
            throw Refusal("missing-directory", at: place, "there are no descriptions of FreeBSD's calls")
        }
        var described: Set<String> = []
        for path in paths {
            let bytes = try syzkaller.read(path)
            let lines = LineMap(bytes)
            for number in 1...lines.starts.count {
                let line = lines.range(ofLine: number)
                // A call begins in the first column: its name, perhaps a variant, a parenthesis.
                guard let end = line.first(where: { !isIdentifier(bytes[$0]) }), end > line.lowerBound,
                    bytes[end] == 0x28 || bytes[end] == 0x24
                else { continue }
                described.insert(bytes.text(line.lowerBound..<end))
            }
        }
        for alias in tree.native?.table.numberAliases ?? [] where described.contains(alias.name) {
            described.insert(alias.symbol)
        }
        return tree.presentCalls.filter { !$0.has(.multiplexer) && !described.contains($0.publicName) }.map {
            finding(at: tree.place($0), "syzkaller does not describe \($0.publicName)")
        }
    }
}
