import Edits

/// What a name in a git tree stands for.
public enum GitEntryKind: Sendable, Hashable {
    case file(FileMode)
    case symbolicLink
    case directory
    /// A commit of another repository.
    case submodule

    /// The mode as git writes it in an index.
    var mode: String {
        switch self {
        case .file(.regular): "100644"
        case .file(.executable): "100755"
        case .symbolicLink: "120000"
        case .directory: "040000"
        case .submodule: "160000"
        }
    }

    /// Reads a mode of a tree object or an index, with or without its leading zero.
    init(mode: some Sequence<UInt8>) {
        var value = 0
        for digit in mode { value = value << 3 | Int(digit & 7) }
        switch value & 0o170000 {
        case 0o040000: self = .directory
        case 0o120000: self = .symbolicLink
        case 0o160000: self = .submodule
        // Old trees hold 100664 as well; git itself looks at the owner's execute bit alone.
        default: self = .file(value & 0o100 == 0 ? .regular : .executable)
        }
    }
}

/// An object that a path of a git tree names.
public struct GitEntry: Sendable, Hashable {
    /// What it is.
    public let kind: GitEntryKind
    /// The object.
    public let id: ObjectId

    /// Makes an entry.
    public init(kind: GitEntryKind, id: ObjectId) {
        self.kind = kind
        self.id = id
    }
}

/// A directory as git stores it.
struct TreeObject: Sendable {
    /// The entries in git's order, with the bytes of their names.
    let entries: [(name: String, entry: GitEntry)]

    /// Reads the bytes of a tree object; `nil` when they are none.
    init?(_ bytes: [UInt8], nameLength: Int) {
        var entries: [(name: String, entry: GitEntry)] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let space = rest.firstIndex(of: 0x20),
                let null = rest[space...].firstIndex(of: 0),
                rest.endIndex - null > nameLength
            else { return nil }
            let kind = GitEntryKind(mode: rest[..<space])
            let name = String(decoding: rest[(space + 1)..<null], as: UTF8.self)
            let id = ObjectId(raw: rest[(null + 1)...(null + nameLength)])
            entries.append((name, GitEntry(kind: kind, id: id)))
            rest = rest[(null + 1 + nameLength)...]
        }
        self.entries = entries
    }

    /// The entry called `name`.
    func entry(_ name: String) -> GitEntry? {
        entries.first { $0.name == name }?.entry
    }
}
