import SyscallSyntax

extension NamePattern {
    /// The names in `master` that match: of each line the last word, as the greedy `.*` of the substitution has it.
    public func names(in master: [UInt8]) -> Set<String> {
        guard let pattern = LuaPattern("^" + pattern + "$") else { return [] }
        var names: Set<String> = []
        for line in master.split(separator: 0x0A) {
            for word in line.split(whereSeparator: { !isIdentifier($0) }).reversed() where pattern.matches(Array(word))
            {
                names.insert(String(decoding: word, as: UTF8.self))
                break
            }
        }
        return names
    }
}
