/// What of a type differs between ABIs, wherever in it that stands: the words of `_Contains_` annotations.
struct TypeContents: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// A `long`, or a type that is one, such as `size_t`.
    static let long = TypeContents(rawValue: 1 << 0)
    /// A pointer, or an integer that holds one.
    static let pointer = TypeContents(rawValue: 1 << 1)
    /// A `time_t`.
    static let time = TypeContents(rawValue: 1 << 2)

    /// The contents one by one, in the order in which annotations have them: each with its word and the ABI flag under which
    /// it differs (`known_abi_flags` of config.lua).
    static let all: [(contents: TypeContents, word: String, flag: String)] = [
        (.long, "long", "long_size"), (.pointer, "ptr", "pointer_size"), (.time, "timet", "time_t_size"),
    ]

    /// The words, such as `long_ptr_`.
    var words: String { Self.all.filter { contains($0.contents) }.map { $0.word + "_" }.joined() }

    /// The contents in words, such as `a long and a pointer`.
    var prose: String {
        let names = zip(Self.all, ["a long", "a pointer", "a time_t"]).filter { contains($0.0.contents) }.map(\.1)
        guard let last = names.last, names.count > 1 else { return names.first ?? "none of them" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// What is known about a type.
struct KnownContents: Hashable, Sendable {
    /// What it contains for certain.
    var contents: TypeContents = []
    /// Whether all of it is known.
    var isComplete = true

    static let unknown = KnownContents(contents: [], isComplete: false)

    mutating func formUnion(_ other: KnownContents) {
        contents.formUnion(other.contents)
        isComplete = isComplete && other.isComplete
    }
}
