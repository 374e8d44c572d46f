/// A map for a terminal: letters in rows of so many numbers, bands in brackets, colours where they are wanted.
///
///           0 1 2 3 4 5 6 7 8 9
///       0   s s s s c s s s s O
///      10   s[F F F T]R
///
/// Of two tables a row that is the same in both is shown once; else as in a diff, with a star at what differs and an exclamation
/// mark at what breaks programs.
public struct GridText: Sendable {
    /// The tables.
    public let comparison: MapComparison
    /// How many numbers a row has.
    public let columns: Int
    /// Whether letters are coloured.
    public let isColoured: Bool

    /// The number of columns where nobody asks for another.
    public static let defaultColumns = 20

    /// Shows `comparison`.
    public init(_ comparison: MapComparison, columns: Int = defaultColumns, isColoured: Bool = false) {
        self.comparison = comparison
        self.columns = columns
        self.isColoured = isColoured
    }

    /// The grid, with a line ahead for each table, a legend and the bands behind.
    public var text: String {
        (titles + [""] + grid + [""] + legend + bands).map { $0 + "\n" }.joined()
    }

    private var titles: [String] {
        guard let second = comparison.second else { return [title(of: comparison.first)] }
        return ["- \(title(of: comparison.first))", "+ \(title(of: second))"]
    }

    private func title(of map: TableMap) -> String { "\(map.table) of \(map.tree): \(map.cells.count) numbers" }

    // MARK: - The grid

    private var grid: [String] {
        let ruler = (0..<columns).map { " " + String($0 % 10) }.joined()
        let marginWidth = comparison.second == nil ? 5 : 6
        let rows = stride(from: 0, to: comparison.size, by: columns).flatMap(row)
        return [String(repeating: " ", count: marginWidth + 1) + ruler] + rows
    }

    private func row(from start: Int) -> [String] {
        let numbers = start..<start + columns
        guard let second = comparison.second else { return [line("", comparison.first, numbers)] }
        guard numbers.contains(where: { comparison.mark(of: $0) != nil }) else { return [line(" ", second, numbers)] }
        return [("-", comparison.first), ("+", second)].compactMap { sign, map in
            start < map.cells.count ? line(sign, map, numbers) : nil
        }
    }

    private func line(_ sign: String, _ map: TableMap, _ numbers: Range<Int>) -> String {
        let starts = Set(map.bands.map(\.numbers.lowerBound))
        let ends = Set(map.bands.map { $0.numbers.upperBound + 1 })
        let text = String(numbers.lowerBound)
        var line = sign + String(repeating: " ", count: max(0, 5 - text.utf8.count)) + text + " "
        for number in numbers where number < map.cells.count {
            let cell = map.cells[number]
            let isEnd = ends.contains(number) && number != numbers.lowerBound
            let difference = comparison.mark(of: number)
            // What breaks programs is told even where a band begins or ends.
            let mark =
                difference == .breaks
                ? "!" : starts.contains(number) ? "[" : isEnd ? "]" : difference?.sign ?? " "
            line += coloured(mark + String(cell.kind.letter), cell.kind)
        }
        if ends.contains(numbers.upperBound) || (ends.contains(map.cells.count) && numbers.contains(map.cells.count)) {
            line += "]"
        }
        return line
    }

    // MARK: - What it means

    private var legend: [String] {
        comparison.kinds.map { kind in
            let counts = comparison.maps.map { map in String(map.cells.count { $0.kind == kind }) }
            let count = counts.joined(separator: " -> ")
            let padding = String(repeating: " ", count: max(0, (counts.count == 1 ? 5 : 12) - count.utf8.count))
            return "\(coloured(" \(kind.letter)", kind))\(padding)\(count)  \(kind.explanation)"
        } + marks
    }

    private var marks: [String] {
        let marks = Set((0..<comparison.size).compactMap { comparison.mark(of: $0) })
        return [(.breaks, "breaks programs that were built before"), (.differs, "differs otherwise")].compactMap {
            (mark: MapComparison.Mark, text: String) in marks.contains(mark) ? " \(mark.sign)        \(text)" : nil
        }
    }

    private var bands: [String] {
        comparison.maps.flatMap { map in
            map.bands.map { band in
                let tree = comparison.second == nil ? "" : " of \(map.tree)"
                return "band \(band.text)\(tree)"
            }
        }
    }

    private func coloured(_ text: String, _ kind: TableMap.Kind) -> String {
        guard isColoured, let colour = kind.terminalColour else { return text }
        return "\u{1B}[38;5;\(colour.ink);48;5;\(colour.paper)m\(text)\u{1B}[0m"
    }
}

extension MapComparison.Mark {
    /// What stands ahead of a letter.
    fileprivate var sign: String {
        switch self {
        case .breaks: "!"
        case .differs: "*"
        }
    }
}

extension TableMap.Band {
    /// The band in words, such as `603-650: 48 slots, 4 taken`.
    public var text: String {
        let range = numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)-\(numbers.upperBound)"
        let slots = numbers.count == 1 ? "1 slot" : "\(numbers.count) slots"
        return "\(range): \(slots)" + (claimed == 0 ? "" : ", \(claimed) taken")
    }
}

extension TableMap.Kind {
    /// Colours of the 256 that terminals know, both given so that light and dark terminals show them alike. They differ in
    /// lightness as well, for those who do not see all hues.
    fileprivate var terminalColour: (ink: Int, paper: Int)? {
        switch self {
        case .present: (231, 25)
        case .own: (231, 133)
        case .compat: (16, 222)
        case .module: (16, 80)
        case .claimed: (16, 208)
        case .free: (231, 29)
        case .obsolete: (252, 240)
        case .reserved: (16, 252)
        case .unimplemented: (250, 236)
        case .missing: nil
        }
    }
}
