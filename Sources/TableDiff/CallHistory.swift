/// What a call was in several trees, in the order in which they were named.
public struct CallHistory: Sendable {
    /// The directory of the table, as the newest tree has it.
    public let table: String
    /// The trees that have the table, and what each has under the name.
    public let sightings: [Sighting]

    /// What one tree has under a name.
    public struct Sighting: Sendable {
        /// The tree as the user named it.
        public let tree: String
        /// The rows, in the order of their numbers; empty when there is none.
        public let rows: [Sight]
    }

    /// A row with the name.
    public struct Sight: Sendable, Hashable {
        /// The number.
        public let number: Int
        /// `call`, `compat11`, `obsolete` and so on.
        public let state: String
        /// The declaration, or the name where the row states none.
        public let declaration: String
    }

    /// The first tree that has the name as a call of the present interface, and its number; `nil` when none does.
    public var first: (tree: String, number: Int)? {
        for sighting in sightings {
            if let call = sighting.rows.first(where: { $0.state == "call" }) { return (sighting.tree, call.number) }
        }
        return nil
    }

    /// Whether the first tree that was asked has it: then it may be older than that.
    public var isInFirstTree: Bool {
        sightings.first?.rows.contains { $0.state == "call" } ?? false
    }
}

extension CallHistory {
    /// The histories of `name` in each table that has it in any of `trees`, which go from the oldest to the newest.
    ///
    /// - Parameter name: the name of the call, with or without the prefix of an ABI, or with `SYS_` or `sys_`.
    public static func all(of name: String, in trees: [(name: String, tables: [ComparedTable])]) -> [CallHistory] {
        var chains: [[(tree: String, table: ComparedTable)]] = []
        for tree in trees {
            let newest = chains.compactMap(\.last?.table)
            for pair in TableMatch(old: newest, new: tree.tables).pairs {
                switch pair {
                case .both(let old, let new):
                    let index = chains.firstIndex { $0.last?.table.isSame(as: old) ?? false }
                    if let index { chains[index].append((tree.name, new)) }
                case .added(let table): chains.append([(tree.name, table)])
                case .removed: break
                }
            }
        }
        return chains.compactMap { chain in
            let names = AbiNames(chain.map(\.table.table))
            let sightings = chain.map { link in
                Sighting(
                    tree: link.tree,
                    rows: EntryList(link.table.table, names: names).entries.filter { $0.isCalled(name, names) }.map {
                        Sight(number: $0.number, state: $0.state.word, declaration: $0.declaration)
                    }
                )
            }
            guard sightings.contains(where: { !$0.rows.isEmpty }) else { return nil }
            return CallHistory(table: chain.last?.table.directory ?? "", sightings: sightings)
        }
    }
}

extension ComparedTable {
    fileprivate func isSame(as other: ComparedTable) -> Bool {
        directory == other.directory && master == other.master && symbolPrefix == other.symbolPrefix
    }
}

extension Entry {
    /// Whether a user means this row by `text`. Slots share a name that is none of a call.
    fileprivate func isCalled(_ text: String, _ names: AbiNames) -> Bool {
        switch state {
        case .slot, .reserved, .unimplemented: return false
        case .call, .compat, .obsolete: break
        }
        var wanted = text
        for prefix in ["SYS_", "sys_"] where wanted.hasPrefix(prefix) { wanted.removeFirst(prefix.count) }
        return [text, wanted].contains { $0 == name || $0 == symbol || names.plain($0).name == name }
    }
}
