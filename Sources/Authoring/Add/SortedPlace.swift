/// Where an item belongs in a list that is in order, more or less: real ones have a few strays.
enum SortedPlace {
    /// The index at which `key` is out of order with the fewest of `keys`, by bytes; the last such index.
    static func index(of key: String, in keys: [String]) -> Int {
        let precedes = { (left: String, right: String) in left.utf8.lexicographicallyPrecedes(right.utf8) }
        // Ahead of everything, all that is less than the key is out of order.
        var disorder = keys.count { precedes($0, key) }
        var best = (index: 0, disorder: disorder)
        for (index, other) in keys.enumerated() {
            if precedes(other, key) { disorder -= 1 } else if precedes(key, other) { disorder += 1 }
            if disorder <= best.disorder { best = (index + 1, disorder) }
        }
        return best.index
    }

    /// Whether `keys` are in order by bytes.
    static func isSorted(_ keys: [String]) -> Bool {
        zip(keys, keys.dropFirst()).allSatisfy { !$1.utf8.lexicographicallyPrecedes($0.utf8) }
    }
}
