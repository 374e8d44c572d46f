extension DirectoryEntry {
    /// The entries of a directory with these names, in the order in which a view lists them.
    static func sorted(_ kinds: [String: EntryKind]) -> [DirectoryEntry] {
        sorted(kinds.map { DirectoryEntry(name: $0.key, kind: $0.value) })
    }

    /// `entries` by the bytes of their names.
    static func sorted(_ entries: [DirectoryEntry]) -> [DirectoryEntry] {
        entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
