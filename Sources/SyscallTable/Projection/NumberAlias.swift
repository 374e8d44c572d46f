import SyscallSyntax

/// Another name for the number of a call, as `SYS_exit` for `SYS__exit`.
public struct NumberAlias: Sendable, Hashable {
    /// The other name, without the prefix of the table's symbols.
    public let name: String
    /// The symbol of the call, without that prefix.
    public let symbol: String
}

extension SyscallTable {
    /// The names that `syscall.h` defines beside those of the calls: what `syshdr_extra` in `syscalls.conf` defines as the
    /// symbol of a call (scripts/syscall_h.lua).
    public var numberAliases: [NumberAlias] {
        guard particulars.format.isModular, let extra = configuration.settings["syshdr_extra"] else { return [] }
        let prefix = configuration["syscallprefix"]
        return extra.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count == 3, words[0] == "#define", words[1].hasPrefix(prefix), words[2].hasPrefix(prefix),
                words[1].utf8.allSatisfy(isIdentifier)
            else {
                return nil
            }
            let (name, symbol) = (String(words[1].dropFirst(prefix.count)), String(words[2].dropFirst(prefix.count)))
            return calls.contains { $0.hasNumberSymbol && $0.symbol == symbol }
                ? NumberAlias(name: name, symbol: symbol) : nil
        }
    }
}
