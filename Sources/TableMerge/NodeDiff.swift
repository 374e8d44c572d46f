import SyscallSyntax
import SyscallTable

/// What changed from one master to another, node by node: lines and entries are compared as they are written.
struct NodeDiff {
    /// Nodes of the old master that became nodes of the new one; either side may be empty, not both.
    struct Hunk: Hashable {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The changes in order, with at least one common node between two.
    let hunks: [Hunk]
    /// For each node of the old master the node of the new one that it is; `nil` where it is gone.
    let counterparts: [Int?]

    init(_ old: MasterSyntax, _ new: MasterSyntax) {
        let (before, after) = (old.nodeTexts, new.nodeTexts)
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var hunks: [Hunk] = []
        var counterparts = [Int?](repeating: nil, count: before.count)
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            let start = (left, right)
            while removed.contains(left) { left += 1 }
            while inserted.contains(right) { right += 1 }
            if start != (left, right) {
                hunks.append(Hunk(old: start.0..<left, new: start.1..<right))
                continue
            }
            counterparts[left] = right
            left += 1
            right += 1
        }
        self.hunks = hunks
        self.counterparts = counterparts
    }
}

extension MasterSyntax {
    fileprivate var nodeTexts: [ArraySlice<UInt8>] {
        nodes.map { node in
            let text = bytes[node.range]
            // The last line of a file may lack its line feed.
            return text.last == 0x0A ? text.dropLast() : text
        }
    }
}
