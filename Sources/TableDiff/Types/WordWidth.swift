import SyscallTable

/// How wide `long`, `size_t` and pointers are for the programs that use a table.
enum WordWidth: Sendable, Hashable {
    /// 32 bits.
    case narrow
    /// 64 bits.
    case wide
    /// One or the other: the native table serves machines of both sorts.
    case either
}

extension WordWidth {
    /// The width for programs that use `table`.
    init(_ table: ComparedTable) {
        let components = table.directory.split(separator: "/")
        if table.table.configuration.abiFlags.contains("long_size") || table.symbolPrefix.hasSuffix("32_SYS_")
            || components.contains(where: { $0 == "i386" || $0.hasSuffix("32") })
        {
            self = .narrow
        } else if components.contains("amd64") || components.contains("arm64") {
            self = .wide
        } else {
            self = .either
        }
    }
}
