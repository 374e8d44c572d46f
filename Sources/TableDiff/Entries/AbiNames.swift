import SyscallTable

/// The prefixes that calls of an ABI other than the native one have in their names.
///
/// Whether a call has one says whether the ABI brings a handler of its own; it is the same call either way.
struct AbiNames {
    private let prefixes: [String]

    /// The prefixes of a pair of tables: a name may have one in the older table and none in the newer.
    init(_ tables: [SyscallTable]) {
        var prefixes: Set<String> = []
        for table in tables {
            prefixes.insert(table.configuration["abi_func_prefix"])
            let symbols = table.configuration["syscallprefix"]
            guard symbols.hasSuffix("_SYS_") else { continue }
            // `FREEBSD32_SYS_` and `freebsd32_`; but `LINUX32_SYS_` and `linux_`, as all of Linux shares handlers.
            let abi = symbols.dropLast(5).lowercased()
            prefixes.insert(abi + "_")
            if abi.hasPrefix("linux") { prefixes.insert("linux_") }
        }
        prefixes.remove("")
        self.prefixes = prefixes.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    }

    /// `name` without the prefix, and whether it had one.
    func plain(_ name: String) -> (name: String, hadPrefix: Bool) {
        for prefix in prefixes where name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count {
            return (String(name.dropFirst(prefix.count)), true)
        }
        return (name, false)
    }
}
