/// Finds out which tables of two trees are the same table: forks and releases move directories.
struct TableMatch {
    enum Pair {
        case both(ComparedTable, ComparedTable)
        case removed(ComparedTable)
        case added(ComparedTable)
    }

    let pairs: [Pair]

    init(old: [ComparedTable], new: [ComparedTable]) {
        var left = Array(old.indices)
        var partner: [Int: Int] = [:]
        /// Pairs what `isSame` says is the same, where it says so of one on each side alone.
        func match(_ isSame: (ComparedTable, ComparedTable) -> Bool) {
            for index in new.indices where partner[index] == nil {
                let candidates = left.filter { isSame(old[$0], new[index]) }
                guard candidates.count == 1, let candidate = candidates.first else { continue }
                let rivals = new.indices.filter { partner[$0] == nil && isSame(old[candidate], new[$0]) }
                guard rivals.count == 1 else { continue }
                partner[index] = candidate
                left.removeAll { $0 == candidate }
            }
        }
        match { $0.directory == $1.directory && $0.masterName == $1.masterName && $0.symbolPrefix == $1.symbolPrefix }
        match { $0.directory == $1.directory && $0.symbolPrefix == $1.symbolPrefix }
        match { $0.directory == $1.directory }
        for count in [2, 1, 0] {
            match { one, other in
                one.symbolPrefix == other.symbolPrefix && !one.symbolPrefix.isEmpty
                    && one.machine == other.machine
                    && one.components.suffix(count).elementsEqual(other.components.suffix(count))
            }
        }
        pairs =
            new.indices.map { index in
                partner[index].map { Pair.both(old[$0], new[index]) } ?? .added(new[index])
            } + left.map { .removed(old[$0]) }
    }
}

extension ComparedTable {
    fileprivate var components: [Substring] { directory.split(separator: "/") }

    /// The machine that a directory names: tables of two machines are never the same, however alike they are.
    fileprivate var machine: Substring? {
        components.first { Self.machines.contains($0) }
    }

    private static let machines: Set<Substring> = [
        "amd64", "i386", "arm64", "aarch64", "arm", "riscv", "powerpc", "mips", "sparc64", "x86",
    ]
}
