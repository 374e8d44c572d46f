/// A name with what stands ahead of it and behind it: `sys_` `read`, `read` `_args`.
///
/// Most of these names are only ever written into a companion, so they are not put together before somebody asks.
package struct AffixedName: Sendable {
    /// What stands ahead of the stem.
    package let prefix: String
    /// The name.
    package let stem: String
    /// What stands behind the stem.
    package let suffix: String

    /// Makes a name of its parts.
    package init(_ prefix: String, _ stem: String, _ suffix: String = "") {
        self.prefix = prefix
        self.stem = stem
        self.suffix = suffix
    }

    /// A name with nothing ahead of it or behind it.
    package init(_ name: String) {
        self.init("", name)
    }

    /// The whole name.
    package var text: String { prefix + stem + suffix }

    /// A number that equal names share, wherever they are divided, and other names hardly ever: FNV-1a.
    var digest: UInt64 {
        Self.digest(suffix, behind: Self.digest(stem, behind: Self.digest(prefix, behind: 0xCBF2_9CE4_8422_2325)))
    }

    private static func digest(_ part: String, behind digest: UInt64) -> UInt64 {
        guard !part.isEmpty else { return digest }
        var part = part
        return part.withUTF8 { bytes in
            var digest = digest
            for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return digest
        }
    }
}
