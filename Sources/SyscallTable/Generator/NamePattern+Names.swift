import SyscallSyntax

extension NamePattern {
    /// The names in `master` that match: of each line the last word, as the greedy `.*` of the substitution has it.
    public func names(in master: [UInt8]) -> Set<String> {
        guard let pattern = LuaPattern("^" + pattern) else { return [] }
        var names: Set<String> = []
        for line in master.split(separator: 0x0A) {
            let line = Array(line)
            for start in line.indices.reversed() where start == 0 || !isIdentifier(line[start - 1]) {
                let rest = Array(line[start...])
                guard let match = pattern.firstMatch(in: rest), !match.isEmpty,
                    match.upperBound == rest.count || !isIdentifier(rest[match.upperBound])
                else { continue }
                names.insert(rest.text(match))
                break
            }
        }
        return names
    }
}
