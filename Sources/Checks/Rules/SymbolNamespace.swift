import Findings
import SourceTree
import SyscallTable

/// A call is exported in the version of the release that it came with.
struct SymbolNamespace: Rule {
    let documentation = RuleDocumentation(
        "symbol-namespace",
        .warning,
        checks: """
            In the symbol map of the system calls no call stands in an older version than most calls of lower numbers, \
            nor in a newer one than most calls of higher numbers, nor in the private version alone.
            """,
        matters: """
            A symbol in the version of an older release claims to be in libraries that do not have it, so that a program \
            is started there and dies at its first call. One that is moved to a newer version is not found by the \
            programs that were linked before, and one in the private version is an interface for nobody outside of the \
            base system.
            """,
        example: """
            'lamp;' in FBSD_1.0 of Symbol.sys.map, where the last calls stand in FBSD_1.9. Move it to the newest \
            version of lib/libc/Versions.def.
            """,
        exceptions: """
            A call that took a number between older ones, a function of the library that became a call, a call of the \
            base system's own libraries. Those of released trees are listed, with reasons, and reported as allowed. The \
            last calls of a system that does not call itself FreeBSD (sys/conf/newvers.sh) may be private.
            """
    )

    func findings(in tree: CheckedTree) throws(Refusal) -> [Finding] {
        guard let map = try SymbolMap.ofCalls(in: tree.view) else { return [] }
        let numbers = Dictionary(tree.presentCalls.map { ($0.publicName, $0.number) }) { first, _ in first }
        let calls = map.entries.compactMap { entry in numbers[entry.name].map { (entry: entry, number: $0) } }
        let order = Dictionary(map.versions.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let exported = calls.filter { !SymbolMap.isPrivate($0.entry.version) }
        let versions = Dictionary(grouping: exported) { $0.entry.version }
        let medians: [(version: String, lower: Int, upper: Int)] = versions.map { version, calls in
            let numbers = calls.map(\.number).sorted()
            return (version, numbers[(numbers.count - 1) / 2], numbers[numbers.count / 2])
        }.sorted { order[$0.version] ?? 0 < order[$1.version] ?? 0 }
        let known = Set(exported.map(\.entry.name))
        // A downstream's own calls stand behind all others, and stay out of the versions of FreeBSD.
        let isDownstream = try SystemName(tree.view)?.foreign != nil
        let last = exported.map(\.number).max() ?? 0
        return calls.compactMap { entry, number in
            let place = tree.location(map.path, line: entry.line, column: entry.column)
            guard let own = order[entry.version] else { return nil }
            if SymbolMap.isPrivate(entry.version) {
                if known.contains(entry.name) || isDownstream && number > last { return nil }
                return finding(
                    at: place, "\(entry.name) is exported as \(entry.version) alone: no program can use it",
                    about: entry.name)
            }
            // The newest version whose calls have lower numbers, or the oldest one whose calls have higher ones.
            if let later = medians.last(where: { order[$0.version] ?? 0 > own && $0.upper < number }) {
                return finding(
                    at: place,
                    "\(entry.name), number \(number), is exported as \(entry.version), and most calls of \(later.version) have lower numbers",
                    about: entry.name)
            }
            if let earlier = medians.first(where: { order[$0.version] ?? 0 < own && $0.lower > number }) {
                return finding(
                    at: place,
                    "\(entry.name), number \(number), is exported as \(entry.version), and most calls of \(earlier.version) have higher numbers",
                    about: entry.name)
            }
            return nil
        }
    }
}
