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
}
