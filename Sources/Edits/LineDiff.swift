/// Which lines of two texts have no partner in the other.
///
/// Lines that are unique in both texts anchor the comparison (patience diff); what lies between anchors is compared by
/// the standard library's difference, whose cost grows with the square of the number of changes, and replaced as a whole
/// where that would take long.
struct LineDiff {
    /// Whether the old line at each index is removed.
    private(set) var isRemoved: [Bool]
    /// Whether the new line at each index is inserted.
    private(set) var isInserted: [Bool]
    private let old: [Int]
    private let new: [Int]

    init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
        var identities: [ArraySlice<UInt8>: Int] = [:]
        func identity(_ line: ArraySlice<UInt8>) -> Int {
            if let known = identities[line] { return known }
            let identity = identities.count
            identities[line] = identity
            return identity
        }
        self.old = old.map(identity)
        self.new = new.map(identity)
        isRemoved = Array(repeating: false, count: old.count)
        isInserted = Array(repeating: false, count: new.count)
        compare(0..<old.count, 0..<new.count)
    }

    private mutating func compare(_ before: Range<Int>, _ after: Range<Int>) {
        var (before, after) = (before, after)
        while let left = before.first, let right = after.first, old[left] == new[right] {
            before = left + 1..<before.upperBound
            after = right + 1..<after.upperBound
        }
        while let left = before.last, let right = after.last, old[left] == new[right] {
            before = before.lowerBound..<left
            after = after.lowerBound..<right
        }
        if before.isEmpty || after.isEmpty { return replace(before, after) }
        let anchors = anchors(before, after)
        guard !anchors.isEmpty else { return compareWithoutAnchors(before, after) }
        var (left, right) = (before.lowerBound, after.lowerBound)
        for anchor in anchors {
            compare(left..<anchor.old, right..<anchor.new)
            (left, right) = (anchor.old + 1, anchor.new + 1)
        }
        compare(left..<before.upperBound, right..<after.upperBound)
    }

    private mutating func replace(_ before: Range<Int>, _ after: Range<Int>) {
        for index in before { isRemoved[index] = true }
        for index in after { isInserted[index] = true }
    }

    private mutating func compareWithoutAnchors(_ before: Range<Int>, _ after: Range<Int>) {
        guard before.count + after.count < 2_000 else { return replace(before, after) }
        for change in new[after].difference(from: old[before]) {
            switch change {
            case .remove(let offset, _, _): isRemoved[before.lowerBound + offset] = true
            case .insert(let offset, _, _): isInserted[after.lowerBound + offset] = true
            }
        }
    }

    /// The longest ascending sequence of lines that each range holds exactly once.
    private func anchors(_ before: Range<Int>, _ after: Range<Int>) -> [(old: Int, new: Int)] {
        func unique(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
            var places: [Int: Int] = [:]
            var repeated: Set<Int> = []
            for index in range where places.updateValue(index, forKey: lines[index]) != nil {
                repeated.insert(lines[index])
            }
            return places.filter { !repeated.contains($0.key) }
        }
        let right = unique(new, after)
        let pairs = unique(old, before).compactMap { line, index in right[line].map { (old: index, new: $0) } }
            .sorted { $0.old < $1.old }
        // `tails[n]` ends the best ascending sequence of n + 1 pairs so far.
        var tails: [Int] = []
        var previous = Array(repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var result: [(old: Int, new: Int)] = []
        var index = tails.last ?? -1
        while index >= 0 {
            result.append(pairs[index])
            index = previous[index]
        }
        return result.reversed()
    }
}
