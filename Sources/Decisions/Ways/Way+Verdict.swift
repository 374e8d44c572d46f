import SlotModel

extension Way {
    /// The ways with a verdict on each, by what was measured of them.
    ///
    /// The first criterion in which two ways differ decides between them: each call has a number; a number of its own; no
    /// file is changed by hand; no call gets another number than it has; no row of the tree's own changes; the next release
    /// leaves the numbers free; fewer files; fewer lines. Between ways that are alike in all, the earlier one holds.
    static func judged(_ ways: [Way]) -> [Way] {
        let candidates = ways.indices.filter {
            ways[$0].obstacles.isEmpty && ways[$0].isEnough && !ways[$0].isNeedless
        }
        let holds = candidates.filter { ways[$0].hasOwnNumbers && ways[$0].byHand.isEmpty }
        // Of ways that are alike `min` takes the first.
        let best = holds.min { ways[$0].rank.lexicographicallyPrecedes(ways[$1].rank) }
        return ways.indices.map { index in
            var way = ways[index]
            let winner = best.map { ways[$0] }
            if index == best {
                way.verdict = .adopt
                way.reasons = way.merits
            } else if way.isNeedless {
                way.verdict = .needless
                way.reasons = ["no slot is missing"]
            } else if !way.obstacles.isEmpty || !way.isEnough {
                way.verdict = .impossible
                way.reasons = way.obstacles.isEmpty ? way.shortfalls : way.obstacles
            } else if !way.hasOwnNumbers || !way.byHand.isEmpty {
                way.verdict = .rejected
                way.reasons = way.flaws
            } else {
                way.verdict = .possible
                way.reasons = winner.map { way.comparison(with: $0) } ?? []
            }
            return way
        }
    }

    /// The criteria, the weightiest first; less is better.
    private var rank: [Int] { [moved.count, changedRows, taken.isEmpty ? 0 : 1, files.count, lines] }

    private var merits: [String] {
        var merits = ["each of \(assigned.count.counted("call")) has a number of its own"]
        if files.isEmpty { return merits + ["nothing of the tree changes"] }
        if moved.isEmpty { merits.append("no call gets another number than it has in the tree as it is") }
        if changedRows == 0 { merits.append("no row of the tree changes; rows are only added") }
        return merits
    }

    private var shortfalls: [String] {
        slots.filter { $0.needed > $0.freeAfter }.map { slot in
            "\(slot.needed) wanted of the \(slot.table.rawValue) table, \(slot.freeAfter) free: \(slot.needed - slot.freeAfter) short"
        }
    }

    private var flaws: [String] {
        var flaws: [String] = []
        if !hasOwnNumbers { flaws.append("calls share a number, which is what is to be got rid of") }
        if !byHand.isEmpty {
            flaws.append("\(byHand.count.counted("file")) of the kernel's entry code would be changed by hand")
        }
        return flaws
    }

    /// Where the way that is adopted does better.
    private func comparison(with winner: Way) -> [String] {
        var points: [String] = []
        if moved.count > winner.moved.count {
            points.append("\(moved.count.counted("call")) would get another number than before")
        }
        if changedRows > winner.changedRows { points.append("\(changedRows.counted("row")) of the tree would change") }
        if !taken.isEmpty, winner.taken.isEmpty {
            points.append("the next release gives \(taken.count.counted("number")) of these to calls of its own")
        }
        if points.isEmpty, files.count > winner.files.count {
            points.append("\(files.count) files against \(winner.files.count)")
        }
        if points.isEmpty, lines > winner.lines { points.append("\(lines) changed lines against \(winner.lines)") }
        return points.isEmpty ? ["it does no better than '\(winner.kind.rawValue)'"] : points
    }
}

extension Int {
    /// The number with a noun behind it, such as `1 call` and `2 calls`.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
