/// Which arguments of two lists belong together.
struct ArgumentAlignment {
    /// Indices of the older and the newer list, in order; `nil` where one list has an argument more.
    let pairs: [(old: Int?, new: Int?)]

    init(_ old: [Entry.Argument], _ new: [Entry.Argument]) {
        if old.count <= new.count {
            pairs = Self.align(old, new).map { (old: $0.short, new: $0.long) }
        } else {
            pairs = Self.align(new, old).map { (old: $0.long, new: $0.short) }
        }
    }

    /// Places the arguments of the shorter list so that as much as possible agrees; the order stays.
    ///
    /// Only the longer list has arguments of its own, which makes the result the same from both sides.
    private static func align(
        _ short: [Entry.Argument], _ long: [Entry.Argument]
    ) -> [(short: Int?, long: Int)] {
        let surplus = long.count - short.count
        if surplus == 0 { return long.indices.map { ($0, $0) } }
        // No kernel takes so many arguments; a hostile master may have them.
        if long.count > 256 {
            return long.indices.map { ($0 < short.count ? $0 : nil, $0) }
        }
        // best[i][s]: the most agreement of short[i...] when s arguments of the longer list were passed over.
        var best = [[Int]](
            repeating: [Int](repeating: 0, count: surplus + 1), count: short.count + 1)
        for index in short.indices.reversed() {
            for skipped in (0...surplus).reversed() {
                var value = agreement(short[index], long[index + skipped]) + best[index + 1][skipped]
                if skipped < surplus { value = max(value, best[index][skipped + 1]) }
                best[index][skipped] = value
            }
        }
        var pairs: [(short: Int?, long: Int)] = []
        var (index, skipped) = (0, 0)
        while index < short.count {
            // Paired as early as nothing is lost by it: what was appended is at the end.
            if agreement(short[index], long[index + skipped]) + best[index + 1][skipped] == best[index][skipped] {
                pairs.append((index, index + skipped))
                index += 1
            } else {
                pairs.append((nil, index + skipped))
                skipped += 1
            }
        }
        while skipped < surplus {
            pairs.append((nil, index + skipped))
            skipped += 1
        }
        return pairs
    }

    private static func agreement(_ one: Entry.Argument, _ other: Entry.Argument) -> Int {
        (one.name == other.name ? 3 : 0) + (one.type == other.type ? 1 : 0)
    }
}
