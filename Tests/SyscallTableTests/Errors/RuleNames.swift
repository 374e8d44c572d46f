/// The rules that reading a table can report: the one list of them.
///
/// A rule never changes its name or its meaning. Whoever adds one adds it here, and a file of its name to the corpus.
enum RuleNames {
    /// The rules of masters and configurations.
    static let tables: Set = [
        "carriage-return", "conflicting-kinds", "directive-before-range", "dropped-directive", "duplicate-argument",
        "duplicate-name", "duplicate-number", "empty-file", "field-order", "malformed-argument", "malformed-entry",
        "malformed-name", "malformed-number", "malformed-prototype", "malformed-setting", "missing-brace",
        "missing-field", "missing-paren", "missing-prototype", "no-entries", "not-utf8", "nul-byte", "number-gap",
        "number-order", "number-too-large", "range-not-allowed", "shell-substitution", "stray-text", "table-too-large",
        "trailing-space",
        "unbalanced-conditional", "unequal-arms", "unknown-abi-flag", "unknown-compat-level", "unknown-compat-set",
        "unknown-kind", "unterminated-entry", "wide-argument",
    ]

    /// The rules that only masters of the older editions can break. Each is broken somewhere in their corpus.
    static let olderEditions: Set = ["malformed-comment", "malformed-directive", "swallowed-line"]

    /// The rules of `capabilities.conf`, which `CapabilitiesSyntaxTests` cover.
    static let capabilities: Set = ["malformed-capability"]

    /// The rules of generators, which `GeneratorTests` cover.
    static let generators: Set = ["unknown-generator"]
}
