import SyscallSyntax

/// Types that are 64 bits wide in every ABI, so that they take two words where registers are narrower.
enum WideTypes {
    static let names: Set<String> = [
        "dev_t", "id_t", "off_t", "int64_t", "uint64_t", "u_int64_t", "quad_t", "u_quad_t", "long long",
        "unsigned long long", "rlim_t", "ino_t", "blkcnt_t", "fsblkcnt_t", "fsfilcnt_t", "nlink_t", "daddr_t",
        "sbintime_t",
    ]
}

extension DeclaredArgument {
    /// Whether the argument is 64 bits wide in every ABI; since FreeBSD 12, which widened `dev_t`, `ino_t` and `nlink_t`.
    public var isWide: Bool { WideTypes.names.contains(type.text(0..<type.count)) }
}
